import type { Knowledge } from '../assemble.ts'
import { allRecords, type Finding, type Kind, type Rule } from './rule.ts'
import { textsIn } from './walk.ts'

/** Kinds that live only through others → the ids that others use. */
const USED: Partial<Record<Kind, (knowledge: Knowledge) => ReadonlySet<string>>> = {
  grounds: ({ arguments: all }) => new Set([...all.values()].flatMap((a) => a.grounds)),
  classes: ({ treatments }) => new Set([...treatments.values()].map((t) => t.group)),
  arguments: ({ reasons }) => new Set(reasons.keys()),
}

export const noOrphans: Rule = {
  name: 'no-orphans',
  why: 'A record that nothing uses is not missed when it goes wrong. Use it, or remove it.',
  check: ({ knowledge }) => [
    ...(Object.keys(USED) as Kind[]).flatMap((kind) => {
      const used = USED[kind]?.(knowledge)
      return [...knowledge[kind].keys()]
        .filter((id) => !used?.has(id))
        .map((id): Finding => ({ kind, id, at: '', say: 'No record uses it.' }))
    }),
    ...spanishOfNothing(knowledge),
  ],
}

/** Spanish whose English no longer stands in any record. */
function spanishOfNothing(knowledge: Knowledge): Finding[] {
  const said = new Set(
    allRecords(knowledge).flatMap(([kind, , record]) => (kind === 'spanish' ? [] : textsIn(record).map(([, text]) => text))),
  )
  return [...knowledge.spanish.values()].flatMap((record) =>
    record.entries.flatMap(({ en }, i): Finding[] =>
      said.has(en) ? [] : [{ kind: 'spanish', id: record.id, at: `entries.${i}`, say: 'No record says this in English.' }],
    ),
  )
}
