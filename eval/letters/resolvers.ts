import { loadKnowledge } from '../../src/infra/knowledge/load.ts'
import { NO_RESOLVERS, type Resolvers } from '../../src/reading/resolvers.ts'
import { readingResolvers } from '../../src/usecases/resolvers.ts'

/** The registries of the knowledge folder; none, with a word about it, where the folder does not load. */
export function resolvers(): Resolvers {
  const knowledge = loadKnowledge()
  if (knowledge.ok) return readingResolvers(knowledge.value)
  console.error(`Reading without registries: the knowledge folder has ${knowledge.problems.length} problem(s).`)
  return NO_RESOLVERS
}
