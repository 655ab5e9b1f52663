import type { Knowledge } from '../../../knowledge/assemble.ts'
import type { FigureRecord } from '../../../knowledge/figure.ts'
import type { Analysis } from '../analysis.ts'
/**
 * Published figures of what became of appeals like this one: the level that is open now first, then the one after
 * it. One that counted only some States, plans, reasons or treatments is left out where that of the case is not
 * known or another.
 */
export declare function figuresFor(
  knowledge: Knowledge,
  { ladder, facts, reason, treatment, coverage }: Pick<Analysis, 'ladder' | 'facts' | 'reason' | 'treatment' | 'coverage'>,
): readonly FigureRecord[]
