/** Counts of right, invented and missed values, by field and by family. */
import type { DenialReading } from '../../src/reading/denial.ts'
import { comparisons, sameQuote } from './compare.ts'
import type { Labels } from './labelled.ts'

export interface Counts {
  right: number
  wrong: number
  missed: number
  quotesRight: number
}

export type Scores = Map<string, Map<string, Counts>>

export interface Miss {
  readonly file: string
  readonly field: string
  readonly read: string | null
  readonly label: string | null
}

const countsOf = (scores: Scores, family: string, field: string): Counts => {
  const fields = scores.get(family) ?? new Map<string, Counts>()
  scores.set(family, fields)
  const counts = fields.get(field) ?? { right: 0, wrong: 0, missed: 0, quotesRight: 0 }
  fields.set(field, counts)
  return counts
}

/** Adds one letter; returns what was wrong. */
export function score(
  scores: Scores,
  families: readonly string[],
  file: string,
  denial: DenialReading | null,
  labels: Labels,
): Miss[] {
  const misses: Miss[] = []
  const add = (field: string, change: (c: Counts) => void) => {
    for (const family of families) change(countsOf(scores, family, field))
  }
  for (const { field, read, label, same } of comparisons(denial, labels)) {
    const right = read !== null && label !== null && same(read.value, label.value)
    if (right && label && read) {
      const quoted = sameQuote(read.quote, label.quote)
      add(field, (c) => {
        c.right++
        if (quoted) c.quotesRight++
      })
      continue
    }
    if (read) add(field, (c) => c.wrong++)
    if (label) add(field, (c) => c.missed++)
    if (read || label) misses.push({ file, field, read: read?.value ?? null, label: label?.value ?? null })
  }
  const found = denial?.denialReasons ?? []
  const wanted = new Map(labels.denial_reasons.map((r) => [r.category, r.quote]))
  for (const r of found) {
    const quote = wanted.get(r.value.category)
    if (quote === undefined) misses.push({ file, field: 'denialReasons', read: r.value.category, label: null })
    const quoted = labels.denial_reasons.some((l) => l.category === r.value.category && sameQuote(r.span.quote, l.quote))
    add('denialReasons', (c) => {
      if (quote === undefined) c.wrong++
      else c.right++
      if (quoted) c.quotesRight++
    })
  }
  for (const category of wanted.keys())
    if (!found.some((r) => r.value.category === category)) {
      add('denialReasons', (c) => c.missed++)
      misses.push({ file, field: 'denialReasons', read: null, label: category })
    }
  return misses
}

export const precision = (c: Counts) => (c.right + c.wrong === 0 ? null : c.right / (c.right + c.wrong))
export const recall = (c: Counts) => (c.right + c.missed === 0 ? null : c.right / (c.right + c.missed))
