import type { Finding, Rule } from './rule.ts'

export const properDisplayNames: Rule = {
  name: 'proper-display-names',
  why: 'Names come from the registry, never from a slug: "Occupational therapy for children", not "Ot Pediatric".',
  check: ({ knowledge }) =>
    (['payers', 'treatments', 'reasons'] as const).flatMap((kind) =>
      [...knowledge[kind].values()].flatMap((r) => {
        const slugs = [r.id, r.liveSlug ?? '', 'slug' in r ? r.slug : '']
        const fault = faultOf(r.displayName, kind === 'treatments' ? slugs : [])
        return fault ? [{ kind, id: r.id, at: 'displayName', say: fault } satisfies Finding] : []
      }),
    ),
}

function faultOf(name: string, slugs: readonly string[]): string | null {
  if (/^[a-z0-9]+([-_][a-z0-9]+)+$/.test(name)) return 'The name is a slug.'
  if (slugs.some((slug) => slug && name === titleCase(slug) && (slug.includes('-') || !/[aeiou].*[aeiou]/.test(slug))))
    return 'The name is a slug with capitals.'
  if (/_/.test(name)) return 'The name has an underscore.'
  if (/[.,;:]$/.test(name)) return 'The name ends with punctuation.'
  return /^[a-z]/.test(name) && !/^[a-z]+[A-Z]/.test(name) ? 'The name begins with a small letter.' : null
}

const titleCase = (slug: string): string =>
  slug
    .split(/[-_]/)
    .map((w) => w.slice(0, 1).toUpperCase() + w.slice(1))
    .join(' ')
