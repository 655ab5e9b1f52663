import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  addPasskey,
  offerPasskey,
  offerPasskeySignIn,
  removePasskey,
  signInByPasskey,
} from '../../src/usecases/people/passkeys.ts'
import type { Session } from '../../src/usecases/people/ports.ts'
import { startVisit, whoIs } from '../../src/usecases/people/visit.ts'
import { type Change, type SoftAuthenticator, softAuthenticator } from './fakes/softAuthenticator.ts'
import { type PeopleWorld, peopleWorld } from './peopleWorld.ts'
import { must } from './testStore.ts'

const ORIGIN = 'https://appeals.example'
let world: PeopleWorld
let round = 0
beforeAll(async () => {
  world = await peopleWorld()
}, 60_000)
afterAll(() => world?.close())
beforeEach(() => {
  round += 1
  world.at(0)
})

const account = async (email = `kim${round}@example.org`) => {
  const person = await world.ports.people.ofEmail(email, 'en', world.ports.clock.now())
  return world.session(await world.ports.sessions.start(person, world.ports.clock.now()))
}
const registered = async () => {
  const session = await account()
  const key = softAuthenticator(ORIGIN)
  const passkey = must(
    await addPasskey(world.ports, session, key.create(must(await offerPasskey(world.ports, session))), ' Phone\u0000 '),
  )
  return { session, key, passkey }
}
const from = () => `192.0.2.${round}`
const enter = async (key: SoftAuthenticator, change: Change = {}, session: Session | null = null) => {
  const options = must(await offerPasskeySignIn(world.ports, from()))
  return signInByPasskey(world.ports, { answer: key.get(options, change), session, from: from(), next: '/cases' })
}

describe('a passkey', () => {
  test('is made for an account, listed, signs in, and is removed by its owner alone', async () => {
    const { session, key, passkey } = await registered()
    expect(passkey).toMatchObject({ id: key.id, name: 'Phone', used: null })
    const done = must(await enter(key))
    expect(done.person).toBe(session.person.id)
    expect((await world.session(done.token)).person.email).toBe(session.person.email)
    expect((await world.ports.passkeys.list(session.person.id)).map((p) => [p.name, p.used !== null])).toEqual([['Phone', true]])
    expect(must(await removePasskey(world.ports, await account('other@example.org'), passkey.id))).toBe(false)
    expect(must(await removePasskey(world.ports, session, passkey.id))).toBe(true)
    expect((await enter(key)).ok).toBe(false)
  })

  test('is not made for a visitor, whose address nobody proved', async () => {
    const visitor = await world.session((await startVisit(world.ports, 'en')).token)
    expect(await offerPasskey(world.ports, visitor)).toMatchObject({ problems: [{ code: 'sign-in-needed' }] })
    expect(await offerPasskey(world.ports, null)).toMatchObject({ problems: [{ code: 'sign-in-needed' }] })
  })

  test('brings the visitor’s cases along and ends the visitor’s session', async () => {
    const { session, key } = await registered()
    const visit = await startVisit(world.ports, 'en')
    const id = await world.caseOf(visit.person)
    must(await enter(key, {}, await world.session(visit.token)))
    expect(await world.store.cases.roleOf(id, session.person.id)).toBe('patient')
    expect(await whoIs(world.ports, visit.token)).toBeNull()
  })

  test.each([
    ['of another site', { origin: 'https://evil.example' }],
    ['of this site over http', { origin: 'http://appeals.example' }],
    ['with a spoiled signature', { spoilSignature: true }],
    ['of a user who was not verified', { flags: 0x01 }],
    ['of a user who was not there', { flags: 0x04 }],
  ] as [string, Change][])('an answer %s is refused', async (_, change) => {
    const { key } = await registered()
    expect(await enter(key, change)).toMatchObject({ ok: false, problems: [{ code: 'not-allowed' }] })
    expect((await enter(key)).ok).toBe(true)
  })

  test('an answer is taken once: of many at once one signs in', async () => {
    const { key } = await registered()
    const answer = key.get(must(await offerPasskeySignIn(world.ports, from())), { counter: 0 })
    const tries = await Promise.all(
      Array.from({ length: 6 }, () => world.ports.passkeys.authenticate(answer, world.ports.clock.now())),
    )
    expect(tries.filter((t) => t.ok)).toHaveLength(1)
  })

  test('a counter that went back betrays a copy', async () => {
    const { key } = await registered()
    must(await enter(key, { counter: 7 }))
    expect((await enter(key, { counter: 7 })).ok).toBe(false)
    expect((await enter(key, { counter: 8 })).ok).toBe(true)
  })

  test.each([
    [299, true],
    [300, false],
  ])('a challenge of %i seconds ago works: %s', async (seconds, works) => {
    const { key } = await registered()
    const options = must(await offerPasskeySignIn(world.ports, from()))
    world.at(seconds)
    expect((await world.ports.passkeys.authenticate(key.get(options), world.ports.clock.now())).ok).toBe(works)
  })

  test('a challenge made for one person or one ceremony serves no other', async () => {
    const mine = await account()
    const yours = await account(`you${round}@example.org`)
    const options = must(await offerPasskey(world.ports, mine))
    const key = softAuthenticator(ORIGIN)
    expect((await addPasskey(world.ports, yours, key.create(options), 'x')).ok).toBe(false)
    const signIn = must(await offerPasskeySignIn(world.ports, from())) as { challenge: string }
    expect((await addPasskey(world.ports, mine, key.create({ ...signIn, rp: { id: 'appeals.example' } }), 'x')).ok).toBe(false)
    expect((await addPasskey(world.ports, mine, key.create(options, 'https://evil.example'), 'x')).ok).toBe(false)
  })

  test.each([
    [null],
    ['x'],
    [{}],
    [{ id: 'a', rawId: 'a', type: 'public-key', response: {} }],
    [{ id: '!', rawId: '!', type: 'public-key' }],
  ])('%j is no answer, and no crash', async (answer) => {
    expect(await signInByPasskey(world.ports, { answer, session: null, from: from(), next: '/' })).toMatchObject({ ok: false })
    expect((await addPasskey(world.ports, await account(), answer, 'x')).ok).toBe(false)
  })
})
