import type { Finding, Rule } from './rule.ts'

export const oneTranslation: Rule = {
  name: 'one-translation',
  why: 'The same English twice gets two Spanish versions sooner or later, and only the first is shown. Keep one entry.',
  check: ({ knowledge }) => {
    const first = new Map<string, string>()
    return [...knowledge.spanish.values()].flatMap((record) =>
      record.entries.flatMap(({ en }, i): Finding[] => {
        const where = first.get(en)
        first.set(en, where ?? record.id)
        return where === undefined
          ? []
          : [{ kind: 'spanish', id: record.id, at: `entries.${i}`, say: `Already translated in ${where}.` }]
      }),
    )
  },
}
