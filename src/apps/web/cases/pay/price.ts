import { PROBLEMS, type Problem } from '../../../../base/problem.ts'
import { dollars, PRICES, type Quote } from '../../../../casefile/price.ts'
import { beginPayment, priceFor } from '../../../../usecases/cases/pay/beginPayment.ts'
import { waiveFee } from '../../../../usecases/cases/pay/waiveFee.ts'
import { limited } from '../../../../usecases/people/limits.ts'
import { esc, type Html, html, none, when } from '../../html/html.ts'
import { analysisIfRead } from '../account/analysisIfRead.ts'
import { at, token } from '../account/ownPage.ts'
import { casePage } from '../casePage.ts'
import { problemList } from '../pages/problem.ts'
import { goto, type Reply, refused, shown } from '../reply.ts'
import { type AppRoute, type CaseAsked, inCase } from '../route.ts'
import { PAY_WORDS } from './words.ts'

export const PRICE_ROUTES: readonly AppRoute[] = [
  inCase('get', '/pay', 'pay', (asked) => payPage(asked, [])),
  // Shows the price with a code counted in; nothing is begun.
  inCase('post', '/pay/price', 'pay', (asked) => payPage(asked, [])),
  inCase('post', '/pay', 'pay', begin),
  inCase('post', '/pay/waive', 'fee.waive', waive),
]

/** What was typed on the page; a page that was only opened knows the account's own address. */
const typed = ({ given, session }: CaseAsked) => ({
  coupon: given.fields.get('coupon')?.trim() || null,
  email: (given.fields.get('email') ?? session.person.email ?? '').trim() || null,
})

async function payPage(asked: CaseAsked, problems: readonly Problem[]): Promise<Reply> {
  const { app, lang, session } = asked
  const words = PAY_WORDS[lang]
  const standing = standingOf(asked)
  if (standing) return page(asked, words.freeTitle, html`<p class="lead">${esc(standing)}</p>${goOn(asked)}`, 200)
  const quote = await priceFor(app.pay, { person: session.person.id, ...typed(asked) })
  const main = html`${problems.length ? problemList(asked.lang, problems) : none}<p class="lead">${esc(words.lead(dollars(quote.cents)))}</p><p>${esc(words.waits)} ${esc(words.never)}</p>${priceForm(asked, quote)}<p class="help">${esc(words.stripe)}</p><p class="help">${esc(words.refund(PRICES.refundDays))}</p>${when(asked.mayAlso('fee.waive'), () => hardship(asked))}`
  return page(asked, words.title, main, problems[0] ? PROBLEMS[problems[0].code].http : 200)
}

/** Why nothing is to be paid; null: something is. */
function standingOf({ app, lang, state }: CaseAsked): string | null {
  const words = PAY_WORDS[lang]
  if (app.pay.mode === 'free') return words.freeMode
  if (state.feeWaived) return words.waived
  return state.payments.reduce((sum, p) => sum + p.cents - p.refunded, 0) > 0 ? words.settled : null
}

async function page(asked: CaseAsked, title: string, main: Html, status: number): Promise<Reply> {
  return shown(casePage(asked, null, '/pay', title, main, await analysisIfRead(asked)), status)
}

const goOn = (asked: CaseAsked): Html =>
  html`<p class="actions"><a class="button" href="${at(asked, `/case/${asked.id}`)}">${esc(PAY_WORDS[asked.lang].goOn)}</a></p>`

/**
 * One form with two buttons. The code's button comes first, so that the Enter key never pays. The price that is shown goes
 * along, and only that price is charged.
 */
function priceForm(asked: CaseAsked, quote: Quote): Html {
  const { id, lang } = asked
  const words = PAY_WORDS[lang]
  const { coupon, email } = typed(asked)
  const said =
    quote.refused === 'unknown_coupon'
      ? html`<p class="error" role="status">${esc(words.couponUnknown)}</p>`
      : quote.refused === 'not_first_letter'
        ? html`<p class="error" role="status">${esc(words.couponUsed)}</p>`
        : quote.coupon
          ? html`<p class="help" role="status">${esc(words.couponOk(quote.coupon))}</p>`
          : none
  const less = when(
    quote.cents < quote.list,
    () => html`<span class="help">${esc(words.list)}: ${esc(dollars(quote.list))}</span>`,
  )
  return html`<form class="sheet-form" method="post" action="${at(asked, `/case/${id}/pay`)}">${token(asked)}<input type="hidden" name="shown" value="${quote.cents}"><div class="field"><label for="coupon">${esc(words.coupon)}</label><div class="together"><input id="coupon" name="coupon" autocomplete="off" maxlength="40" value="${esc(coupon ?? '')}"><button class="second" formaction="${at(asked, `/case/${id}/pay/price`)}" formnovalidate>${esc(words.couponApply)}</button></div>${said}</div><div class="field"><label for="email">${esc(words.email)}</label><input id="email" name="email" type="email" autocomplete="email" required maxlength="254" value="${esc(email ?? '')}"></div><p class="price"><span>${esc(words.price)}</span> <strong>${esc(dollars(quote.cents))}</strong> ${less}</p><p class="actions"><button>${esc(words.button(dollars(quote.cents)))}</button></p></form>`
}

function hardship(asked: CaseAsked): Html {
  const words = PAY_WORDS[asked.lang]
  return html`<section class="card"><h2>${esc(words.hardTitle)}</h2><p>${esc(words.hardSay)}</p><form method="post" action="${at(asked, `/case/${asked.id}/pay/waive`)}">${token(asked)}<p class="actions"><button class="second">${esc(words.hardButton)}</button></p></form></section>`
}

async function begin(asked: CaseAsked): Promise<Reply> {
  const { app, id, session, given, from } = asked
  // Settled meanwhile, on another device or by saying that one can not pay.
  if (standingOf(asked)) return goto(`/case/${id}/pay`)
  const tooMany = await limited(app.people, 'payment', from)
  if (tooMany) return payPage(asked, tooMany.problems)
  const wanted = { case: id, person: session.person.id, ...typed(asked) }
  const begun = await beginPayment(app.pay, wanted, Number(given.fields.get('shown')))
  if (!begun.ok) return payPage(asked, begun.problems)
  return begun.value.kind === 'pay' ? { kind: 'elsewhere', url: begun.value.url } : goto(`/case/${id}/pay`)
}

async function waive({ app, id, actor }: CaseAsked): Promise<Reply> {
  const done = await waiveFee(app.pay, id, actor)
  return done.ok ? goto(`/case/${id}/pay`) : refused(done.problems)
}
