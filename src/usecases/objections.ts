import type { Brief } from '../argument/brief.ts'
import type { CivilDate } from '../base/date.ts'
import type { Problem } from '../base/problem.ts'
import type { Match } from '../criteria/requirement.ts'
import { claimsOfLetter } from '../document/claims.ts'
import type { Letter } from '../document/letter.ts'

/** What a reviewer at the plan would object to, strongest first. */
export interface Objection {
  readonly kind: 'not_met' | 'no_evidence' | 'disagreement' | 'only_said' | 'old_measure' | 'no_policy' | 'late'
  /** What it is about, in the words of the policy, the record or the letter. */
  readonly about: string
  readonly why: string
  /** What would answer it; null where nothing can. */
  readonly answer: string | null
}

/** Months after which a reviewer asks for a newer figure. A custom of reviewers, not a rule of law. */
const OLD_MONTHS = 12

export function objectionsOf(brief: Brief, appeal: Letter | null, warnings: readonly Problem[]): readonly Objection[] {
  const leaves = brief.criteria ? leavesOf(brief.criteria.match) : []
  const open = leaves.map(({ match, decides }): Objection | null =>
    match.status === 'notMet' && decides
      ? { kind: 'not_met', about: match.requirement.words, why: match.because, answer: match.gap?.what ?? null }
      : match.status === 'noEvidence' && decides
        ? { kind: 'no_evidence', about: match.requirement.words, why: match.because, answer: match.gap?.what ?? null }
        : null,
  )
  return [
    ...late(brief),
    ...open.filter((o) => o?.kind === 'not_met'),
    ...open.filter((o) => o?.kind === 'no_evidence'),
    ...warnings
      .filter((w) => w.code === 'records-disagree')
      .map((w): Objection => ({ kind: 'disagreement', about: w.where, why: w.say, answer: w.fix })),
    ...old(brief),
    ...onlySaid(appeal),
    ...(brief.criteria?.held === false
      ? [
          {
            kind: 'no_policy' as const,
            about: 'The plan’s own criteria',
            why: 'The letter answers typical criteria, because the plan’s own are not held.',
            answer: 'Ask the plan for the criteria it applied; the request letter is ready.',
          },
        ]
      : []),
  ].filter((o): o is Objection => o !== null)
}

interface LeafMatch {
  readonly match: Match
  /** False where another branch of "any of" is met already, so that this one changes nothing. */
  readonly decides: boolean
}

function leavesOf(match: Match, decides = true): LeafMatch[] {
  if (!match.children.length) return [{ match, decides }]
  const needed = decides && match.status !== 'met' && match.status !== 'exception'
  return match.children.flatMap((child) => leavesOf(child, match.requirement.kind === 'allOf' ? decides : needed))
}

function late(brief: Brief): Objection[] {
  const file = brief.ladder?.current?.file
  if (!file?.due || file.due.slice(0, 10) >= brief.today) return []
  return [
    {
      kind: 'late',
      about: 'The time to file',
      why: `The last legal day was ${file.due.slice(0, 10)} (${file.arithmetic}).`,
      answer: 'Ask for the appeal to be taken late, and say why it could not be sent in time.',
    },
  ]
}

function old(brief: Brief): Objection[] {
  return brief.facts.measures.flatMap(({ value: m }): Objection[] => {
    if (!m.date || monthsBetween(m.date, brief.today) < OLD_MONTHS) return []
    return [
      {
        kind: 'old_measure',
        about: `${m.label} ${m.written ?? m.value}`,
        why: `It is dated ${m.date}, a year ago or more.`,
        answer: 'Add a newer one if there is one.',
      },
    ]
  })
}

/** Whole months from a date known to the year, month or day, counted from the latest day it can mean. */
function monthsBetween(from: string, to: CivilDate): number {
  const [y = 0, m = 12, d = 31] = from.split('-').map(Number)
  const [ty = 0, tm = 1, td = 1] = to.split('-').map(Number)
  return (ty - y) * 12 + (tm - m) - (td < d && from.length === 10 ? 1 : 0)
}

/** Clinical sentences that rest on somebody's word alone, where a record would weigh more. */
function onlySaid(appeal: Letter | null): Objection[] {
  if (!appeal) return []
  const said = claimsOfLetter(appeal).filter((c) => c.support.every((s) => s.kind === 'statement'))
  const clinical = said.filter((c) =>
    c.support.some((s) => s.kind === 'statement' && !/^(?:patient|plan|prescriber|denial)\./.test(s.pin)),
  )
  return clinical.map(
    (c): Objection => ({
      kind: 'only_said',
      about: c.sentence,
      why: 'Nothing in the records carries this sentence; it stands as the writer’s own statement.',
      answer: 'Add the record that shows it, or leave it as your own words.',
    }),
  )
}
