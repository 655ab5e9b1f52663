import { stateEs } from '../../document/guide/words/statesEs.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import { payerNames } from '../../knowledge/resolvePayer.ts'

/** Kinds of record that have a page of their own. */
export type EntryKind = 'payer' | 'treatment' | 'reason' | 'coverage' | 'state' | 'process' | 'scenario'

/** What a person can search for, and every word by which they may know it. */
export interface Entry {
  readonly kind: EntryKind
  readonly id: string
  readonly title: { readonly en: string; readonly es: string }
  /** Names of the thing itself. */
  readonly names: readonly string[]
  /** Words that lead to it without naming it: its class, its conditions, the wording of letters. */
  readonly words: readonly string[]
}

const same = (name: string) => ({ en: name, es: name })

/** "BCBS Texas": people shorten a Blue company so whether or not it does. */
const bluesShort = (name: string): readonly string[] => {
  const short = name.replace(/\bBlue ?Cross (?:and |& )?Blue ?Shield\b(?: of(?= ))?/, 'BCBS')
  return short === name ? [] : [short]
}

export const entriesOf = (knowledge: Knowledge): readonly Entry[] => [
  ...[...knowledge.payers.values()].map(
    (p): Entry => ({
      kind: 'payer',
      id: p.id,
      title: same(p.displayName),
      names: [...payerNames(p), ...p.abbreviations, ...payerNames(p).flatMap(bluesShort)],
      words: [],
    }),
  ),
  ...[...knowledge.treatments.values()].map(
    (t): Entry => ({
      kind: 'treatment',
      id: t.id,
      title: { en: t.displayName, es: t.displayNameEs ?? t.displayName },
      names: [
        t.displayName,
        ...[t.shortName, t.displayNameEs].flatMap((name) => name ?? []),
        ...[t.aliases, t.abbreviations, t.generalNames, t.brands, t.generic].flat(),
        ...t.hcpcs.map((h) => h.code),
      ],
      words: [t.class, ...t.indications.map((i) => i.name)],
    }),
  ),
  ...[...knowledge.reasons.values()].map(
    (r): Entry => ({
      kind: 'reason',
      id: r.id,
      title: { en: r.displayName, es: r.displayNameEs },
      names: [r.displayName, r.displayNameEs, ...[r.headline, r.relatedPhrase].flatMap((b) => [b.en, b.es])],
      words: [...r.letterCues, ...r.subtypes],
    }),
  ),
  ...[...knowledge.coverage.values()].map(
    (c): Entry => ({ kind: 'coverage', id: c.id, title: c.name, names: [c.name.en, c.name.es], words: [] }),
  ),
  ...[...knowledge.states.values()].map(
    (s): Entry => ({
      kind: 'state',
      id: s.id,
      title: { en: s.name, es: stateEs(s.name) },
      names: [s.name, stateEs(s.name)],
      words: [],
    }),
  ),
  ...[...knowledge.processes.values()].map(
    (p): Entry => ({ kind: 'process', id: p.id, title: p.name, names: [p.name.en, p.name.es], words: [] }),
  ),
  ...[...knowledge.scenarios.values()].map(
    (s): Entry => ({ kind: 'scenario', id: s.id, title: s.question, names: [s.question.en, s.question.es], words: [] }),
  ),
]
