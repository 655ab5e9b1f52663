import type { Knowledge } from '../knowledge/assemble.ts'
import { resolvePayer } from '../knowledge/resolvePayer.ts'
import type { Resolvers } from '../reading/resolvers.ts'

/** The registries as reading asks for them: a name that could mean several payers stays a name. */
export function readingResolvers(knowledge: Knowledge): Resolvers {
  return {
    payer(name) {
      const found = resolvePayer(knowledge, name)
      if (!found || !('payerId' in found)) return null
      return found
    },
    hasReason: (id) => knowledge.reasons.has(id),
  }
}
