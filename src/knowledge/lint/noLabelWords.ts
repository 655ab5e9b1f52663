import type { TreatmentRecord } from '../treatment.ts'
import type { Finding, Rule } from './rule.ts'
import { fieldOf, textsIn } from './walk.ts'

/** Fields that may say that there is no label, or that are not prose. */
const EXEMPT = new Set([
  'regulatoryAnchor',
  'editorNotes',
  'onLabel',
  'usualReasons',
  'unusualReasons',
  'labelScope',
  'regulatoryKind',
])
const LABEL_WORDS =
  /\b(label|labels|labeled|labelling|labeling|off-label|on-label|FDA-approved|prescribing information|package insert)\b/i

export const noLabelWords: Rule = {
  name: 'no-label-words',
  why: 'A service has no FDA label: a letter that cites one is wrong on its face. Cite the therapy policy, a guideline or a standard.',
  check: ({ knowledge }) =>
    [...knowledge.treatments.values()]
      .filter((t) => !t.fdaLabelApplicable)
      .flatMap((t) => [
        ...textsIn(t)
          .filter(([path, text]) => !EXEMPT.has(fieldOf(path)) && LABEL_WORDS.test(text))
          .map(([at]): Finding => ({ kind: 'treatments', id: t.id, at, say: 'Words of an FDA label, where none applies.' })),
        ...t.labels.map(
          (label): Finding => ({ kind: 'treatments', id: t.id, at: 'labels', say: `Label "${label}", where none applies.` }),
        ),
        ...wrongFields(t),
      ]),
}

function wrongFields(t: TreatmentRecord): Finding[] {
  const said = t.indications.flatMap((i, n) => (i.onLabel === 'not_applicable' && !i.label.length ? [] : [`indications.${n}`]))
  return [...said, ...(t.labelScope === 'none' ? [] : ['labelScope'])].map((at) => ({
    kind: 'treatments',
    id: t.id,
    at,
    say: 'Speaks of a label, where none applies.',
  }))
}
