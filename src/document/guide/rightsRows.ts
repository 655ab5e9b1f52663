import type { KnowledgeSupport } from '../../base/support.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { CoverageRecord, Level } from '../../knowledge/coverage.ts'
import { rungs } from '../../rights/levels.ts'
import { decisionWords, windowWords } from './clockWords.ts'
import type { GuideLang, RightsRow } from './guide.ts'
import { citationOf, clockOf, provisionSupport, sectionsText } from './support.ts'
import { lower, tell, type Voice, WORDS } from './voice.ts'

/** A sentence still to be said, and what it rests on. Two are the same when their English is. */
interface Part {
  readonly say: (v: Voice) => string
  readonly text: string
  readonly support: readonly KnowledgeSupport[]
  readonly refs: readonly string[]
}

interface Told {
  readonly knowledge: Knowledge
  readonly lang: GuideLang
}

/** One row per coverage type; types whose first rungs are the same in every word share a row. */
export function rightsRows(to: Told, coverages: readonly CoverageRecord[]): readonly RightsRow[] {
  const rows = new Map<string, { coverages: CoverageRecord[]; first: Part; decision: Part | null; after: Part }>()
  for (const coverage of coverages) {
    const [firstLevel, ...rest] = rungs(coverage).filter((l) => l.kind !== 'claim')
    if (!firstLevel) continue
    const first = windowPart(to, firstLevel)
    const decision = decisionPart(to, firstLevel)
    const after = afterPart(to, coverage, rest)
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
  const said = (p: Part) => tell(to, p.say, p.support)
  return [...rows.values()].map(({ coverages: of, first, decision, after }) => ({
    coverages: of.map((c) => c.id),
    names: of.map((c) => c.name[to.lang]).join('; '),
    firstAppeal: said(first),
    decision: decision && said(decision),
    after: said(after),
    cite: WORDS[to.lang].cited(
      sectionsText(
        [...new Set([...first.refs, ...(decision?.refs ?? []), ...after.refs])].map((ref) => citationOf(to.knowledge, ref)),
      ),
    ),
  }))
}

const join = (a: Part, b: Part): Part => ({
  ...a,
  support: distinct([...a.support, ...b.support]),
  refs: [...new Set([...a.refs, ...b.refs])],
})

const distinct = (support: readonly KnowledgeSupport[]) => [
  ...new Map(support.map((s) => [`${s.source} ${s.pin} ${s.quote}`, s])).values(),
]

/** A provision gives its words and, where it has a clock, the clock's figures: "four months" and "4 months". */
const part = (to: Told, say: Part['say'], refs: readonly string[]): Part => ({
  say,
  text: tell(
    { ...to, lang: 'en' },
    say,
    refs.map((ref) => provisionSupport(to.knowledge, ref)),
  ).sentence,
  support: refs.flatMap((ref) => {
    const support = provisionSupport(to.knowledge, ref)
    const clock = clockOf(to.knowledge, ref)
    return clock ? [support, { ...support, quote: windowWords(WORDS.en, clock) }] : [support]
  }),
  refs,
})

/** "Internal appeal: you have at least 180 days, counted from receipt of the notice." */
function windowPart(to: Told, level: Level, said: (v: Voice, text: string) => string = (_, text) => text): Part {
  const refs = level.file ?? []
  const ref = refs.find((r) => clockOf(to.knowledge, r))
  const clock = ref && clockOf(to.knowledge, ref)
  const employerOnly = level.onlyIf?.includes('erisa') ?? false
  if (ref && clock)
    return part(to, (v) => said(v, v.words.row.youHave(v.two(level.name), windowWords(v.words, clock), employerOnly)), [ref])
  const [why] = refs
  if (why) return part(to, (v) => said(v, v.words.row.whyNone(v.two(level.name), v.law(why))), [why])
  throw new Error(`level "${level.id}" has no window to file and no reason why`)
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
  return windowPart(to, outside, (v, text) => v.words.row.afterDecision(v.words.row.afterwards(lower(text))))
}
