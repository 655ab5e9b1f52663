import type { Knowledge } from '../knowledge/assemble.ts'
import { resolvePayer } from '../knowledge/resolvePayer.ts'
import type { Resolvers } from '../reading/resolvers.ts'

/** The registries as reading asks for them: a name that could mean several payers stays a name. */
export function readingResolvers(knowledge: Knowledge): Resolvers {
  return {
    payer(name) {
      const found = resolvePayer(knowledge, name)
      if (!found || !('payerId' in found)) return null
      const type = knowledge.payers.get(found.payerId)?.type
      return { payerId: found.payerId, displayName: found.displayName, vendor: type === 'utilization_reviewer' || type === 'pharmacy_benefit_manager' }
    },
    hasReason: (id) => knowledge.reasons.has(id),
  }
}
