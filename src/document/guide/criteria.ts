import type { Claim } from '../../argument/claim.ts'
import type { Criterion } from '../../knowledge/treatment.ts'
import { trustIn } from '../../knowledge/treatment.ts'
import { say } from './say.ts'
import type { Subject } from './subject.ts'
import { provisionSupport, recordSupport } from './support.ts'

/** A typical criterion, whole: what is asked, for whom, what proves it, what stands in for it. */
export interface TypicalCriterion {
  readonly key: string
  readonly at: Criterion['at']
  readonly asked: Claim
  readonly provedBy: Claim
  readonly exceptions: Claim | null
}

/** Atomic criteria of the treatment record, groups taken apart. Typical across payers, never a named payer's. */
export const typicalCriteria = (subject: Subject): readonly TypicalCriterion[] =>
  subject.treatment.typicalCriteria.flatMap((c) => leaves(subject, c))

function leaves(subject: Subject, c: Criterion): TypicalCriterion[] {
  if (c.of.length) return c.of.flatMap((child) => leaves(subject, child))
  const { treatment, knowledge } = subject
  const own = (pin: string, quote: string) =>
    recordSupport('treatment', treatment.id, `typicalCriteria.${c.key}${pin}`, quote, trustIn(treatment, 'criteria').status)
  const population = forWhom(subject, c.for)
  return [
    {
      key: c.key,
      at: c.at,
      asked: say(`${c.requirement}${population ? ` (for ${population})` : ''}.`, [
        own('', `${c.requirement} ${population}`),
        ...c.cite.map((ref) => provisionSupport(knowledge, ref)),
      ]),
      provedBy: say(`${c.provedBy}`, [own('.provedBy', c.provedBy)]),
      exceptions: c.exceptions.length
        ? say(`Or: ${c.exceptions.map((e) => `${lower(e.requirement)} (${e.provedBy})`).join('; ')}.`, [
            own('.exceptions', c.exceptions.map((e) => `${e.requirement} (${e.provedBy})`).join('; ')),
          ])
        : null,
    },
  ]
}

/** The conditions a criterion or a step is for, by name; empty where it is for all. */
export const forWhom = (subject: Subject, ids: readonly string[]): string =>
  ids.length === subject.treatment.indications.length
    ? ''
    : ids
        .flatMap((id) => subject.treatment.indications.find((i) => i.id === id)?.name ?? [])
        .map((name) => lower(name.split(':')[0] ?? name))
        .join('; ')

export const lower = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)
