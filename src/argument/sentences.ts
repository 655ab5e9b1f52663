import type { Support } from '../base/support.ts'
import type { Sentence, SentenceOrChoice } from '../knowledge/argument.ts'
import { type Claim, claim } from './claim.ts'
import { fill } from './template.ts'
import type { Terms } from './term.ts'

/** "path" has a term or a non-empty list; "!path" has neither; "path=a|b" is one of these texts; "path|other" is one of these paths. */
export function holds(condition: string, terms: Terms): boolean {
  if (condition.startsWith('!')) return !holds(condition.slice(1), terms)
  const [path = '', values] = condition.split('=')
  if (values === undefined && path.includes('|')) return path.split('|').some((one) => holds(one, terms))
  const found = terms.get(path)
  if (values !== undefined) return found !== null && values.split('|').includes(found.text)
  return found !== null || terms.list(path).length > 0
}

export const allHold = (conditions: readonly string[] | undefined, terms: Terms): boolean =>
  (conditions ?? []).every((c) => holds(c, terms))

/** The claims a template yields for this case: none when a term is lacking, several for `each`. */
export function claimsOf(template: SentenceOrChoice, terms: Terms): Claim[] {
  if ('first' in template) {
    if (!allHold(template.if, terms)) return []
    for (const option of template.first) {
      const claims = claimsOf(option, terms)
      if (claims.length) return claims
    }
    return []
  }
  const scopes = template.each ? terms.list(template.each).slice(0, template.limit) : [terms]
  return scopes.flatMap((scope) => claimIn(template, scope))
}

function claimIn(template: Sentence, terms: Terms): Claim[] {
  if (!allHold(template.if, terms)) return []
  const filled = fill(template.say, terms)
  if (!filled) return []
  const more: Support[] = []
  for (const path of template.rests ?? []) {
    const found = terms.get(path)
    if (!found) return []
    more.push(...found.support)
  }
  const support = distinct([...filled.support, ...more])
  if (!support.length) throw new Error(`a claim needs support: "${template.say}"`)
  return [claim(filled.text, support)]
}

export const paragraphOf = (templates: readonly SentenceOrChoice[], terms: Terms): Claim[] =>
  templates.flatMap((t) => claimsOf(t, terms))

/** Two terms often rest on the same words; the ledger lists them once. */
export function distinct(support: readonly Support[]): Support[] {
  const seen = new Set<string>()
  return support.filter((s) => {
    const key =
      'span' in s
        ? `${s.kind} ${s.source} ${s.span.page} ${s.span.start} ${s.span.end}`
        : `${s.kind} ${s.source} ${s.pin} ${s.quote}`
    return !seen.has(key) && seen.add(key)
  })
}
