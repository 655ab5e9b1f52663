import type { PersonId } from '../cases/ports.ts'
import type { Lang, PeoplePorts, Session } from './ports.ts'

type Needs = Pick<PeoplePorts, 'clock' | 'people' | 'sessions'>

/** A visitor becomes a person, without any data, when they start a case. The token is for the cookie. */
export async function startVisit(ports: Needs, lang: Lang): Promise<{ readonly person: PersonId; readonly token: string }> {
  const now = ports.clock.now()
  const person = await ports.people.create(lang, now)
  return { person, token: await ports.sessions.start(person, now) }
}

/** Whose browser this is, by its cookie; null: nobody's. */
export async function whoIs(ports: Needs, token: string | null): Promise<Session | null> {
  return token === null ? null : ports.sessions.find(token, ports.clock.now())
}

export async function signOut(ports: Needs, session: Session, where: 'here' | 'everywhere'): Promise<void> {
  if (where === 'here') await ports.sessions.end(session.id)
  else await ports.sessions.endAll(session.person.id)
}
