import { type Outcome, ok } from '../base/outcome.ts'
import { parsePolicy } from '../criteria/policy/parse.ts'
import type { Policy } from '../criteria/requirement.ts'
import type { NamedBytes, Ports } from './ports.ts'

/** A payer's policy as requirement trees. */
export async function readPolicy(ports: Ports, file: NamedBytes): Promise<Outcome<Policy>> {
  const decoded = await ports.readDocument('policy', file)
  if (!decoded.ok) return decoded
  const policy = parsePolicy(decoded.value)
  return policy.ok ? ok(policy.value, [...decoded.warnings, ...policy.warnings]) : policy
}
