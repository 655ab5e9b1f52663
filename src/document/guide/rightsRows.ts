import type { Knowledge } from '../../knowledge/assemble.ts'
import type { CoverageRecord, Level } from '../../knowledge/coverage.ts'
import { rungs } from '../../rights/levels.ts'
import { decisionWords } from './clockWords.ts'
import type { RightsRow } from './guide.ts'
import { join, type Part, part, type Told, windowPart } from './rightsParts.ts'
import { citationOf, clockOf, sectionsText } from './support.ts'
import { lower, tell, type Voice, WORDS } from './voice.ts'

/** One row per coverage type; types whose first rungs are the same in every word share a row. */
export function rightsRows(to: Told, coverages: readonly CoverageRecord[]): readonly RightsRow[] {
  const rows = new Map<string, Row>()
  for (const coverage of coverages) {
    const [firstLevel, ...rest] = rungs(coverage).filter((l) => l.kind !== 'claim')
    if (!firstLevel) continue
    const first = windowPart(to, coverage, firstLevel)
    const decision = decisionPart(to, firstLevel)
    const after = afterPart(to, coverage, rest)
    const key = [first.text, decision?.text, after.text].join('\n')
    const row = rows.get(key)
    if (!row) rows.set(key, { coverages: [coverage], first, decision, after, court: courtPart(to, coverage) })
    else {
      row.coverages.push(coverage)
      row.first = join(row.first, first)
      row.decision = row.decision && decision ? join(row.decision, decision) : row.decision
      row.after = join(row.after, after)
      row.court = sameCourt(row.court, courtPart(to, coverage))
    }
  }
  const said = (p: Part) => tell(to, p.say, p.support)
  return [...rows.values()].map(({ coverages: of, first, decision, after, court }) => ({
    coverages: of.map((c) => c.id),
    names: of.map((c) => c.name[to.lang]).join('; '),
    firstAppeal: said(first),
    decision: decision && said(decision),
    after: said(after),
    court: court && said(court),
    cite: WORDS[to.lang].cited(
      sectionsText([
        ...[...new Set([...first.refs, ...(decision?.refs ?? []), ...after.refs, ...(court?.refs ?? [])])].map((ref) =>
          citationOf(to.knowledge, ref),
        ),
        ...[first, after].flatMap((p) => p.ofState ?? []),
      ]),
    ),
  }))
}

interface Row {
  readonly coverages: CoverageRecord[]
  first: Part
  decision: Part | null
  after: Part
  court: Part | null
}

/** Types of one row may end before different courts: then the row names none. */
const sameCourt = (a: Part | null, b: Part | null): Part | null => (a && b && a.text === b.text ? join(a, b) : null)

/** "Federal district court: you have 60 days …", or what the law says of the time where it sets no length. */
function courtPart(to: Told, coverage: CoverageRecord): Part | null {
  const level = rungs(coverage).find((l) => l.kind === 'court')
  const [ref] = level?.file ?? []
  if (!level || !ref) return null
  return windowPart(to, coverage, level, (v, text) => v.words.row.afterLast(lower(text)))
}

const WHEN = ['urgent', 'pre_service', 'standard', 'drug', 'post_service'] as const

/** "Decision: urgent 72 hours; before care 30 days (15 days at each of two levels)." */
function decisionPart(to: Told, level: Level): Part | null {
  const times = WHEN.flatMap((when) => {
    const time = decisionTime(to.knowledge, level.decide?.[when])
    if (!time) return []
    return [{ when, time, each: decisionTime(to.knowledge, level.decide?.[`${when}_each_of_two`]) }]
  })
  const refs = [...new Set(times.flatMap(({ time, each }) => [time.ref, ...(each ? [each.ref] : [])]))]
  const say = ({ words }: Voice) =>
    words.row.decision(
      times
        .map(({ when, time, each }) => {
          const twice = each ? words.row.eachOfTwo(decisionWords(words, each.clock)) : ''
          return `${words.row.when[when]} ${decisionWords(words, time.clock)}${twice}`
        })
        .join('; '),
    )
  return times.length ? part(to, say, refs) : null
}

function decisionTime(knowledge: Knowledge, refs: readonly string[] | undefined) {
  for (const ref of refs ?? []) {
    const clock = clockOf(knowledge, ref)
    if (clock) return { ref, clock }
  }
  return null
}

/** The next door outside the plan, or that there is none; a Medicaid hearing or an agency counts as outside. */
function afterPart(to: Told, coverage: CoverageRecord, rest: readonly Level[]): Part {
  const outside = rest.find((l) => ['external', 'hearing', 'administrative'].includes(l.kind))
  if (!outside) {
    const given = coverage.rights.external_review?.[0]
    if (given) return part(to, (v) => v.law(given), [given])
    return part(to, (v) => v.words.row.noneOutside, coverage.governing.slice(0, 1))
  }
  if (outside.onlyIf?.includes('no_surprises_dispute') && outside.otherwise?.length)
    return part(to, (v) => v.words.row.surpriseBillOnly, outside.otherwise)
  const { automatic } = outside
  if (automatic)
    return part(
      to,
      (v) => {
        const rule = v.law(automatic)
        return v.words.row.automatic(lower(v.two(outside.name)), rule.charAt(0).toLowerCase() + rule.slice(1))
      },
      [automatic],
    )
  return windowPart(to, coverage, outside, (v, text) => v.words.row.afterDecision(v.words.row.afterwards(lower(text))))
}
