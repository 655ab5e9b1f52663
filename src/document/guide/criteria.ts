import type { Criterion } from '../../knowledge/treatment.ts'
import { trustIn } from '../../knowledge/treatment.ts'
import { fitsPrograms } from './fits.ts'
import type { GuideClaim } from './guide.ts'
import type { Subject } from './subject.ts'
import { provisionSupport, recordSupport } from './support.ts'
import { lower, tell, type Voice } from './voice.ts'

/** A typical criterion, whole: what is asked, for whom, what proves it, what stands in for it. */
export interface TypicalCriterion {
  readonly key: string
  readonly at: Criterion['at']
  readonly asked: GuideClaim
  /** A list of papers, without a stop. */
  readonly provedBy: GuideClaim
  /** The same, as a sentence of its own. */
  readonly shownBy: GuideClaim
  readonly exceptions: GuideClaim | null
  /** The record's own words, for sentences that are built around them. */
  readonly record: Criterion
}

/** Atomic criteria of the treatment record, groups taken apart. Typical across payers, never a named payer's. */
export const typicalCriteria = (subject: Subject): readonly TypicalCriterion[] =>
  subject.treatment.typicalCriteria.flatMap((c) => leaves(subject, c))

export const leavesOf = (c: Criterion): readonly Criterion[] => (c.of.length ? c.of.flatMap(leavesOf) : [c])

const leaves = (subject: Subject, criterion: Criterion): TypicalCriterion[] =>
  leavesOf(criterion)
    .filter((c) => fitsPrograms(subject, c.requirement))
    .map((c) => {
      const { treatment, knowledge } = subject
      const own = (pin: string, quote: string) =>
        recordSupport('treatment', treatment.id, `typicalCriteria.${c.key}${pin}`, quote, trustIn(treatment, 'criteria').status)
      const asked = (v: Voice) => {
        const who = forWhom(v, subject, c.for)
        return `${v.of(c.requirement)}${who && v.words.forWhom(who)}.`
      }
      const population = indicationNames(subject, c.for).join('; ')
      const proof = [own('.provedBy', c.provedBy)]
      return {
        key: c.key,
        at: c.at,
        asked: tell(subject, asked, [
          own('', `${c.requirement} ${population}`),
          ...c.cite.map((ref) => provisionSupport(knowledge, ref)),
        ]),
        provedBy: tell(subject, (v) => v.of(c.provedBy), proof),
        shownBy: tell(subject, (v) => v.words.shownBy(v.of(c.provedBy)), proof),
        exceptions: c.exceptions.length
          ? tell(
              subject,
              (v) => v.words.or(c.exceptions.map((e) => `${lower(v.of(e.requirement))} (${v.of(e.provedBy)})`).join('; ')),
              [own('.exceptions', c.exceptions.map((e) => `${e.requirement} (${e.provedBy})`).join('; '))],
            )
          : null,
        record: c,
      }
    })

const indicationNames = (subject: Subject, ids: readonly string[]): string[] =>
  ids.flatMap((id) => subject.treatment.indications.find((i) => i.id === id)?.name ?? [])

/** The conditions a criterion or a step is for, by name; empty where it is for all. */
export const forWhom = (v: Voice, subject: Subject, ids: readonly string[]): string =>
  ids.length === subject.treatment.indications.length
    ? ''
    : indicationNames(subject, ids)
        .map((name) => lower(v.of(name).split(':')[0] ?? name))
        .join('; ')
