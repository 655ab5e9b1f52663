import type { CaseFacts } from '../facts/casefacts.ts'
import { stems, telling } from './match/wording.ts'
import type { CriteriaSection, Policy, Requirement } from './requirement.ts'

/** A section with how well it fits the case, and why. */
export interface RankedSection {
  readonly section: CriteriaSection
  readonly score: number
  readonly why: string
}

export interface SectionChoice {
  /** Best first; exclusions are not choices. */
  readonly ranked: readonly RankedSection[]
  /** The only section that clearly fits; null where two are close or none fits, and `why` says so. */
  readonly clear: CriteriaSection | null
  readonly why: string
}

/** A lead this small could be chance. */
const CLOSE = 2

/**
 * Ranks the sections of a policy by the treatment, the diagnosis, and whether treatment goes on
 * already. Close ones are left to a person.
 */
export function chooseSection(policy: Policy, facts: CaseFacts): SectionChoice {
  const ranked = policy.sections
    .filter((s) => s.kind !== 'exclusion')
    .map((s, order) => ({ ...rank(s, facts), order }))
    .toSorted((a, b) => b.score - a.score || a.order - b.order)
    .map(({ order: _, ...r }) => r)
  const [first, second] = ranked
  if (!first) return { ranked, clear: null, why: 'The policy holds no section that grants coverage.' }
  if (ranked.length === 1)
    return { ranked, clear: first.section, why: 'It is the only section of the policy that grants coverage.' }
  if (first.score <= 0) return { ranked, clear: null, why: 'No section names the diagnosis or the treatment of this case.' }
  if (second && first.score - second.score < CLOSE)
    return { ranked, clear: null, why: `“${first.section.title}” and “${second.section.title}” fit about equally well.` }
  return { ranked, clear: first.section, why: first.why }
}

function rank(section: CriteriaSection, facts: CaseFacts): RankedSection {
  const title = words([section.title, ...(section.path ?? [])].join(' '))
  const body = words(wordsOf(section.requirement))
  const reasons: string[] = []
  let score = 0
  const diagnosis = best(
    facts.diagnoses.map(
      (d) =>
        Math.max(likeness(d.value.name, title), titledFor(d.value.name, section)) * 6 +
        likeness(d.value.name, body) * 3 +
        codeFit(d.value.code, section),
    ),
  )
  if (diagnosis > 0) reasons.push('it names the diagnosis')
  score += diagnosis
  const name = facts.treatment.name.state === 'unknown' ? null : facts.treatment.name.value
  const treatment = name ? (anyOf(name, title) ? 3 : 0) + (anyOf(name, words(section.requirement.words)) ? 1 : 0) : 0
  if (treatment > 0) reasons.push('it names the treatment')
  score += treatment
  const continuing = facts.treatment.current.state === 'known' && facts.treatment.current.value
  if ((section.kind === 'continuation') === continuing) {
    score += 3
    reasons.push(continuing ? 'treatment has begun already' : 'it is for a first approval')
  } else score -= 3
  return {
    section,
    score,
    why: reasons.length ? `Chosen because ${reasons.join(' and ')}.` : 'It names neither the diagnosis nor the treatment.',
  }
}

const best = (scores: readonly number[]) => scores.reduce((a, b) => Math.max(a, b), 0)
const words = (text: string) => new Set(stems(text))

const wordsOf = (r: Requirement): string => (r.kind === 'leaf' ? r.words : [r.words, ...r.children.map(wordsOf)].join(' '))

/** Share of the name's telling words that stand there; a lone shared word of several is no fit. */
function likeness(name: string, there: ReadonlySet<string>): number {
  const asked = telling(name)
  const hits = asked.filter((w) => there.has(w)).length
  return asked.length && hits / asked.length >= 0.6 ? hits / asked.length : 0
}

/** A title that is only the disease ("Asthma") fits every kind of it ("Severe persistent asthma"). */
function titledFor(name: string, section: CriteriaSection): number {
  const own = words(name)
  const names = (section.path ?? [section.title]).map((t) => telling(t.replace(PART, ' ')))
  return names.some((t) => t.length > 0 && t.every((w) => own.has(w))) ? 1 : 0
}

const PART =
  /\b(?:initial|continuation|continued|renewal|re-?authorization|authorization|approval|criteria|therapy|coverage)\b|\([^)]*\)/gi

const anyOf = (name: string, there: ReadonlySet<string>) => telling(name).some((w) => there.has(w))

const codeFit = (code: string | null, section: CriteriaSection) => (code && wordsOf(section.requirement).includes(code) ? 3 : 0)
