import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSessionCookie, sessionCookieName } from '../../src/infra/people/cookie.ts'
import { network } from '../../src/infra/people/limits.ts'
import { peopleSettings } from '../../src/infra/people/settings.ts'
import { LIMITS } from '../../src/usecases/people/limits.ts'
import { signOut, startVisit, whoIs } from '../../src/usecases/people/visit.ts'
import { type PeopleWorld, peopleWorld } from './peopleWorld.ts'

let world: PeopleWorld
beforeAll(async () => {
  world = await peopleWorld({ SESSION_IDLE_DAYS: '14', SESSION_DAYS: '60' })
}, 60_000)
afterAll(() => world?.close())
const DAY = 86_400
const visit = async () => {
  world.at(0)
  return startVisit(world.ports, 'es')
}

describe('a session', () => {
  test.each([
    [14 * DAY - 1, true],
    [14 * DAY, false],
  ])('unused for %i seconds is valid: %s', async (seconds, valid) => {
    const { token } = await visit()
    world.at(seconds)
    expect((await whoIs(world.ports, token)) !== null).toBe(valid)
  })

  test('used again and again it ends all the same, at its whole age', async () => {
    const { token } = await visit()
    for (let day = 10; day < 60; day += 10) {
      world.at(day * DAY)
      expect(await whoIs(world.ports, token)).not.toBeNull()
    }
    world.at(60 * DAY - 1)
    expect(await whoIs(world.ports, token)).not.toBeNull()
    world.at(60 * DAY)
    expect(await whoIs(world.ports, token)).toBeNull()
  })

  test('here and everywhere are left', async () => {
    const { person, token } = await visit()
    const other = await world.ports.sessions.start(person, world.ports.clock.now())
    const third = await world.ports.sessions.start(person, world.ports.clock.now())
    await signOut(world.ports, await world.session(token), 'here')
    expect(await whoIs(world.ports, token)).toBeNull()
    expect((await whoIs(world.ports, other))?.person).toMatchObject({ id: person, lang: 'es', email: null })
    await signOut(world.ports, await world.session(other), 'everywhere')
    expect([await whoIs(world.ports, other), await whoIs(world.ports, third)]).toEqual([null, null])
  })

  test('sweeping takes what has ended and visitors nobody can be again, and leaves the rest', async () => {
    const gone = await visit()
    const kept = await visit()
    await world.caseOf(kept.person)
    world.at(15 * DAY)
    const back = await startVisit(world.ports, 'en')
    const counts = await world.adapters.sweep(world.ports.clock.now())
    expect(counts.session).toBeGreaterThanOrEqual(2)
    expect(await world.ports.people.get(gone.person)).toBeNull()
    expect(await world.ports.people.get(kept.person)).not.toBeNull()
    expect(await whoIs(world.ports, back.token)).not.toBeNull()
  })
})

describe('the cookie', () => {
  const token = 'A'.repeat(43)

  test('over https is bound to this host; over http on this machine it can not be', () => {
    expect(world.adapters.cookies.set(token)).toBe(
      `__Host-session=${token}; Max-Age=${60 * DAY}; Path=/; HttpOnly; SameSite=Lax; Secure`,
    )
    expect(world.adapters.cookies.clear()).toBe('__Host-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure')
    expect(sessionCookieName(false)).toBe('session')
  })

  test.each([
    [`__Host-session=${token}`, token],
    [`lang=es; __Host-session=${token}; x=1`, token],
    [`__Host-session=${token}; __Host-session=${token}`, token],
    [`__Host-session=${token}; __Host-session=${'B'.repeat(43)}`, null],
    [`__Host-session=${token}A`, null],
    [`__Host-session=${token.slice(1)}`, null],
    [`__Host-session=${token.slice(1)}%41`, null],
    [`session=${token}`, null],
    [`x__Host-session=${token}`, null],
    ['', null],
    [null, null],
  ])('%s reads as %s', (header, read) => expect(readSessionCookie(header, true)).toBe(read))

  test('a tampered one opens nothing', async () => {
    const { token: own } = await visit()
    const flipped = own.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))
    expect(await whoIs(world.ports, world.adapters.cookies.read(`__Host-session=${flipped}`))).toBeNull()
    expect(await whoIs(world.ports, world.adapters.cookies.read(`__Host-session=${own}`))).not.toBeNull()
  })

  test('what the table holds opens nothing either', async () => {
    const { token: own } = await visit()
    const { id } = await world.session(own)
    expect(await whoIs(world.ports, Buffer.from(id, 'hex').toString('base64url'))).toBeNull()
  })
})

describe('tokens against forged forms', () => {
  test('belong to one session, differ each time, and bear no change', () => {
    const { csrf } = world.adapters
    const [one, two] = [csrf.token('s1'), csrf.token('s1')]
    expect(one).not.toBe(two)
    expect([csrf.check('s1', one), csrf.check('s1', two), csrf.check('s2', one)]).toEqual([true, true, false])
    const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
    expect([0, 5, 23, 40, 60].map((at) => csrf.check('s1', flip(one, at)))).toEqual([false, false, false, false, false])
    expect([null, undefined, '', '.', one.slice(1), `${one}A`].map((t) => csrf.check('s1', t))).toEqual(new Array(6).fill(false))
  })
})

describe('limits', () => {
  const take = (who: string) => world.ports.limits.take('linkTry', who, world.ports.clock.now())
  const { burst, seconds } = LIMITS.linkTry

  test('of many at once exactly as many as allowed come through', async () => {
    world.at(0)
    const tries = await Promise.all(Array.from({ length: burst * 2 }, () => take('198.51.100.1')))
    expect(tries.filter((wait) => wait === null)).toHaveLength(burst)
  })

  test('one more comes through when its time has come, not a second before, and says how long', async () => {
    world.at(0)
    for (let i = 0; i < burst; i++) await take('198.51.100.2')
    world.at(seconds - 1)
    expect(await take('198.51.100.2')).toBe(1)
    world.at(seconds)
    expect(await take('198.51.100.2')).toBeNull()
    expect(await take('198.51.100.2')).toBe(seconds)
  })

  test('a clock that goes back fills nothing, and a long rest fills no more than the bucket holds', async () => {
    world.at(1000)
    for (let i = 1; i < burst; i++) await take('198.51.100.3')
    world.at(0)
    expect(await take('198.51.100.3')).toBeNull()
    expect(await take('198.51.100.3')).toBe(seconds)
    world.at(100 * DAY)
    const tries = []
    for (let i = 0; i < burst + 1; i++) tries.push(await take('198.51.100.3'))
    expect(tries.filter((wait) => wait === null)).toHaveLength(burst)
  })

  test('others and other purposes have buckets of their own', async () => {
    world.at(0)
    for (let i = 0; i < burst; i++) await take('198.51.100.4')
    expect(await take('198.51.100.4')).not.toBeNull()
    expect(await take('198.51.100.5')).toBeNull()
    expect(await world.ports.limits.take('passkeyTry', '198.51.100.4', world.ports.clock.now())).toBeNull()
  })

  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['kim@example.org', 'kim@example.org'],
  ])('%s counts as %s', (who, as) => expect(network(who)).toBe(as))
})

describe('settings', () => {
  test.each([
    [{}, true],
    [{ APP_ORIGIN: 'https://a.example/path' }, true],
    [{ APP_ORIGIN: 'http://127.0.0.1:8080' }, true],
    [{ APP_ORIGIN: 'http://a.example' }, false],
    [{ APP_ORIGIN: 'ftp://a.example' }, false],
    [{ OPERATORS: 'a@b.org, c@d.org' }, true],
    [{ OPERATORS: 'a@b.org, nobody' }, false],
    [{ SESSION_DAYS: '0' }, false],
    [{ SESSION_DAYS: '', APP_ORIGIN: '' }, true],
    [{ SIGN_IN_LINK_MINUTES: '61' }, false],
  ])('%o is right: %s', (env, right) => expect(peopleSettings.safeParse(env).success).toBe(right))

  test('an origin ends without a slash', () => {
    expect(peopleSettings.parse({ APP_ORIGIN: 'https://a.example/' }).APP_ORIGIN).toBe('https://a.example')
  })
})
