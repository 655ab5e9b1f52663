/** `import { openWorld, draftPacket } from "appealwright"`: the same use cases that the command line calls. */
export { type Outcome, ok } from '../../base/outcome.ts'
export { exitCode, PROBLEMS, type Problem, sayProblem } from '../../base/problem.ts'
export { type Draft, type DraftRequest, draftPacket } from '../../usecases/draft.ts'
export { readPolicy } from '../../usecases/policy.ts'
export type { NamedBytes, Ports } from '../../usecases/ports.ts'
export { type ReadFile, readDenialFile } from '../../usecases/read.ts'
export { askRights, type RightsAnswer, type RightsRequest } from '../../usecases/rights.ts'
export { openWorld, type World } from '../wire.ts'
