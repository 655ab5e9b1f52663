import type { Outcome } from '../../../../base/outcome.ts'
import { PROBLEMS, type Problem } from '../../../../base/problem.ts'
import { localPath } from '../../../../usecases/people/address.ts'
import {
  addPasskey,
  offerPasskey,
  offerPasskeySignIn,
  removePasskey,
  signInByPasskey,
} from '../../../../usecases/people/passkeys.ts'
import { inLang } from '../../language.ts'
import { goto, json, type Reply, refused } from '../reply.ts'
import { type AppAsked, type AppRoute, forPerson, open } from '../route.ts'

/** Answers of authenticators hold keys and signatures. */
const MOST = 64 * 1024

/** What the script of passkeys asks: JSON in both directions. */
export const PASSKEY_ROUTES: readonly AppRoute[] = [
  open('post', '/passkey/ask', async ({ app, from }) => answered(await offerPasskeySignIn(app.people, from))),
  open('post', '/passkey', enter, { most: MOST }),
  forPerson('post', '/account/passkey/ask', 'account.manage', async ({ app, session }) =>
    answered(await offerPasskey(app.people, session)),
  ),
  forPerson('post', '/account/passkey', 'account.manage', add, { most: MOST }),
  forPerson('post', '/account/passkey/:passkey/remove', 'account.manage', async ({ app, session, params }) => {
    const removed = await removePasskey(app.people, session, params.passkey ?? '')
    return removed.ok ? goto('/account') : refused(removed.problems)
  }),
]

const refusal = (problems: readonly Problem[]): Reply =>
  json({ problem: problems[0] }, PROBLEMS[problems[0]?.code ?? 'internal-fault'].http)

const answered = (outcome: Outcome<unknown>): Reply => (outcome.ok ? json(outcome.value) : refusal(outcome.problems))

interface Sent {
  readonly answer?: unknown
  readonly name?: unknown
  readonly next?: unknown
}

function sentIn({ given }: AppAsked): Sent {
  try {
    const sent: unknown = JSON.parse(given.body)
    return typeof sent === 'object' && sent !== null ? sent : {}
  } catch {
    return {}
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

async function enter(asked: AppAsked): Promise<Reply> {
  const { app, session, from, lang } = asked
  const { answer, next } = sentIn(asked)
  const signed = await signInByPasskey(app.people, { answer, session, from, next: localPath(textOf(next) || '/cases') })
  if (!signed.ok) return refusal(signed.problems)
  return json({ to: inLang(lang, signed.value.next) }, 200, { token: signed.value.token })
}

async function add(asked: AppAsked): Promise<Reply> {
  const { answer, name } = sentIn(asked)
  const made = await addPasskey(asked.app.people, asked.session, answer, textOf(name))
  return made.ok ? json({ to: inLang(asked.lang, '/account') }) : refusal(made.problems)
}
