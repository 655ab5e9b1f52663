import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type Kysely, sql } from 'kysely'
import { fail, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { Instant } from '../../casefile/event.ts'
import type { PersonId } from '../../usecases/cases/ports.ts'
import type { Passkeys } from '../../usecases/people/ports.ts'
import { authenticationAnswer, registrationAnswer } from './passkeyAnswers.ts'
import { after, instantOf, tokenHash } from './secrets.ts'
import type { PeopleTables } from './tables.ts'

const CHALLENGE_SECONDS = 300
const SERVICE = 'Appealwright'
/** EdDSA, ES256, RS256: what authenticators have. */
const ALGORITHMS = [-8, -7, -257]

const refused = () =>
  fail(problem('not-allowed', 'this passkey', 'The passkey was not accepted.', 'Try once more, or get a sign-in link by e-mail.'))

export function passkeysIn(db: Kysely<PeopleTables>, origin: string): Passkeys {
  const rpID = new URL(origin).hostname
  const remember = (challenge: string, person: PersonId | null, now: Instant) =>
    db
      .insertInto('passkey_challenge')
      .values({ hash: tokenHash(challenge), person, until: after(now, CHALLENGE_SECONDS) })
      .execute()
  /** True once for each challenge, and only for whom it was made. */
  const redeem = (person: PersonId | null, now: Instant) => async (challenge: string) => {
    const row = await db
      .deleteFrom('passkey_challenge')
      .where('hash', '=', tokenHash(challenge))
      .where('until', '>', sql<Date>`${now}::timestamptz`)
      .where('person', 'is not distinct from', person)
      .returning('hash')
      .executeTakeFirst()
    return row !== undefined
  }
  const list = async (person: PersonId) =>
    (await db.selectFrom('passkey').selectAll().where('person', '=', person).orderBy('made').execute()).map((row) => ({
      id: row.id,
      name: row.name,
      made: instantOf(row.made),
      used: row.used ? instantOf(row.used) : null,
      transports: row.transports,
    }))

  return {
    async registration(person, now) {
      const options = await generateRegistrationOptions({
        rpName: SERVICE,
        rpID,
        userName: person.email ?? SERVICE,
        userID: new Uint8Array(Buffer.from(person.id)),
        excludeCredentials: (await list(person.id)).map(({ id, transports }) => ({ id, transports })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        supportedAlgorithmIDs: ALGORITHMS,
      })
      await remember(options.challenge, person.id, now)
      return options
    },

    async register(person, answer, name, now) {
      const response = registrationAnswer(answer)
      if (!response) return refused()
      const verified = await verifyRegistrationResponse({
        response: response as RegistrationResponseJSON,
        expectedChallenge: redeem(person.id, now),
        expectedOrigin: origin,
        expectedRPID: rpID,
        supportedAlgorithmIDs: ALGORITHMS,
      }).catch(() => null)
      if (!verified?.verified) return refused()
      const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential
      const made = await db
        .insertInto('passkey')
        .values({ id, person: person.id, public_key: Buffer.from(publicKey), counter, transports, name, made: now, used: null })
        .onConflict((c) => c.doNothing())
        .returning('id')
        .executeTakeFirst()
      return made ? ok({ id, name, made: now, used: null }) : refused()
    },

    async authentication(now) {
      // No list of credentials: it would tell who has an account. The authenticator knows which are its own.
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
      await remember(options.challenge, null, now)
      return options
    },

    async authenticate(answer, now) {
      const response = authenticationAnswer(answer)
      if (!response) return refused()
      const row = await db.selectFrom('passkey').selectAll().where('id', '=', response.id).executeTakeFirst()
      if (!row) return refused()
      const verified = await verifyAuthenticationResponse({
        response: response as AuthenticationResponseJSON,
        expectedChallenge: redeem(null, now),
        expectedOrigin: origin,
        expectedRPID: rpID,
        credential: { id: row.id, publicKey: new Uint8Array(row.public_key), counter: Number(row.counter) },
      }).catch(() => null)
      if (!verified?.verified) return refused()
      await db
        .updateTable('passkey')
        .set({ counter: verified.authenticationInfo.newCounter, used: now })
        .where('id', '=', row.id)
        .execute()
      return ok(row.person as PersonId)
    },

    list: async (person) => (await list(person)).map(({ id, name, made, used }) => ({ id, name, made, used })),

    async remove(person, id) {
      const gone = await db.deleteFrom('passkey').where('person', '=', person).where('id', '=', id).executeTakeFirst()
      return gone.numDeletedRows === 1n
    },
  }
}
