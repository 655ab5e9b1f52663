import { z } from 'zod'
import { key, texts } from './care.ts'
import { bilingual, id, isoDate, provenance, text } from './datum.ts'

/** A count or a share as its source prints it: "262,982", "4.1 million", "66%". */
const printed = z.string().regex(/^\d[\d,.]*(?: million)?%?$/, 'a figure as its source prints it')

/**
 * What a public source says became of appeals of one kind in one period. It is shown to a person only where
 * coverage, State and level are theirs, and never without how many appeals it is about, and from when.
 */
export const figureRecord = z
  .strictObject({
    id,
    /** Coverage types that the source counted. */
    coverage: z.array(key).min(1),
    /** Two letters; empty: every State. */
    states: texts,
    /** Which appeal: decided by the plan itself, or by somebody outside of it. */
    level: z.enum(['internal', 'external']),
    /** Counted only before, or only after, the care was given; left out: both. */
    care: z.enum(['pre_service', 'post_service']).optional(),
    /** Records of the same name that alone were counted; empty: all. */
    payers: texts,
    reasons: texts,
    treatments: texts,
    /** "2024", or "2014 to 2016". */
    period: text,
    /** How many appeals were counted. */
    of: printed,
    /** How many of them, or which share. */
    part: printed,
    /** "Of N appeals …, M …": both figures as they stand above. */
    says: bilingual,
    /** What the figure leaves out, so that nobody takes it for their own chance. */
    leavesOut: z.array(bilingual).min(1),
    source: z.strictObject({ title: text, publisher: text, url: z.url(), published: isoDate.optional() }),
    ...provenance,
  })
  .refine((f) => f.status !== 'recalled', { path: ['status'], message: 'a figure is seen somewhere, or it is left out' })
  .refine((f) => [f.says.en, f.says.es].every((s) => shows(s, f.of) && shows(s, f.part)), {
    path: ['says'],
    message: 'both languages say both figures as they stand in "of" and "part"',
  })
export type FigureRecord = z.infer<typeof figureRecord>

/** "4.1 million" is "4.1 millones" in Spanish. */
const shows = (sentence: string, figure: string): boolean => {
  const bare = figure.replace(/ million$/, '')
  return new RegExp(`(?<![\\d.,])${bare.replace(/[.%]/g, '\\$&')}(?![\\d%]|[.,]\\d)`).test(sentence)
}
