import type { Problem } from '../../../../base/problem.ts'
import { CASE_ROLES, type CaseRole } from '../../../../casefile/event.ts'
import type { PersonId } from '../../../../usecases/cases/ports.ts'
import { hintOf } from '../../../../usecases/people/address.ts'
import type { CaseLink } from '../../../../usecases/people/ports.ts'
import { sayDate } from '../../dates.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { analysisIfRead } from '../account/analysisIfRead.ts'
import { at, token } from '../account/ownPage.ts'
import { casePage } from '../casePage.ts'
import { problemList } from '../pages/problem.ts'
import type { CaseAsked } from '../route.ts'
import type { AppPage } from '../shell/page.ts'
import { PEOPLE_WORDS } from './words.ts'

/** Everybody who can open the case and by what; offers only what this person may do. */
export async function peopleMain(asked: CaseAsked, problems: readonly Problem[]): Promise<Html> {
  const { app, id, lang, mayAlso } = asked
  const links = await app.people.caseLinks.list(id, app.cases.clock.now())
  const words = PEOPLE_WORDS[lang]
  return html`${problems.length ? problemList(asked.lang, problems) : none}<p class="lead">${esc(words.lead)}</p>${await membersPart(asked)}${when(mayAlso('resume.link'), () => linkForm(asked))}${when(mayAlso('share.withdraw'), () => linksPart(asked, links))}${formPart(asked)}${await organisationsPart(asked)}`
}

async function membersPart(asked: CaseAsked): Promise<Html> {
  const { app, id, lang, session, mayAlso, access } = asked
  const words = PEOPLE_WORDS[lang]
  const members = [...(await app.cases.cases.members(id))].sort((a, b) => CASE_ROLES.indexOf(a.role) - CASE_ROLES.indexOf(b.role))
  const people = await Promise.all(members.map((m) => app.people.people.get(m.person)))
  // Who may share the case may know with whom it is shared; others see only that somebody is there.
  const nameOf = (email: string | null) => (email === null ? words.unknown : mayAlso('share') ? email : hintOf(email))
  const outranks = (role: CaseRole) => CASE_ROLES.indexOf(role) >= CASE_ROLES.indexOf(access.role)
  const one = (m: { readonly person: PersonId; readonly role: CaseRole }, i: number) => {
    const self = m.person === session.person.id
    const who = self ? `${nameOf(people[i]?.email ?? null)} (${words.you})` : nameOf(people[i]?.email ?? null)
    const removable = members.length > 1 && (self || (mayAlso('share.withdraw') && outranks(m.role)))
    const button = html`<form method="post" action="${at(asked, `/case/${id}/people/members/${m.person}/remove`)}">${token(asked)}<button class="second small">${esc(self ? words.leave : words.remove)}<span class="unseen"> ${esc(who)}</span></button></form>`
    return html`<li><p><strong>${esc(who)}</strong><br>${esc(words.roles[m.role])} <span class="help">(${esc(words.rolesSay[m.role])})</span></p>${when(removable, () => button)}</li>`
  }
  return html`<section><h2>${esc(words.members)}</h2><ul class="row-list">${each(members, one)}</ul></section>`
}

function linkForm(asked: CaseAsked): Html {
  const { app, id, lang, access, given } = asked
  const words = PEOPLE_WORDS[lang]
  const from = CASE_ROLES.indexOf(access.role)
  const choices = CASE_ROLES.slice(from)
  const label = (role: CaseRole, i: number) =>
    i === 0 ? `${words.linkSelf} (${words.roles[role]})` : `${words.roles[role]}: ${words.rolesSay[role]}`
  const choice = (role: CaseRole, i: number) =>
    html`<p class="check"><input type="radio" name="role" id="role-${esc(role)}" value="${esc(role)}"${i === 0 ? html` checked` : none}><label for="role-${esc(role)}">${esc(label(role, i))}</label></p>`
  const email = html`<div class="field"><label for="email">${esc(words.linkEmail)}</label><input id="email" name="email" type="email" maxlength="254" value="${esc(given.fields.get('email') ?? '')}" aria-describedby="email-help"><p class="help" id="email-help">${esc(words.linkEmailHelp)}</p></div>`
  return html`<section><h2>${esc(words.linksTitle)}</h2><p>${esc(words.linksSay)}</p><form class="sheet-form" method="post" action="${at(asked, `/case/${id}/people/links`)}">${token(asked)}<fieldset class="choices"><legend>${esc(words.linkFor)}</legend>${each(choices, choice)}</fieldset>${when(app.mailReady, () => email)}<p class="actions"><button>${esc(words.linkMake)}</button></p></form></section>`
}

function linksPart(asked: CaseAsked, links: readonly CaseLink[]): Html {
  const { id, lang } = asked
  const words = PEOPLE_WORDS[lang]
  const day = (when: string) => sayDate(lang, when.slice(0, 10))
  const one = (link: CaseLink) =>
    html`<li><p><strong>${esc(words.kinds[link.kind])}</strong>: ${esc(words.roles[link.role])}<br><span class="help">${esc(words.linkUntil(day(link.made), day(link.until)))}</span></p><form method="post" action="${at(asked, `/case/${id}/people/links/${link.id}/revoke`)}">${token(asked)}<button class="second small">${esc(words.revoke)}</button></form></li>`
  return html`<section><h3>${esc(words.linksOpen)}</h3>${links.length ? html`<ul class="row-list">${each(links, one)}</ul><p class="help">${esc(words.revokeSay)}</p>` : html`<p>${esc(words.linksNone)}</p>`}</section>`
}

function formPart(asked: CaseAsked): Html {
  const { id, lang, state, mayAlso } = asked
  const words = PEOPLE_WORDS[lang]
  const held = state.documents.filter((d) => d.role === 'authorization')
  const form = html`<form method="post" action="${at(asked, `/case/${id}/people/authorization`)}" enctype="multipart/form-data">${token(asked)}<div class="field"><label for="form">${esc(words.formFile)}</label><input id="form" name="form" type="file" multiple accept="application/pdf,image/*,.heic" aria-describedby="form-help"><p class="help" id="form-help">${esc(words.formHelp)}</p></div><p class="actions"><button class="second">${esc(words.formAdd)}</button></p></form>`
  return html`<section><h2>${esc(words.formTitle)}</h2><p>${esc(words.formSay)}</p>${held.length ? each(held, (d) => html`<p><strong>${esc(words.formHeld(d.name))}</strong></p>`) : html`<p>${esc(words.formMissing)} ${esc(words.formGet)} <a href="${at(asked, `/case/${id}/draft`)}">${esc(words.formGetLink)}</a></p>`}${when(mayAlso('document.add'), () => form)}</section>`
}

async function organisationsPart(asked: CaseAsked): Promise<Html> {
  const { app, id, lang, session, mayAlso } = asked
  const words = PEOPLE_WORDS[lang]
  const [sharing, own] = await Promise.all([app.people.organisations.sharing(id), app.people.organisations.of(session.person.id)])
  const free = own.filter((m) => !sharing.some((s) => s.organisation === m.organisation))
  const stop = (organisation: string) =>
    html`<form method="post" action="${at(asked, `/case/${id}/people/organisations/${organisation}/remove`)}">${token(asked)}<button class="second small">${esc(words.orgUnshare)}</button></form>`
  const list = html`<ul class="row-list">${each(sharing, (s) => html`<li><p><strong>${esc(s.name)}</strong></p>${when(mayAlso('share.withdraw'), () => stop(s.organisation))}</li>`)}</ul>`
  const form = html`<p>${esc(words.orgSay)}</p><form method="post" action="${at(asked, `/case/${id}/people/organisations`)}">${token(asked)}<div class="field"><label for="organisation">${esc(words.orgChoose)}</label><select id="organisation" name="organisation">${each(free, (m) => html`<option value="${esc(m.organisation)}">${esc(m.name)}</option>`)}</select></div><p class="actions"><button class="second">${esc(words.orgShare)}</button></p></form>`
  const offer = free.length
    ? form
    : html`<p>${esc(words.orgNone)} <a href="${at(asked, '/organisations')}">${esc(words.orgManage)}</a></p>`
  return html`<section><h2>${esc(words.orgTitle)}</h2>${when(sharing.length, () => list)}${when(mayAlso('share'), () => offer)}</section>`
}

/** The one page on which a link can be read. */
export async function madePage(
  asked: CaseAsked,
  url: string,
  mail: { readonly to: string; readonly sent: boolean } | null,
): Promise<AppPage> {
  const words = PEOPLE_WORDS[asked.lang]
  const told = mail ? html`<p class="note">${esc(mail.sent ? words.madeSent(mail.to) : words.madeNotSent)}</p>` : none
  const main = html`<p class="lead">${esc(words.madeSay)}</p><div class="field"><label for="link">${esc(words.madeLink)}</label><textarea id="link" class="copied" rows="2" readonly>${esc(url)}</textarea></div>${told}<p class="actions"><a class="button" href="${at(asked, `/case/${asked.id}/people`)}">${esc(words.madeBack)}</a></p>`
  return casePage(asked, null, '/people', words.madeTitle, main, await analysisIfRead(asked))
}
