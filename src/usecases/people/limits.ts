import { type Failure, fail } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { LimitPurpose, PeoplePorts } from './ports.ts'

/** A bucket: `burst` tries at once, then one every `seconds`. */
export interface Limit {
  readonly burst: number
  readonly seconds: number
}

export const LIMITS: Readonly<Record<LimitPurpose, Limit>> = {
  /** Links asked from one network address. A clinic shares one. */
  signInMail: { burst: 10, seconds: 120 },
  /** Links asked for one e-mail address, by anybody: nobody's mailbox is flooded. */
  signInAddress: { burst: 3, seconds: 300 },
  /** Tries of tokens. They have 256 bits: this only keeps the noise down. */
  linkTry: { burst: 20, seconds: 30 },
  passkeyTry: { burst: 20, seconds: 30 },
  upload: { burst: 60, seconds: 10 },
  payment: { burst: 6, seconds: 120 },
  caseOpen: { burst: 20, seconds: 60 },
}

/** Null: go on. */
export async function limited(
  ports: Pick<PeoplePorts, 'limits' | 'clock'>,
  purpose: LimitPurpose,
  who: string,
): Promise<Failure | null> {
  const wait = await ports.limits.take(purpose, who, ports.clock.now())
  if (wait === null) return null
  const minutes = Math.max(1, Math.ceil(wait / 60))
  const when = minutes === 1 ? 'in a minute' : `in ${minutes} minutes`
  return fail(
    problem('too-many-requests', 'this page', 'There were too many tries in a short time.', `Please try again ${when}.`),
  )
}
