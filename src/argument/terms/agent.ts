import type { Knowledge } from '../../knowledge/assemble.ts'

const BRANDS = new WeakMap<Knowledge, ReadonlySet<string>>()

/** Proprietary names of the vocabulary and the treatment registry, lower case. */
function brandsOf(knowledge: Knowledge): ReadonlySet<string> {
  const known = BRANDS.get(knowledge)
  if (known) return known
  const vocabulary = [...knowledge.facts.values()].flatMap((record) =>
    record.kind === 'agents' ? Object.values(record.groups).flatMap((g) => Object.values(g.agents).flat()) : [],
  )
  const names = [...vocabulary, ...[...knowledge.treatments.values()].flatMap((t) => t.brands)]
  const brands = new Set(names.filter((n) => /^[A-Z][a-z]/.test(n)).map((n) => n.toLowerCase()))
  BRANDS.set(knowledge, brands)
  return brands
}

/** Operations that bear a person's name. */
const NAMED_FOR = /^(?:Le Fort|Roux|Whipple|Mohs|Fontan|Nissen|Botox|Gamma Knife|CyberKnife|Ilizarov|Ross|Ponseti|Hartmann)\b/

/** "Glatiramer acetate" → "glatiramer acetate" inside a sentence; brands and abbreviations keep their capitals. */
export function agentInSentence(name: string, knowledge: Knowledge): string {
  const [first = ''] = name.split(/[ ,(]/)
  if (!/^[A-Z][a-z]/.test(name) || NAMED_FOR.test(name)) return name
  const brands = brandsOf(knowledge)
  return brands.has(name.toLowerCase()) || brands.has(first.toLowerCase()) ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

/** "a", "a and b", "a, b and c". */
export const namesInSentence = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
