import { PROBLEMS, type Problem } from '../../../../base/problem.ts'
import { dollars, refundable } from '../../../../casefile/price.ts'
import { caseOf } from '../../../../usecases/cases/change.ts'
import { checkPayment } from '../../../../usecases/cases/pay/checkPayment.ts'
import type { Payment } from '../../../../usecases/cases/pay/ports.ts'
import { receiptOf } from '../../../../usecases/cases/pay/receipt.ts'
import { takeBack } from '../../../../usecases/cases/pay/refundPayment.ts'
import { takeWebhook } from '../../../../usecases/cases/pay/takeWebhook.ts'
import type { Session } from '../../../../usecases/people/ports.ts'
import { sayDate } from '../../dates.ts'
import { esc, type Html, html, isWebAddress, none, when } from '../../html/html.ts'
import { at, ownPage, token } from '../account/ownPage.ts'
import { notHerePage, problemList } from '../pages/problem.ts'
import { goto, json, type Reply, refused, shown } from '../reply.ts'
import { type AppAsked, type AppRoute, forPerson, open } from '../route.ts'
import { PRICE_ROUTES } from './price.ts'
import { PAY_WORDS } from './words.ts'

type Asked = AppAsked & { readonly session: Session }

export const PAY_ROUTES: readonly AppRoute[] = [
  ...PRICE_ROUTES,
  forPerson('get', '/pay/:payment/done', 'account.manage', done),
  forPerson('get', '/pay/:payment/back', 'account.manage', back),
  forPerson('get', '/pay/:payment/receipt', 'account.manage', (asked) => receipt(asked, [])),
  forPerson('post', '/pay/:payment/refund', 'account.manage', refund),
  open('post', '/webhooks/stripe', webhook, { machine: true, most: 256 * 1024 }),
]

/** A payment of this very person; anybody else's is not there. */
async function own({ app, params, session }: Asked): Promise<Payment | null> {
  const payment = await app.pay.payments.get(params.payment ?? '')
  return payment?.person === session.person.id ? payment : null
}

/** Coming back proves nothing: the provider is asked. */
async function done(asked: Asked): Promise<Reply> {
  const { app, lang } = asked
  const words = PAY_WORDS[lang]
  const known = await own(asked)
  if (!known) return shown(notHerePage(asked), 404)
  const checked = await checkPayment(app.pay, known.id)
  if (!checked.ok) return refused(checked.problems)
  const payment = checked.value
  const path = `/pay/${payment.id}/done`
  if (payment.state === 'paid') {
    const main = html`<p class="lead">${esc(words.paidSay(dollars(payment.cents)))}</p><p class="actions">${toCase(asked, payment, '', words.goOn)}<a href="${at(asked, `/pay/${payment.id}/receipt`)}">${esc(words.receipt)}</a></p>`
    return shown(ownPage(asked, path, words.paidTitle, main))
  }
  if (payment.state === 'ended') return shown(ownPage(asked, path, words.endedTitle, notPaid(asked, payment, words.endedSay)))
  const main = html`<p class="lead" role="status" data-progress>${esc(words.settlingSay)}</p><p>${toCase(asked, payment, '/pay', words.again)}</p>`
  return shown(ownPage(asked, path, words.settlingTitle, main, { again: 3 }))
}

const toCase = (asked: Asked, { case: id }: Payment, path: string, label: string): Html =>
  id ? html`<a class="button" href="${at(asked, `/case/${id}${path}`)}">${esc(label)}</a>` : none

const notPaid = (asked: Asked, payment: Payment, say: string): Html =>
  html`<p class="lead">${esc(say)}</p><p class="actions">${toCase(asked, payment, '/pay', PAY_WORDS[asked.lang].again)}</p>`

async function back(asked: Asked): Promise<Reply> {
  const words = PAY_WORDS[asked.lang]
  const payment = await own(asked)
  if (!payment) return shown(notHerePage(asked), 404)
  if (payment.state === 'paid') return goto(`/pay/${payment.id}/done`)
  return shown(ownPage(asked, `/pay/${payment.id}/back`, words.backTitle, notPaid(asked, payment, words.backSay)))
}

async function receipt(asked: Asked, problems: readonly Problem[]): Promise<Reply> {
  const { app, lang, params, session, query } = asked
  const words = PAY_WORDS[lang]
  const found = await receiptOf(app.pay, params.payment ?? '', session.person.id)
  if (!found.ok) return shown(notHerePage(asked), 404)
  const r = found.value
  const line = (name: string, value: string) => html`<div><dt>${esc(name)}</dt><dd>${esc(value)}</dd></div>`
  const provider =
    r.provider && isWebAddress(r.provider)
      ? html`<p><a href="${esc(r.provider)}" rel="noreferrer">${esc(words.provider)}</a></p>`
      : none
  const taken = when(query.get('back'), () => html`<p class="note" role="status">${esc(words.takenBack)}</p>`)
  const main = html`${problems.length ? problemList(asked.lang, problems) : none}${taken}<dl class="receipt card">${line(words.number, r.number)}${line(words.date, sayDate(lang, r.paid.slice(0, 10)))}${line(words.paidBy, r.email)}${line(words.for, words.forWhat)}${line(words.listLine, dollars(r.list))}${r.coupon ? line(words.couponLine(r.coupon.code), `−${dollars(r.coupon.off)}`) : none}<div class="total"><dt>${esc(words.total)}</dt><dd>${esc(dollars(r.total))}</dd></div>${r.refunded ? line(words.refundedLine, `−${dollars(r.refunded)}`) : none}</dl><p class="help">${esc(words.noTax)} ${esc(words.print)}</p>${provider}${await takeBackPart(asked, r.total, r.refunded, r.paid)}`
  return shown(
    ownPage(asked, `/pay/${r.number}/receipt`, words.receiptTitle, main),
    problems[0] ? PROBLEMS[problems[0].code].http : 200,
  )
}

const DAY_MS = 86_400_000

async function takeBackPart(asked: Asked, cents: number, refunded: number, paid: string): Promise<Html> {
  const { app, lang, params } = asked
  const words = PAY_WORDS[lang]
  if (refunded >= cents) return none
  const days = Math.floor((Date.parse(app.cases.clock.now()) - Date.parse(paid)) / DAY_MS)
  const left = refundable({ cents, refunded, days, sent: await wasSent(asked) })
  const price = dollars(left)
  const form = html`<p>${esc(words.takeBackSay(price))}</p><form method="post" action="${at(asked, `/pay/${params.payment}/refund`)}">${token(asked)}<p class="actions"><button class="second">${esc(words.takeBackButton(price))}</button></p></form>`
  return html`<section class="no-print"><h2>${esc(words.takeBackTitle)}</h2>${left ? form : html`<p>${esc(words.takeBackLate)}</p>`}</section>`
}

/** Something of the case left the house. Of a deleted case nobody can tell any more, so it counts as sent. */
async function wasSent(asked: Asked): Promise<boolean> {
  const payment = await own(asked)
  const state = payment?.case ? await caseOf(asked.app.cases, payment.case) : null
  return !state?.ok || state.value.sendings.some((s) => s.byHand !== null || s.steps.length > 0)
}

async function refund(asked: Asked): Promise<Reply> {
  const { app, params, session } = asked
  const given = await takeBack(app.pay, { payment: params.payment ?? '', person: session.person.id, sent: await wasSent(asked) })
  return given.ok ? goto(`/pay/${given.value.id}/receipt?back=1`) : receipt(asked, given.problems)
}

/** The body as it came is what was signed. A refusal that would be the same the next time is still answered as an error, so that it is seen. */
async function webhook({ app, given, header }: AppAsked): Promise<Reply> {
  const taken = await takeWebhook(app.pay, given.body, header('stripe-signature') ?? '')
  return taken.ok
    ? json({ taken: taken.value })
    : json({ problem: taken.problems[0].code }, PROBLEMS[taken.problems[0].code].http)
}
