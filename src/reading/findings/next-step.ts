import { statesAPlanWindow } from './appeal-window.ts'
import type { ReadingContext } from './context.ts'

/** Who hears the next appeal: the plan, or a body outside it (hearing office, external reviewer). */
export type NextStep = 'plan' | 'outside'

const HEARING = /\b(?:fair|state|administrative)\s+(?:\w+\s+)?hearings?\b/i
const PLAN_APPEAL = /\b(?:appeals?|reconsideration|redetermination|grievances?)\b/i

/**
 * Outside where the plan's own appeals are done (`afterAppeal`) and no further level is offered, or
 * where the letter offers a hearing and never speaks of an appeal to the plan, as state agencies write.
 */
export function nextStep(ctx: ReadingContext, afterAppeal: boolean): NextStep {
  if (afterAppeal) return statesAPlanWindow(ctx) ? 'plan' : 'outside'
  const hearing = ctx.sentences.some((s) => HEARING.test(s.text))
  const own = ctx.sentences.some((s) => s.section !== 'external' && PLAN_APPEAL.test(s.text) && !/hearing/i.test(s.text))
  return hearing && !own && !statesAPlanWindow(ctx) ? 'outside' : 'plan'
}
