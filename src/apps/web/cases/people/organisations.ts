import { PROBLEMS, type Problem } from '../../../../base/problem.ts'
import type { PersonId } from '../../../../usecases/cases/ports.ts'
import { createOrganisation, putMember, removeMember } from '../../../../usecases/people/organisations.ts'
import type { MemberRole, Membership, Session } from '../../../../usecases/people/ports.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { at, ownPage, token } from '../account/ownPage.ts'
import { notHerePage, problemList } from '../pages/problem.ts'
import { goto, type Reply, shown } from '../reply.ts'
import { type AppAsked, type AppRoute, forPerson } from '../route.ts'
import { PEOPLE_WORDS } from './words.ts'

type Asked = AppAsked & { readonly session: Session }

/** What one may do in an organisation hangs on the membership, which each page looks up. */
export const ORGANISATION_ROUTES: readonly AppRoute[] = [
  forPerson('get', '/organisations', 'account.manage', (asked) => list(asked, [])),
  forPerson('post', '/organisations', 'account.manage', create),
  forPerson('get', '/organisations/:organisation', 'account.manage', (asked) => one(asked, [])),
  forPerson('post', '/organisations/:organisation/members', 'account.manage', put),
  forPerson('post', '/organisations/:organisation/members/:person/remove', 'account.manage', remove),
]

const MEMBER_ROLES: readonly MemberRole[] = ['staff', 'prescriber', 'admin']

async function list(asked: Asked, problems: readonly Problem[]): Promise<Reply> {
  const { app, lang, session, given } = asked
  const words = PEOPLE_WORDS[lang]
  const own = await app.people.organisations.of(session.person.id)
  const mine = own.length
    ? html`<ul class="row-list">${each(own, (m) => html`<li><p><a href="${at(asked, `/organisations/${m.organisation}`)}"><strong>${esc(m.name)}</strong></a><br><span class="help">${esc(words.memberRoles[m.role])}</span></p></li>`)}</ul>`
    : html`<p>${esc(words.organisationsNone)}</p>`
  const form = session.person.email
    ? html`<form class="sheet-form" method="post" action="${at(asked, '/organisations')}">${token(asked)}<h2>${esc(words.newTitle)}</h2><div class="field"><label for="name">${esc(words.newName)}</label><input id="name" name="name" required maxlength="120" autocomplete="organization" value="${esc(given.fields.get('name') ?? '')}"></div><p class="actions"><button>${esc(words.newButton)}</button></p></form>`
    : html`<p class="note"><a href="${at(asked, '/sign-in?next=/organisations')}">${esc(words.organisationsSignIn)}</a></p>`
  const main = html`<p class="lead">${esc(words.organisationsLead)}</p>${problems.length ? problemList(asked.lang, problems) : none}${mine}${form}`
  return shown(ownPage(asked, '/organisations', words.organisationsTitle, main), statusOf(problems))
}

const statusOf = ([first]: readonly Problem[]): number => (first ? PROBLEMS[first.code].http : 200)

async function create(asked: Asked): Promise<Reply> {
  const made = await createOrganisation(asked.app.people, asked.session, asked.given.fields.get('name') ?? '')
  return made.ok ? goto(`/organisations/${made.value}`) : list(asked, made.problems)
}

async function one(asked: Asked, problems: readonly Problem[]): Promise<Reply> {
  const { app, lang, session, params } = asked
  const words = PEOPLE_WORDS[lang]
  const id = params.organisation ?? ''
  const own = (await app.people.organisations.of(session.person.id)).find((m) => m.organisation === id)
  if (!own) return shown(notHerePage(asked), 404)
  const cases = (await app.people.organisations.casesOf(id)).length
  const main = html`${problems.length ? problemList(asked.lang, problems) : none}<p>${esc(words.sharedCases(cases))}</p>${await colleagues(asked, own)}${when(own.role === 'admin', () => memberForm(asked, id))}`
  return shown(ownPage(asked, `/organisations/${id}`, own.name, main), statusOf(problems))
}

async function colleagues(asked: Asked, own: Membership): Promise<Html> {
  const { app, lang, session } = asked
  const words = PEOPLE_WORDS[lang]
  const members = await app.people.organisations.members(own.organisation)
  const people = await Promise.all(members.map((m) => app.people.people.get(m.person)))
  const item = (m: (typeof members)[number], i: number) => {
    const self = m.person === session.person.id
    const who = people[i]?.email ?? words.unknown
    const form = html`<form method="post" action="${at(asked, `/organisations/${own.organisation}/members/${m.person}/remove`)}">${token(asked)}<button class="second small">${esc(words.remove)}<span class="unseen"> ${esc(who)}</span></button></form>`
    return html`<li><p><strong>${esc(who)}${self ? esc(` (${words.you})`) : none}</strong><br><span class="help">${esc(words.memberRoles[m.role])}</span></p>${when(self || own.role === 'admin', () => form)}</li>`
  }
  return html`<section><h2>${esc(words.colleagues)}</h2><ul class="row-list">${each(members, item)}</ul></section>`
}

function memberForm(asked: Asked, id: string): Html {
  const words = PEOPLE_WORDS[asked.lang]
  const email = asked.given.fields.get('email') ?? ''
  return html`<form class="sheet-form" method="post" action="${at(asked, `/organisations/${id}/members`)}">${token(asked)}<div class="field"><label for="email">${esc(words.memberEmail)}</label><input id="email" name="email" type="email" required maxlength="254" value="${esc(email)}" aria-describedby="email-help"><p class="help" id="email-help">${esc(words.memberHelp)}</p></div><fieldset class="choices"><legend>${esc(words.memberRole)}</legend>${each(MEMBER_ROLES, (role, i) => html`<p class="check"><input type="radio" name="role" id="role-${esc(role)}" value="${esc(role)}"${i === 0 ? html` checked` : none}><label for="role-${esc(role)}">${esc(words.memberRoles[role])}</label></p>`)}</fieldset><p class="actions"><button>${esc(words.memberAdd)}</button></p></form>`
}

async function put(asked: Asked): Promise<Reply> {
  const { app, session, given, params } = asked
  const organisation = params.organisation ?? ''
  const role = MEMBER_ROLES.find((r) => r === given.fields.get('role')) ?? 'staff'
  const done = await putMember(app.people, session, { organisation, email: given.fields.get('email') ?? '', role })
  return done.ok ? goto(`/organisations/${organisation}`) : one(asked, done.problems)
}

async function remove(asked: Asked): Promise<Reply> {
  const { app, session, params } = asked
  const organisation = params.organisation ?? ''
  const person = (params.person ?? '') as PersonId
  const done = await removeMember(app.people, session, organisation, person)
  if (!done.ok) return one(asked, done.problems)
  return goto(person === session.person.id ? '/organisations' : `/organisations/${organisation}`)
}
