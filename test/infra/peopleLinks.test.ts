import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Action } from '../../src/casefile/access.ts'
import type { CaseId, PersonId } from '../../src/usecases/cases/ports.ts'
import { accessesTo, accessFor, mayServe } from '../../src/usecases/people/accessTo.ts'
import { mergeVisitor } from '../../src/usecases/people/bring.ts'
import {
  makePreparationLink,
  makeResumeLink,
  makeSigningLink,
  offerCaseLink,
  revokeCaseLink,
  takeCaseLink,
} from '../../src/usecases/people/caseLinks.ts'
import { createOrganisation, putMember, removeMember, shareWith, unshareWith } from '../../src/usecases/people/organisations.ts'
import type { Session } from '../../src/usecases/people/ports.ts'
import { startVisit } from '../../src/usecases/people/visit.ts'
import { type PeopleWorld, peopleWorld } from './peopleWorld.ts'
import { must } from './testStore.ts'

let world: PeopleWorld
let round = 0
beforeAll(async () => {
  world = await peopleWorld({ OPERATORS: 'ops@example.org', EDITORS: 'ed@example.org' })
}, 60_000)
afterAll(() => world?.close())
beforeEach(() => {
  round += 1
  world.at(0)
})
const DAY = 86_400
const tokenOf = (url: string) => url.split('/').at(-1) ?? ''
const take = (token: string, session: Session | null = null) =>
  takeCaseLink(world.ports, { token, session, lang: 'en', from: `192.0.2.${round}` })
const patient = async () => {
  const { person, token } = await startVisit(world.ports, 'en')
  return { person, session: await world.session(token), id: await world.caseOf(person) }
}
const standing = (opener: PersonId | null = null, authorization = false) => ({ opener, authorization })
const can = async (person: PersonId, id: CaseId, action: Action, signing: string | null = null) =>
  (await accessFor(world.ports, person, id, standing(), action, signing)) !== null

describe('a link to a case', () => {
  test('lets another device in as what its maker is; looking at it does not', async () => {
    const me = await patient()
    const link = must(await makeResumeLink(world.ports, me.id, me.person, 'patient'))
    expect(link.url).toMatch(/^https:\/\/appeals\.example\/resume\/[\w-]{43}$/)
    const token = tokenOf(link.url)
    expect(must(await offerCaseLink(world.ports, token, '192.0.2.250')).case).toBe(me.id)
    expect(await world.store.cases.members(me.id)).toHaveLength(1)
    const taken = must(await take(token))
    expect(taken.person).not.toBe(me.person)
    expect((await world.session(taken.token ?? '')).person.id).toBe(taken.person)
    expect(await world.store.cases.roleOf(me.id, taken.person)).toBe('patient')
  })

  test('gives nobody a stronger role than its maker has', async () => {
    const [me, mother] = [await patient(), await patient()]
    await world.store.cases.grant(me.id, mother.person, 'representative')
    const roles = ['patient', 'representative', 'prescriber', 'staff'] as const
    const made = await Promise.all(roles.map((role) => makeResumeLink(world.ports, me.id, mother.person, role)))
    expect(made.map((m) => m.ok)).toEqual([false, true, true, true])
    expect((await makeResumeLink(world.ports, me.id, (await patient()).person, 'staff')).ok).toBe(false)
  })

  test('adds the case to whoever is signed in already, and weakens no role', async () => {
    const me = await patient()
    const other = await patient()
    const token = tokenOf(must(await makeResumeLink(world.ports, me.id, me.person, 'representative')).url)
    const taken = must(await take(token, other.session))
    expect(taken).toMatchObject({ person: other.person, token: null })
    expect(await world.store.cases.roleOf(me.id, other.person)).toBe('representative')
    must(await take(token, me.session))
    expect(await world.store.cases.roleOf(me.id, me.person)).toBe('patient')
  })

  test.each([
    [30 * DAY - 1, true],
    [30 * DAY, false],
  ])('after %i seconds it works: %s', async (seconds, works) => {
    const me = await patient()
    const token = tokenOf(must(await makeResumeLink(world.ports, me.id, me.person, 'patient')).url)
    world.at(seconds)
    expect((await take(token)).ok).toBe(works)
  })

  test('revoked, tampered with or of a deleted case, it gives one and the same answer', async () => {
    const me = await patient()
    const link = must(await makeResumeLink(world.ports, me.id, me.person, 'patient'))
    const token = tokenOf(link.url)
    const bent = await take(token.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')))
    await revokeCaseLink(world.ports, 'another case' as CaseId, me.person, link.id)
    expect((await take(token)).ok).toBe(true)
    await revokeCaseLink(world.ports, me.id, me.person, link.id)
    const revoked = await take(token)
    const again = tokenOf(must(await makeResumeLink(world.ports, me.id, me.person, 'patient')).url)
    await world.store.cases.destroy(me.id)
    const deleted = await take(again)
    expect(bent.ok).toBe(false)
    expect([revoked, deleted]).toEqual([bent, bent])
  })
})

describe('a signing link', () => {
  test('lets its bearer sign that one letter, and nothing else of weight', async () => {
    const me = await patient()
    const doctor = must(await take(tokenOf((await makeSigningLink(world.ports, me.id, me.person, 's1')).url)))
    const may = (action: Action, signing: string | null = null) => can(doctor.person, me.id, action, signing)
    expect([await may('letter.sign.prescriber', 's1'), await may('case.read'), await may('draft.edit')]).toEqual([
      true,
      true,
      true,
    ])
    expect([
      await may('letter.sign.prescriber', 's2'),
      await may('send', 's1'),
      await may('share'),
      await may('case.delete'),
    ]).toEqual([false, false, false, false])
    expect(await world.store.cases.roleOf(me.id, doctor.person)).toBeNull()
    expect(await world.store.cases.casesOf(doctor.person)).toEqual([])
  })

  test('opens nothing of another case', async () => {
    const [a, b] = [await patient(), await patient()]
    const doctor = must(await take(tokenOf((await makeSigningLink(world.ports, a.id, a.person, 's1')).url)))
    expect(await accessesTo(world.ports, doctor.person, b.id, standing())).toEqual([])
  })

  test('shuts its bearer out when the signing is withdrawn, when it is revoked, and after 30 days', async () => {
    const me = await patient()
    const bearer = async (signing: string) => {
      const link = await makeSigningLink(world.ports, me.id, me.person, signing)
      return { link, person: must(await take(tokenOf(link.url))).person }
    }
    const [one, two, three] = [await bearer('s1'), await bearer('s2'), await bearer('s3')]
    await world.ports.caseLinks.revokeSigning(me.id, 's1')
    await revokeCaseLink(world.ports, me.id, me.person, two.link.id)
    expect([await can(one.person, me.id, 'case.read'), await can(two.person, me.id, 'case.read')]).toEqual([false, false])
    world.at(30 * DAY - 1)
    expect(await can(three.person, me.id, 'case.read')).toBe(true)
    world.at(30 * DAY)
    expect(await can(three.person, me.id, 'case.read')).toBe(false)
  })

  test('does not make the patient the prescriber', async () => {
    const me = await patient()
    const token = tokenOf((await makeSigningLink(world.ports, me.id, me.person, 's1')).url)
    expect(await take(token, me.session)).toMatchObject({ ok: false, problems: [{ code: 'form-invalid' }] })
    expect(await can(me.person, me.id, 'letter.sign.prescriber', 's1')).toBe(false)
    expect((await take(token)).ok).toBe(true)
  })

  test('has a sister for the office, which prepares and never signs', async () => {
    const me = await patient()
    const office = must(await take(tokenOf((await makePreparationLink(world.ports, me.id, me.person, 's1')).url)))
    expect(await can(office.person, me.id, 'draft.edit')).toBe(true)
    expect(await can(office.person, me.id, 'document.add')).toBe(true)
    expect(await can(office.person, me.id, 'letter.sign.prescriber', 's1')).toBe(false)
    expect(await can(office.person, me.id, 'letter.sign.member')).toBe(false)
  })

  test('goes along when its bearer gets an account', async () => {
    const me = await patient()
    const doctor = must(await take(tokenOf((await makeSigningLink(world.ports, me.id, me.person, 's1')).url)))
    const known = await world.ports.people.ofEmail('doc@example.org', 'en', world.ports.clock.now())
    await mergeVisitor(world.ports, doctor.person, known)
    await mergeVisitor(world.ports, doctor.person, known)
    expect(await can(known, me.id, 'letter.sign.prescriber', 's1')).toBe(true)
    expect(await can(doctor.person, me.id, 'case.read')).toBe(false)
  })
})

describe('an organisation', () => {
  const member = async (email: string) => {
    const person = await world.ports.people.ofEmail(email, 'en', world.ports.clock.now())
    return { person, session: await world.session(await world.ports.sessions.start(person, world.ports.clock.now())) }
  }

  test('sees a case that was shared with it, each in their role, until it is not shared', async () => {
    const me = await patient()
    const [head, nurse, doctor] = [
      await member('head@c.example'),
      await member('nurse@c.example'),
      await member('doctor@c.example'),
    ]
    const id = must(await createOrganisation(world.ports, head.session, ' North Clinic '))
    must(await putMember(world.ports, head.session, { organisation: id, email: 'nurse@c.example', role: 'staff' }))
    must(await putMember(world.ports, head.session, { organisation: id, email: 'doctor@c.example', role: 'prescriber' }))
    expect(await can(nurse.person, me.id, 'case.read')).toBe(false)
    await shareWith(world.ports, me.person, me.id, id)
    expect(await world.ports.organisations.sharing(me.id)).toEqual([{ organisation: id, name: 'North Clinic' }])
    expect([await can(nurse.person, me.id, 'draft.edit'), await can(nurse.person, me.id, 'letter.sign.prescriber')]).toEqual([
      true,
      false,
    ])
    expect(await can(doctor.person, me.id, 'letter.sign.prescriber')).toBe(true)
    expect([await can(head.person, me.id, 'organisation.manage'), await can(nurse.person, me.id, 'organisation.manage')]).toEqual(
      [true, false],
    )
    await unshareWith(world.ports, me.person, me.id, id)
    expect(await can(doctor.person, me.id, 'case.read')).toBe(false)
  })

  test('staff send only with the signed authorization', async () => {
    const me = await patient()
    const head = await member('head2@c.example')
    const id = must(await createOrganisation(world.ports, head.session, 'Advocates'))
    await shareWith(world.ports, me.person, me.id, id)
    const send = async (authorization: boolean) =>
      (await accessFor(world.ports, head.person, me.id, standing(me.person, authorization), 'send')) !== null
    expect([await send(false), await send(true)]).toEqual([false, true])
  })

  test('is managed by its administrators alone, and always has one', async () => {
    const [head, nurse] = [await member('head3@c.example'), await member('nurse3@c.example')]
    const id = must(await createOrganisation(world.ports, head.session, 'South Clinic'))
    must(await putMember(world.ports, head.session, { organisation: id, email: 'nurse3@c.example', role: 'staff' }))
    const put = (session: Session | null, email: string, role: 'admin' | 'staff') =>
      putMember(world.ports, session, { organisation: id, email, role })
    expect(await put(nurse.session, 'nurse3@c.example', 'admin')).toMatchObject({ problems: [{ code: 'not-allowed' }] })
    expect(await put(null, 'nurse3@c.example', 'admin')).toMatchObject({ problems: [{ code: 'sign-in-needed' }] })
    expect(await put(head.session, 'head3@c.example', 'staff')).toMatchObject({ problems: [{ code: 'form-invalid' }] })
    expect(await removeMember(world.ports, head.session, id, head.person)).toMatchObject({ problems: [{ code: 'form-invalid' }] })
    must(await put(head.session, 'nurse3@c.example', 'admin'))
    const both = await Promise.all([
      removeMember(world.ports, head.session, id, nurse.person),
      removeMember(world.ports, nurse.session, id, head.person),
    ])
    expect(both.filter((b) => b.ok)).toHaveLength(1)
    expect(await createOrganisation(world.ports, (await patient()).session, 'X')).toMatchObject({
      problems: [{ code: 'sign-in-needed' }],
    })
    expect(await createOrganisation(world.ports, head.session, '  ')).toMatchObject({ problems: [{ code: 'form-invalid' }] })
  })
})

test('duties open the service, never a case', async () => {
  const now = world.ports.clock.now()
  const [ops, ed] = await Promise.all(
    ['ops@example.org', 'ed@example.org'].map(async (email) =>
      world.ports.people.get(await world.ports.people.ofEmail(email, 'en', now)),
    ),
  )
  if (!ops || !ed) throw new Error('two people were made')
  expect([mayServe(ops, 'operate.jobs'), mayServe(ed, 'operate.jobs'), mayServe(null, 'operate.jobs')]).toEqual([
    true,
    false,
    false,
  ])
  expect([mayServe(ed, 'knowledge.edit'), mayServe(ops, 'knowledge.edit'), mayServe(null, 'case.open')]).toEqual([
    true,
    false,
    true,
  ])
  const { id } = await patient()
  expect(await accessesTo(world.ports, ops.id, id, standing())).toEqual([])
})
