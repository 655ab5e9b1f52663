/** `import { ladder } from "appealwright/rights"`: levels, deadlines with their reckoning, and what the law of a coverage gives. */
export { type Ladder, type LadderLevel, ladder, type Situation } from '../../rights/ladder.ts'
export { type CaseAnswer, type DeadlineCase, reckonCase } from '../../rights/reckonCase.ts'
export type { Reckoning } from '../../rights/reckoning.ts'
export { defectLaw, type LawSaid, right } from '../../rights/rights.ts'
export { type StateReview, stateReview } from '../../rights/stateReview.ts'
export { type StateStepLaw, type StepAnswer, type StepQuestion, stateStep } from '../../rights/stateStep.ts'
export { loadKnowledge } from '../wire.ts'
