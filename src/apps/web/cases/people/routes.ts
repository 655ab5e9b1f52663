import { PROBLEMS, type Problem, problem } from '../../../../base/problem.ts'
import { CASE_ROLES, type CaseRole } from '../../../../casefile/event.ts'
import { addDocument } from '../../../../usecases/cases/documents.ts'
import type { PersonId } from '../../../../usecases/cases/ports.ts'
import { makeResumeLink, offerCaseLink, revokeCaseLink, takeCaseLink } from '../../../../usecases/people/caseLinks.ts'
import { linkAddress, mailLink } from '../../../../usecases/people/mailLink.ts'
import { removeFromCase } from '../../../../usecases/people/members.ts'
import { shareWith, unshareWith } from '../../../../usecases/people/organisations.ts'
import { esc, html } from '../../html/html.ts'
import { analysisIfRead } from '../account/analysisIfRead.ts'
import { at, ownPage, token } from '../account/ownPage.ts'
import { casePage } from '../casePage.ts'
import { problemList } from '../pages/problem.ts'
import { goto, type Reply, refused, shown } from '../reply.ts'
import { type AppAsked, type AppRoute, type CaseAsked, inCase, open } from '../route.ts'
import { UPLOAD_MOST } from '../start/routes.ts'
import { ORGANISATION_ROUTES } from './organisations.ts'
import { madePage, peopleMain } from './page.ts'
import { PEOPLE_WORDS } from './words.ts'

export const PEOPLE_ROUTES: readonly AppRoute[] = [
  inCase('get', '/people', 'members.read', (asked) => people(asked, [])),
  inCase('post', '/people/links', 'resume.link', makeLink),
  inCase('post', '/people/links/:link/revoke', 'share.withdraw', async ({ app, id, session, params }) => {
    await revokeCaseLink(app.people, id, session.person.id, params.link ?? '')
    return goto(`/case/${id}/people`)
  }),
  inCase('post', '/people/members/:person/remove', 'members.read', remove),
  inCase('post', '/people/authorization', 'document.add', authorize, { most: UPLOAD_MOST }),
  inCase('post', '/people/organisations', 'share', share),
  inCase('post', '/people/organisations/:organisation/remove', 'share.withdraw', async ({ app, id, session, params }) => {
    await unshareWith(app.people, session.person.id, id, params.organisation ?? '')
    return goto(`/case/${id}/people`)
  }),
  open('get', '/resume/:token', offer),
  open('post', '/resume/:token', take),
  ...ORGANISATION_ROUTES,
]

async function people(asked: CaseAsked, problems: readonly Problem[]): Promise<Reply> {
  const main = await peopleMain(asked, problems)
  const page = casePage(asked, null, '/people', PEOPLE_WORDS[asked.lang].title, main, await analysisIfRead(asked))
  return shown(page, problems[0] ? PROBLEMS[problems[0].code].http : 200)
}

async function makeLink(asked: CaseAsked): Promise<Reply> {
  const { app, id, session, given, access, from, lang } = asked
  const wished = given.fields.get('role')
  const role: CaseRole = CASE_ROLES.find((r) => r === wished) ?? access.role
  const typed = (given.fields.get('email') ?? '').trim()
  const to = typed ? await linkAddress(app.people, typed, from) : null
  if (to && !to.ok) return people(asked, to.problems)
  const made = await makeResumeLink(app.people, id, session.person.id, role)
  if (!made.ok) return people(asked, made.problems)
  const sent = to ? await mailLink(app.people, to.value, made.value, lang) : null
  return shown(await madePage(asked, made.value.url, to ? { to: to.value, sent: sent?.ok === true } : null))
}

/** Oneself always; others only with the right to take back what was shared. */
async function remove(asked: CaseAsked): Promise<Reply> {
  const { app, id, session, params } = asked
  const person = (params.person ?? '') as PersonId
  const self = person === session.person.id
  if (!self && !asked.mayAlso('share.withdraw')) return refusedHere(asked)
  const removed = await removeFromCase(app.people, id, session.person.id, person)
  if (!removed.ok) return people(asked, removed.problems)
  return goto(self ? '/cases' : `/case/${id}/people`)
}

const refusedHere = (asked: CaseAsked): Promise<Reply> =>
  people(asked, [
    problem('not-allowed', 'this page', 'You can not take out others from this case.', 'Ask the person who opened the case.'),
  ])

async function authorize(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, given, lang } = asked
  const words = PEOPLE_WORDS[lang]
  const files = given.files.filter((f) => f.field === 'form')
  if (!files.length) return people(asked, [problem('form-invalid', 'form', words.formNone, words.formHelp)])
  const upload = await app.intake(files)
  if (!upload.ok) return people(asked, upload.problems)
  const added = await addDocument(app.cases, id, actor, 'authorization', upload.value)
  return added.ok ? goto(`/case/${id}/people`) : people(asked, added.problems)
}

async function share(asked: CaseAsked): Promise<Reply> {
  const { app, id, session, given } = asked
  const organisation = given.fields.get('organisation') ?? ''
  const member = (await app.people.organisations.of(session.person.id)).some((m) => m.organisation === organisation)
  if (member) await shareWith(app.people, session.person.id, id, organisation)
  return goto(`/case/${id}/people`)
}

async function offer(asked: AppAsked): Promise<Reply> {
  const { app, params, from, lang } = asked
  const words = PEOPLE_WORDS[lang]
  const path = `/resume/${params.token}`
  const offered = await offerCaseLink(app.people, params.token ?? '', from)
  if (!offered.ok) return gone(asked, offered.problems)
  const main = html`<p class="lead">${esc(words.resumeSay)}</p><form class="sheet-form" method="post" action="${at(asked, path)}">${token(asked)}<p>${esc(words.resumeAs(words.roles[offered.value.role]))}</p><p class="help">${esc(words.resumeHere)}</p><p class="actions"><button>${esc(words.resumeButton)}</button></p></form>`
  return shown(ownPage(asked, path, words.resumeTitle, main))
}

async function take(asked: AppAsked): Promise<Reply> {
  const { app, params, from, lang, session } = asked
  const admitted = await takeCaseLink(app.people, { token: params.token ?? '', session, lang, from })
  if (!admitted.ok) return gone(asked, admitted.problems)
  const { link, token: cookie } = admitted.value
  return goto(`/case/${link.case}`, cookie ? { token: cookie } : undefined)
}

const gone = (asked: AppAsked, problems: readonly [Problem, ...Problem[]]): Reply =>
  problems[0].code === 'not-allowed'
    ? shown(ownPage(asked, '/cases', PEOPLE_WORDS[asked.lang].resumeTitle, problemList(asked.lang, problems)), 403)
    : refused(problems)
