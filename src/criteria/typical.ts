import type { Criterion, TreatmentRecord } from '../knowledge/treatment.ts'
import type { CriteriaSection, Requirement } from './requirement.ts'

/**
 * What payers typically ask for a treatment, for when no policy is held. Every clause is
 * `typical`, so that a letter can only show it as such. `indication`: only what is asked for it.
 */
export function typicalCriteria(
  record: TreatmentRecord,
  part: 'initial' | 'continuation' = 'initial',
  indication: string | null = null,
): CriteriaSection {
  const asked = record.typicalCriteria.filter(
    (c) => c.at === part && (c.for.length === 0 || indication === null || c.for.includes(indication)),
  )
  const words = `Typical criteria for ${record.shortName ?? record.displayName}`
  return {
    id: `typical-${record.id}-${part}`,
    kind: part,
    title: words,
    requirement: {
      kind: 'allOf',
      id: `typical-${record.id}`,
      label: '',
      words,
      clause: { kind: 'typical', treatmentId: record.id, key: '' },
      children: asked.map((c, i) => requirementOf(c, String(i + 1), record.id)),
    },
  }
}

function requirementOf(c: Criterion, label: string, treatmentId: string): Requirement {
  const at = {
    id: `typical-${treatmentId}-${c.key}`,
    label,
    words: c.requirement,
    clause: { kind: 'typical' as const, treatmentId, key: c.key },
  }
  if (!c.of.length) return { kind: 'leaf', ...at, exceptions: c.exceptions.map((e) => requirementOf(e, label, treatmentId)) }
  const children = c.of.map((child, i) => requirementOf(child, `${label}.${i + 1}`, treatmentId))
  return c.join === 'atLeast' ? { kind: 'atLeast', n: c.least ?? 1, ...at, children } : { kind: c.join, ...at, children }
}
