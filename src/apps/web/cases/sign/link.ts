import { caseOf } from '../../../../usecases/cases/change.ts'
import { offerCaseLink, takeCaseLink } from '../../../../usecases/people/caseLinks.ts'
import { esc, html, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { casePage } from '../casePage.ts'
import { goto, type Reply, refused, shown } from '../reply.ts'
import type { AppAsked, CaseAsked } from '../route.ts'
import { at } from './parts.ts'
import { SIGN_WORDS } from './words/words.ts'

/** Opening a link changes nothing: previews and scanners of mail open links too. The button does. */
export async function offer(asked: AppAsked): Promise<Reply> {
  const { app, lang, params, csrf, session } = asked
  const words = SIGN_WORDS[lang]
  const token = params.token ?? ''
  const link = await offerCaseLink(app.people, token, asked.from)
  if (!link.ok) return refused(link.problems)
  const loaded = await caseOf(app.cases, link.value.case)
  if (!loaded.ok) return refused(loaded.problems)
  const signing = loaded.value.signings.find((s) => s.id === link.value.signing)
  const asker = signing?.askedBy.kind === 'person' ? signing.askedBy.role : 'program'
  const lead = link.value.kind === 'preparation' ? words.offerOffice : words.offerLead[asker]
  const name = link.value.kind === 'signing' ? signing?.to.name : ''
  const main = html`<p class="lead">${esc(lead)}</p>${name ? html`<p>${esc(words.offerTo(name))}</p>` : none}<p>${esc(words.offerPrivacy)}</p><form method="post" action="${esc(inLang(lang, `/signing/${token}`))}">${when(csrf, () => html`<input type="hidden" name="csrf" value="${esc(csrf)}">`)}<p class="actions"><button>${esc(words.offerButton)}</button></p></form>`
  const signedIn = session?.person.email != null
  return shown({ lang, address: `/signing/${token}`, title: words.offerTitle, main, bar: null, signedIn, csrf })
}

export async function take({ app, lang, params, session, from }: AppAsked): Promise<Reply> {
  const taken = await takeCaseLink(app.people, { token: params.token ?? '', session, lang, from })
  if (!taken.ok) return refused(taken.problems)
  const { link, token } = taken.value
  return goto(`/case/${link.case}/signing/${link.signing}`, token ? { token } : undefined)
}

/** A link that is shown once, to be copied. */
export function linkPage(asked: CaseAsked, url: string, office: boolean): Reply {
  const words = SIGN_WORDS[asked.lang]
  const back = office ? none : html`<p><a href="${at(asked, '/sign')}">${esc(words.back)}</a></p>`
  const main = html`<p class="lead">${esc(office ? words.linkOffice : words.linkLead)}</p><div class="field link-shown"><label for="link">${esc(words.link)}</label><input id="link" readonly value="${esc(url)}"><p><button type="button" class="second small" data-copy="link" data-copied="${esc(words.copied)}" hidden>${esc(words.copy)}</button></p></div><p class="help">${esc(words.linkUntil)}</p>${back}`
  return shown(casePage(asked, 'sign', '/sign', words.linkTitle, main, null, { script: 'sign' }))
}
