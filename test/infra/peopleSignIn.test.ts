import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askSignIn } from '../../src/usecases/people/askSignIn.ts'
import { changeEmail } from '../../src/usecases/people/changeEmail.ts'
import { forgetPerson } from '../../src/usecases/people/forget.ts'
import type { Session } from '../../src/usecases/people/ports.ts'
import { offerSignIn, signIn } from '../../src/usecases/people/signIn.ts'
import { startVisit, whoIs } from '../../src/usecases/people/visit.ts'
import { type PeopleWorld, peopleWorld } from './peopleWorld.ts'
import { must } from './testStore.ts'

let world: PeopleWorld
let round = 0
beforeAll(async () => {
  world = await peopleWorld({ OPERATORS: 'Ops@Clinic.example' })
}, 60_000)
afterAll(() => world?.close())
beforeEach(() => {
  // Limits of one test must not reach into the next.
  round += 1
  world.at(0)
})

const from = () => `203.0.113.${round}`
const ask = (email: string, session: Session | null = null, purpose: 'signIn' | 'changeEmail' = 'signIn') =>
  askSignIn(world.ports, { email, purpose, session, from: from(), lang: 'en', next: '/cases' })
const enter = (token: string, session: Session | null = null, bring = false) =>
  signIn(world.ports, { token, session, bring, from: from() })
const visit = async () => {
  const { person, token } = await startVisit(world.ports, 'en')
  return { person, token, session: await world.session(token), id: await world.caseOf(person) }
}
const account = async (email: string) => {
  must(await ask(email))
  return must(await enter(world.mailed()))
}

describe('a link in a mail', () => {
  test('signs in, once; the account is the same the next time', async () => {
    must(await ask('Kim@Example.org '))
    expect(world.mail.at(-1)?.to).toBe('kim@example.org')
    const token = world.mailed()
    const first = must(await enter(token))
    expect((await world.session(first.token)).person).toMatchObject({ id: first.person, email: 'kim@example.org', duties: [] })
    expect(first.next).toBe('/cases')
    expect(await enter(token)).toMatchObject({ ok: false, problems: [{ code: 'not-allowed' }] })
    expect((await account('kim@example.org')).person).toBe(first.person)
  })

  test('opening it, however often, uses nothing up: scanners open links too', async () => {
    must(await ask('scanned@example.org'))
    const token = world.mailed()
    for (let i = 0; i < 5; i++) expect(must(await offerSignIn(world.ports, token, null, from())).emailHint).toBe('s…@example.org')
    expect((await enter(token)).ok).toBe(true)
    expect((await offerSignIn(world.ports, token, null, from())).ok).toBe(false)
  })

  test('of many who press the button at once exactly one comes in', async () => {
    must(await ask('race@example.org'))
    const token = world.mailed()
    const tries = await Promise.all(Array.from({ length: 12 }, () => enter(token)))
    expect(tries.filter((t) => t.ok)).toHaveLength(1)
  })

  test.each([
    [20 * 60 - 1, true],
    [20 * 60, false],
  ])('after %i seconds it works: %s', async (seconds, works) => {
    must(await ask(`late${seconds}@example.org`))
    world.at(seconds)
    expect((await enter(world.mailed())).ok).toBe(works)
  })

  test('serves its own purpose only', async () => {
    const kim = await account('purpose@example.org')
    const session = await world.session(kim.token)
    must(await ask('purpose2@example.org', session, 'changeEmail'))
    const token = world.mailed()
    expect((await enter(token)).ok).toBe(false)
    expect((await changeEmail(world.ports, token, session, from())).ok).toBe(true)
  })

  test('one letter changed, and it is nothing', async () => {
    must(await ask('tamper@example.org'))
    const token = world.mailed()
    expect((await enter(token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A'))).ok).toBe(false)
    expect((await enter('')).ok).toBe(false)
    expect((await enter(token)).ok).toBe(true)
  })

  test('neither its token nor a session’s nor an address lies in the database in clear', async () => {
    must(await ask('secret@example.org'))
    const link = world.mailed()
    const { db } = world.store.database
    const dump = async () => {
      const { rows } = await db.executeQuery<{ t: string }>(
        sql`select coalesce(string_agg(x::text, ''), '') as t from
          (select s::text as x from session s union all select l::text from sign_in_link l union all select p::text from person p) y`.compile(
          db,
        ),
      )
      return rows[0]?.t ?? ''
    }
    const hex = (text: string) => Buffer.from(text).toString('hex')
    const before = await dump()
    const { token } = must(await enter(link))
    const after = await dump()
    for (const secret of [link, token, 'secret@example.org']) {
      expect(before + after).not.toContain(secret)
      expect(before + after).not.toContain(hex(secret))
    }
  })
})

describe('nobody learns who has an account', () => {
  test('a known and an unknown address get the same answer, and both get mail', async () => {
    await account('known@example.org')
    const before = world.mail.length
    const known = await ask('known@example.org')
    const unknown = await ask('never@example.org')
    expect({ ...known, value: null }).toEqual({ ...unknown, value: null })
    expect(known).toMatchObject({ ok: true, value: { sentTo: 'known@example.org' } })
    const [a, b] = world.mail.slice(before).map((m) => m.text.replace(/\/sign-in\/[\w-]+/, ''))
    expect(a).toBe(b)
  })

  test('asking looks nobody up: the same statements run for both', async () => {
    await account('timed@example.org')
    const statements = async (email: string) => {
      const seen: string[] = []
      const { people, sessions, signInLinks } = world.ports
      const spy = <T extends object>(name: string, port: T): T =>
        new Proxy(port, {
          get(target, key) {
            seen.push(`${name}.${String(key)}`)
            return Reflect.get(target, key)
          },
        })
      const ports = {
        ...world.ports,
        people: spy('people', people),
        sessions: spy('sessions', sessions),
        signInLinks: spy('links', signInLinks),
      }
      await askSignIn(ports, { email, purpose: 'signIn', session: null, from: from(), lang: 'en', next: '/' })
      return seen
    }
    expect(await statements('timed@example.org')).toEqual(['links.make'])
    expect(await statements('nobody@example.org')).toEqual(['links.make'])
  })

  test.each([
    '',
    'kim',
    'kim@',
    '@example.org',
    'kim@example',
    'kim@exa mple.org',
    'kim@example.org\nBcc: x@y.org',
    `${'k'.repeat(65)}@example.org`,
    'a@b@example.org',
  ])('%j is no address', async (email) =>
    expect(await ask(email)).toMatchObject({ ok: false, problems: [{ code: 'form-invalid' }] }),
  )

  test.each([
    ['/cases/abc', '/cases/abc'],
    ['https://evil.example/', '/'],
    ['//evil.example/', '/'],
    ['/\\evil.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('goes on to %s as %s', async (next, to) => {
    must(
      await askSignIn(world.ports, {
        email: `next${round}@example.org`,
        purpose: 'signIn',
        session: null,
        from: from(),
        lang: 'en',
        next,
      }),
    )
    expect(must(await enter(world.mailed())).next).toBe(to)
  })

  test('a mailbox is not flooded: the fourth link within minutes is refused, later it is not', async () => {
    const outcomes = [
      await ask('flood@example.org'),
      await ask('flood@example.org'),
      await ask('flood@example.org'),
      await ask('flood@example.org'),
    ]
    expect(outcomes.map((o) => o.ok)).toEqual([true, true, true, false])
    expect(outcomes[3]).toMatchObject({ problems: [{ code: 'too-many-requests', fix: 'Please try again in 5 minutes.' }] })
    world.at(300)
    expect((await ask('flood@example.org')).ok).toBe(true)
  })
})

describe('a visitor who signs in', () => {
  test('with a new address becomes the account; the former session is worth nothing', async () => {
    const me = await visit()
    const planted = await world.ports.sessions.start(me.person, world.ports.clock.now())
    must(await ask('fresh@example.org', me.session))
    const done = must(await enter(world.mailed(), me.session))
    expect(done.person).toBe(me.person)
    expect([await whoIs(world.ports, me.token), await whoIs(world.ports, planted)]).toEqual([null, null])
    expect(await world.store.cases.roleOf(me.id, done.person)).toBe('patient')
  })

  test('with a known address brings their cases along, and is nobody afterwards', async () => {
    const old = await account('again@example.org')
    const me = await visit()
    must(await ask('again@example.org', me.session))
    const done = must(await enter(world.mailed(), me.session))
    expect(done.person).toBe(old.person)
    expect(await world.store.cases.roleOf(me.id, old.person)).toBe('patient')
    expect(await world.store.cases.roleOf(me.id, me.person)).toBeNull()
    expect(await whoIs(world.ports, me.token)).toBeNull()
    expect(await whoIs(world.ports, old.token)).not.toBeNull()
  })

  test('on another device: the cases go along, the session that asked does not', async () => {
    const victim = await account('victim@example.org')
    const own = await world.caseOf(victim.person)
    const asker = await visit()
    must(await ask('victim@example.org', asker.session))
    const done = must(await enter(world.mailed()))
    expect(done.person).toBe(victim.person)
    expect(await world.store.cases.roleOf(asker.id, victim.person)).toBe('patient')
    const still = await whoIs(world.ports, asker.token)
    expect(still?.person).toMatchObject({ id: asker.person, email: null })
    expect(await world.store.cases.roleOf(own, asker.person)).toBeNull()
  })

  test('by a stranger’s link loses no case to the stranger, unless they say the cases are theirs', async () => {
    must(await ask('stranger@example.org'))
    const me = await visit()
    const link = world.mailed()
    expect(must(await offerSignIn(world.ports, link, me.session, from())).asksToBring).toBe(true)
    const done = must(await enter(link, me.session, false))
    expect(await world.store.cases.roleOf(me.id, done.person)).toBeNull()
    expect(await world.store.cases.roleOf(me.id, me.person)).toBe('patient')

    const other = await visit()
    must(await ask('mine@example.org'))
    const mine = must(await enter(world.mailed(), other.session, true))
    expect(await world.store.cases.roleOf(other.id, mine.person)).toBe('patient')
  })

  test('two links of one new address used at once make one account', async () => {
    const links = []
    for (let i = 0; i < 3; i++) {
      must(await ask('twice@example.org'))
      links.push(world.mailed())
    }
    const people = await Promise.all(links.map((link) => enter(link)))
    expect(new Set(people.map((p) => must(p).person)).size).toBe(1)
  })
})

describe('an account', () => {
  test('signing in again gets a new session; the one it had is worth nothing', async () => {
    const kim = await account('renewed@example.org')
    const other = await account('renewed@example.org')
    must(await ask('renewed@example.org', await world.session(kim.token)))
    const again = must(await enter(world.mailed(), await world.session(kim.token)))
    expect(again.person).toBe(kim.person)
    expect(again.token).not.toBe(kim.token)
    expect(await whoIs(world.ports, kim.token)).toBeNull()
    expect(await whoIs(world.ports, other.token)).not.toBeNull()
  })

  test('changes its address only in a session of its own, ends every other session, and takes nobody’s address', async () => {
    const kim = await account('before@example.org')
    const elsewhere = await account('before@example.org')
    const stranger = await account('stranger2@example.org')
    const session = await world.session(kim.token)
    must(await ask('after@example.org', session, 'changeEmail'))
    const link = world.mailed()
    expect((await changeEmail(world.ports, link, await world.session(stranger.token), from())).ok).toBe(false)
    expect((await changeEmail(world.ports, link, null, from())).ok).toBe(false)
    const changed = must(await changeEmail(world.ports, link, session, from()))
    expect((await world.session(changed.token)).person.email).toBe('after@example.org')
    expect(await whoIs(world.ports, elsewhere.token)).toBeNull()
    const now = await world.session(changed.token)
    must(await ask('stranger2@example.org', now, 'changeEmail'))
    expect(await changeEmail(world.ports, world.mailed(), now, from())).toMatchObject({
      ok: false,
      problems: [{ code: 'form-invalid' }],
    })
    expect(await ask('x@example.org', (await visit()).session, 'changeEmail')).toMatchObject({
      problems: [{ code: 'sign-in-needed' }],
    })
  })

  test('of an operator is known by the settings, in any spelling', async () => {
    const ops = await account('ops@CLINIC.example')
    expect((await world.session(ops.token)).person.duties).toEqual(['operator'])
  })

  test('deleted, is gone with the cases only it could reach', async () => {
    const kim = await account('leaves@example.org')
    const friend = await account('stays@example.org')
    const alone = await world.caseOf(kim.person)
    const shared = await world.caseOf(kim.person)
    await world.store.cases.grant(shared, friend.person, 'representative')
    expect(await forgetPerson(world.ports, await world.session(kim.token))).toEqual([alone])
    expect(await world.store.cases.load(alone)).toBeNull()
    expect(await world.store.cases.load(shared)).not.toBeNull()
    expect(await whoIs(world.ports, kim.token)).toBeNull()
    expect(await world.ports.people.byEmail('leaves@example.org')).toBeNull()
  })
})
