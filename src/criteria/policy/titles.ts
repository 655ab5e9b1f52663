import { regionOf } from '../outline/sections.ts'

/** The last two titles that name something, without one that repeats in the other. */
export function sectionTitle(titles: readonly string[]): string {
  const specific = titles.filter((t) => !isGeneric(t))
  const [above, last] = specific.slice(-2)
  if (above === undefined) return titles.at(-1) ?? ''
  if (last === undefined) return above
  return last.toLowerCase().includes(above.toLowerCase()) ? last : `${above} – ${last}`
}

const GENERIC =
  /\b(coverage|criteria\w?|criterion|policy|statement|medical(ly)?|necess(ity|ary)|clinical|indications?|authorizations?|approvals?|requirements?|guidelines?|position|determinations?|rationale|fda-approved|approved|covered|other|uses?|with|supportive|evidence|prior|the|of|for|and|general|conditions?|pa)\b/gi

/** Titles that every policy has; they name no drug, service or indication. */
export const isGeneric = (title: string) =>
  title.replace(GENERIC, '').replace(/[^a-z]/gi, '') === '' || regionOf(title) === 'title'
