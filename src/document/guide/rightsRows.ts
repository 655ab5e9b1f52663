import type { KnowledgeSupport } from '../../base/support.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import { citation, provisionOf } from '../../knowledge/citations.ts'
import type { CoverageRecord, Level } from '../../knowledge/coverage.ts'
import { rungs } from '../../rights/levels.ts'
import { decisionWords, windowWords } from './clockWords.ts'
import type { RightsRow } from './guide.ts'
import { say } from './say.ts'
import { provisionSupport, sectionsText } from './support.ts'

interface Part {
  readonly text: string
  readonly support: readonly KnowledgeSupport[]
  readonly refs: readonly string[]
}

/** One row per coverage type; types whose first rungs are the same in every word share a row. */
export function rightsRows(knowledge: Knowledge, coverages: readonly CoverageRecord[]): readonly RightsRow[] {
  const rows = new Map<string, { coverages: CoverageRecord[]; first: Part; decision: Part | null; after: Part }>()
  for (const coverage of coverages) {
    const ladder = rungs(coverage).filter((l) => l.kind !== 'claim')
    const [firstLevel, ...rest] = ladder
    if (!firstLevel) continue
    const first = windowPart(knowledge, firstLevel)
    const decision = decisionPart(knowledge, firstLevel)
    const after = afterPart(knowledge, coverage, rest)
    const key = [first.text, decision?.text, after.text].join('\n')
    const row = rows.get(key)
    if (!row) rows.set(key, { coverages: [coverage], first, decision, after })
    else {
      row.coverages.push(coverage)
      row.first = join(row.first, first)
      row.decision = row.decision && decision ? join(row.decision, decision) : row.decision
      row.after = join(row.after, after)
    }
  }
  return [...rows.values()].map(({ coverages: of, first, decision, after }) => ({
    coverages: of.map((c) => c.id),
    names: of.map((c) => c.name.en).join('; '),
    firstAppeal: say(first.text, first.support),
    decision: decision && say(decision.text, decision.support),
    after: say(after.text, after.support),
    cite: sectionsText(
      [...new Set([...first.refs, ...(decision?.refs ?? []), ...after.refs])].map((ref) => citation(knowledge, ref)),
    ),
  }))
}

const join = (a: Part, b: Part): Part => ({
  text: a.text,
  support: distinct([...a.support, ...b.support]),
  refs: [...new Set([...a.refs, ...b.refs])],
})

const distinct = (support: readonly KnowledgeSupport[]) => [
  ...new Map(support.map((s) => [`${s.source} ${s.pin} ${s.quote}`, s])).values(),
]

/** A provision gives its words and, where it has a clock, the clock's figures: "four months" and "4 months". */
const part = (knowledge: Knowledge, text: string, refs: readonly string[]): Part => ({
  text,
  support: refs.flatMap((ref) => {
    const support = provisionSupport(knowledge, ref)
    const clock = provisionOf(knowledge, ref).provision?.clock
    return clock ? [support, { ...support, quote: windowWords(clock) }] : [support]
  }),
  refs,
})

/** "Internal appeal: you have at least 180 days, counted from receipt of the notice." */
function windowPart(knowledge: Knowledge, level: Level): Part {
  const refs = level.file ?? []
  const ref = refs.find((r) => provisionOf(knowledge, r).provision?.clock)
  const clock = ref && provisionOf(knowledge, ref).provision?.clock
  const only = level.onlyIf?.includes('erisa') ? 'if the plan comes from a private employer, ' : ''
  if (ref && clock) return part(knowledge, `${level.name.en}: ${only}you have ${windowWords(clock)}.`, [ref])
  const [why] = refs
  if (why)
    return part(
      knowledge,
      `${level.name.en}: ${provisionOf(knowledge, why).provision?.says ?? provisionOf(knowledge, why).source.title}`,
      [why],
    )
  throw new Error(`level "${level.id}" has no window to file and no reason why`)
}

const WHEN: readonly (readonly [string, string])[] = [
  ['urgent', 'urgent'],
  ['pre_service', 'before care'],
  ['standard', 'standard'],
  ['drug', 'Part B drug'],
  ['post_service', 'after care'],
]

/** "Decision: urgent 72 hours; before care 30 days (15 days at each of two levels)." */
function decisionPart(knowledge: Knowledge, level: Level): Part | null {
  const said: string[] = []
  const used: string[] = []
  for (const [key, words] of WHEN) {
    const time = decisionTime(knowledge, level.decide?.[key])
    if (!time) continue
    const each = decisionTime(knowledge, level.decide?.[`${key}_each_of_two`])
    said.push(`${words} ${time.words}${each ? ` (${each.words} at each of two levels)` : ''}`)
    used.push(time.ref, ...(each ? [each.ref] : []))
  }
  return said.length ? part(knowledge, `Decision due: ${said.join('; ')}.`, [...new Set(used)]) : null
}

function decisionTime(knowledge: Knowledge, refs: readonly string[] | undefined) {
  for (const ref of refs ?? []) {
    const clock = provisionOf(knowledge, ref).provision?.clock
    if (clock) return { ref, words: decisionWords(clock) }
  }
  return null
}

/** The next door outside the plan, or that there is none; a Medicaid hearing or an agency counts as outside. */
function afterPart(knowledge: Knowledge, coverage: CoverageRecord, rest: readonly Level[]): Part {
  const outside = rest.find((l) => ['external', 'hearing', 'administrative'].includes(l.kind))
  if (!outside) {
    const refs = coverage.rights.external_review ?? coverage.governing
    return part(
      knowledge,
      coverage.rights.external_review ? says(knowledge, refs) : 'Then: no review outside the plan by Federal law.',
      refs.slice(0, 1),
    )
  }
  if (outside.onlyIf?.includes('no_surprises_dispute') && outside.otherwise?.length)
    return part(knowledge, 'Then: no external review, except of a dispute about a surprise bill.', outside.otherwise)
  if (outside.automatic) {
    const rule = provisionOf(knowledge, outside.automatic).provision?.says ?? ''
    return part(
      knowledge,
      `Then ${lower(outside.name.en)}, without your asking: ${rule.charAt(0).toLowerCase()}${rule.slice(1)}`,
      [outside.automatic],
    )
  }
  const window = windowPart(knowledge, outside)
  return {
    ...window,
    text: `Then ${lower(window.text)}`.replace(/(receipt of|date on) the notice/, '$1 the notice of the appeal decision'),
  }
}

const says = (knowledge: Knowledge, refs: readonly string[]): string =>
  refs[0] ? (provisionOf(knowledge, refs[0]).provision?.says ?? provisionOf(knowledge, refs[0]).source.title) : ''

/** First letter small, unless the word is a name or an abbreviation. */
const lower = (text: string): string =>
  /^[A-Z][a-z]/.test(text) && !/^(State|Federal|Medicare|OPM)\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
