import { PROBLEMS, type Problem, problem } from '../../../../base/problem.ts'
import { dollars } from '../../../../casefile/price.ts'
import { refundPayment } from '../../../../usecases/cases/pay/refundPayment.ts'
import { each, esc, html, none, when } from '../../html/html.ts'
import { at, token } from '../account/ownPage.ts'
import { problemList } from '../pages/problem.ts'
import { goto, type Reply } from '../reply.ts'
import { type AppRoute, forPerson } from '../route.ts'
import { type Operated, operatePage } from './page.ts'
import { OPERATE_WORDS } from './words.ts'

export const OPERATE_PAYMENT_ROUTES: readonly AppRoute[] = [
  forPerson('get', '/operate/payments', 'operate.refund', list),
  forPerson('post', '/operate/payments', 'operate.refund', async ({ given }) => {
    const number = (given.fields.get('payment') ?? '').trim()
    return goto(/^[\w-]{1,64}$/.test(number) ? `/operate/payments/${number}` : '/operate/payments')
  }),
  forPerson('get', '/operate/payments/:payment', 'operate.refund', (asked) => one(asked, [])),
  forPerson('post', '/operate/payments/:payment/refund', 'operate.refund', refund),
]

const minute = (at: string): string => at.slice(0, 16).replace('T', ' ')

async function list(asked: Operated): Promise<Reply> {
  const { app, lang } = asked
  const words = OPERATE_WORDS[lang]
  const notices = await app.operations.paymentsToLookAt()
  const row = (n: (typeof notices)[number]) =>
    html`<tr><th scope="row"><code>${esc(n.payment)}</code></th><td>${esc(words.payWhy[n.why])}</td><td>${esc(minute(n.at))}</td><td><a href="${at(asked, `/operate/payments/${n.payment}`)}">${esc(words.payOpen)}<span class="unseen"> ${esc(n.payment)}</span></a></td></tr>`
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="${esc(words.tabs.payments)}"><table><thead><tr><th scope="col">${esc(words.payNumber)}</th><th scope="col">${esc(words.why)}</th><th scope="col">${esc(words.when)}</th><th scope="col"><span class="unseen">${esc(words.payOpen)}</span></th></tr></thead><tbody>${each(notices, row)}</tbody></table></div>`
  const main = html`<p>${esc(words.payMode[app.pay.mode])}</p>${notices.length ? table : html`<p>${esc(words.payNone)}</p>`}<form class="sheet-form" method="post" action="${at(asked, '/operate/payments')}">${token(asked)}<div class="field"><label for="payment">${esc(words.payFind)}</label><input id="payment" name="payment" autocomplete="off" required maxlength="64"></div><p class="actions"><button class="second">${esc(words.payFindButton)}</button></p></form>`
  return operatePage(asked, 'payments', main)
}

async function one(asked: Operated, problems: readonly Problem[]): Promise<Reply> {
  const { app, lang, params, query, given } = asked
  const words = OPERATE_WORDS[lang]
  const payment = await app.pay.payments.get(params.payment ?? '')
  if (!payment) return operatePage(asked, 'payments', html`<p>${esc(words.payNotThere)}</p>`, 404)
  const { id, state, cents, refunded, begun, email } = payment
  const line = (name: string, value: string) => html`<div><dt>${esc(name)}</dt><dd>${esc(value)}</dd></div>`
  const left = cents - refunded
  const form = html`<form class="sheet-form" method="post" action="${at(asked, `/operate/payments/${id}/refund`)}">${token(asked)}<input type="hidden" name="seen" value="${refunded}"><div class="field"><label for="amount">${esc(words.payRefund)}</label><input id="amount" name="amount" inputmode="decimal" required maxlength="8" value="${esc(given.fields.get('amount') ?? dollars(left).slice(1))}"></div><p class="actions"><button class="danger">${esc(words.payRefundButton)}</button></p></form>`
  const main = html`${problems.length ? problemList(asked.lang, problems) : none}${when(query.get('refunded'), () => html`<p class="note" role="status">${esc(words.payRefundDone)}</p>`)}<dl class="card">${line(words.payNumber, id)}${line(words.payState, words.payStates[state])}${line(words.payAmount, dollars(cents))}${line(words.payRefunded, dollars(refunded))}${line(words.payBegun, minute(begun))}${line(words.payEmail, email)}</dl>${when(state === 'paid' && left > 0, () => form)}`
  return operatePage(asked, 'payments', main, problems[0] ? PROBLEMS[problems[0].code].http : 200)
}

/** "12.50" as cents; null: not an amount. */
function centsOf(typed: string): number | null {
  const [, whole, rest = ''] = /^\$?(\d{1,5})(?:\.(\d{2}))?$/.exec(typed.trim()) ?? []
  return whole === undefined ? null : Number(whole) * 100 + Number(rest || '0')
}

async function refund(asked: Operated): Promise<Reply> {
  const { app, params, given, session, lang } = asked
  const words = OPERATE_WORDS[lang]
  const cents = centsOf(given.fields.get('amount') ?? '')
  if (cents === null) return one(asked, [problem('form-invalid', 'amount', words.payAmountWrong, words.payAmountFix)])
  const payment = params.payment ?? ''
  const seen = Number(given.fields.get('seen'))
  const done = await refundPayment(app.pay, { payment, cents, seen, by: session.person.id })
  return done.ok ? goto(`/operate/payments/${payment}?refunded=1`) : one(asked, done.problems)
}
