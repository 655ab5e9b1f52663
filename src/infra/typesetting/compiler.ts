import { isDeepStrictEqual } from 'node:util'
import type { CivilDate } from '../../base/date.ts'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { PageJob, PartStart } from './protocol.ts'
import { setPagesInThread } from './threaded.ts'

/** Page numbers settle on the second pass; more would mean that a number's width moves a page break. */
const PASSES = 4

export interface Job extends Omit<PageJob, 'numbers'> {
  /** What depends on page numbers, given where the parts begin; null for templates that need none. */
  readonly numbers: ((starts: readonly PartStart[], pageCount: number) => unknown) | null
  /** Where the parts will begin as far as the caller can tell: a good guess saves a pass, a bad one costs nothing else. */
  readonly guess?: { readonly starts: readonly PartStart[]; readonly pageCount: number }
  readonly today: CivilDate
}

export interface Typeset {
  readonly pdf: Buffer
  readonly pageCount: number
  readonly starts: readonly PartStart[]
}

/** Sets a template to tagged PDF/UA-1. Same input, same bytes. */
export async function typeset({ numbers: numbersOf, guess, ...job }: Job): Promise<Outcome<Typeset>> {
  let numbers = numbersOf?.(guess?.starts ?? [], guess?.pageCount ?? 0)
  for (let pass = 1; pass <= PASSES; pass++) {
    const set = await setPagesInThread({ ...job, numbers })
    if (set.kind === 'refused') return refused(job.template, set.diagnostics)
    const next = numbersOf?.(set.starts, set.pageCount)
    if (isDeepStrictEqual(next, numbers)) {
      const { pdf, pageCount, starts } = set
      const warnings = set.missed.length
        ? refused(job.template, set.missed).problems.map((p) => ({ ...p, ...NOT_ACCESSIBLE }))
        : []
      return ok({ pdf: Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength), pageCount, starts }, warnings)
    }
    numbers = next
  }
  return refused(job.template, ['page numbers do not settle'])
}

const NOT_ACCESSIBLE = {
  say: 'The pages are complete but not fully marked up for screen readers (PDF/UA-1).',
  fix: 'Send them as they are; give a reader who needs it the DOCX.',
}

/** Diagnostics quote the text they failed on, which may be health data: quotations are cut out. */
function refused(template: string, diagnostics: readonly string[]) {
  const why = diagnostics
    .join('; ')
    .replace(/(["'`])[^"'`]*\1/g, '…')
    .slice(0, 300)
  return fail(
    problem(
      'typesetting-failed',
      template,
      `The pages could not be set: ${why}.`,
      'Report this; the text is still in case.json.',
    ),
  )
}
