import type { Support } from '../../base/support.ts'
import type { Contraindication, PriorTreatment, TrialOutcome } from '../../facts/casefacts.ts'
import type { Entry } from '../../facts/fact.ts'
import { sayPartialDate } from '../../facts/partialDate.ts'
import { supportOf } from '../../facts/support.ts'
import { against, type Facet, type Ground, type Leaf, matchRange, met, missing, type Range, type Recogniser } from './leaf.ts'
import type { NamedAgent } from './lexicon.ts'
import { durationIn, isRecent, type Length, lastedDays, recencyIn } from './period.ts'

const TRIED =
  /\b(?:trial|tried|fail\w*|inadequate\w*|insufficient\w*|suboptimal|unresponsive|refractory|did not respond|not respond\w*|lack of (?:response|efficacy|relief)|intoleran\w+|contraindicat\w+|previously (?:treated|received|used)|prior (?:therapy|treatment|use)|step therapy|progress(?:ed|ion) (?:on|after|following|during)|therap(?:y|ies) with|conservative (?:treatment|therapy|care|management)|has (?:received|taken|used))\b/i
const FAILED =
  /\b(?:fail\w*|inadequate\w*|insufficient\w*|suboptimal|unresponsive|refractory|not respond\w*|no response|lack of|progress(?:ed|ion)|without (?:improvement|relief|adequate)|unsuccessful|intoleran\w+)\b/i
const PARTIAL_COUNTS = /\b(?:inadequate\w*|insufficient\w*|suboptimal|partial|incomplete)\b/i
const EXCUSED = /\b(?:contraindicat\w+|intoleran\w+|not tolerated|unable to tolerate|hypersensitiv\w+|allerg\w+|adverse)\b/i
const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, both: 2 }

/** What a trial criterion asks for. */
interface Asked {
  readonly agents: readonly NamedAgent[]
  readonly count: number
  readonly length: Length | null
  readonly recency: Length | null
  readonly failed: boolean
  readonly partial: boolean
  readonly excused: boolean
  readonly covers: readonly Range[]
}

/** Earlier treatment: which agents or classes, how many, how long, with what outcome. */
export const trial: Recogniser = (leaf, ground): Facet | null => {
  const asked = askedIn(leaf, ground)
  if (!asked) return null
  if (!asked.agents.length) return null
  const tried = ground.facts.priorTreatments.filter((t) =>
    asked.agents.some((a) => answers(t.value, a, ground) && !(a.isClass && isRequested(t.value.agent, ground))),
  )
  const barred = ground.facts.contraindications.filter((c) => asked.agents.some((a) => answers(c.value, a, ground)))
  const judged = tried.map((t) => judge(t, asked, ground))
  const counted = distinct(
    [...judged.filter((j) => j.counts !== null), ...(asked.excused ? barred.map((c) => excuse(c)) : [])],
    asked,
    ground,
  )
  const [first] = counted
  if (counted.length >= asked.count && first) {
    const used = counted.slice(0, Math.max(asked.count, 1))
    const evidence = used.flatMap((j) => j.evidence)
    const because = used.map((j) => j.say).join(' ')
    const facet = met(evidence, because, asked.covers)
    return used.some((j) => j.counts === 'exception') && facet.status === 'met' ? { ...facet, status: 'exception' } : facet
  }
  return short(asked, judged, counted.length)
}

interface Judged {
  /** Null: does not count. */
  readonly counts: 'met' | 'exception' | null
  /** Why it does not count; 'against' where the record shows that the trial falls short. */
  readonly lack: { readonly kind: 'against' | 'unknown'; readonly what: string } | null
  readonly say: string
  readonly evidence: readonly Support[]
  readonly names: readonly string[]
}

function askedIn(leaf: Leaf, ground: Ground): Asked | null {
  const both = `${leaf.lead} ${leaf.words}`
  if (!TRIED.test(both)) return null
  const own = ground.lexicon.agentsNamedIn(leaf.words)
  const examples = leaf.notes
    .filter((n) => /\bexamples?\b|\binclude/i.test(n.words))
    .flatMap((n) => [...ground.lexicon.agentsNamedIn(n.words)])
  const agents = own.length ? own : examples
  if (!TRIED.test(leaf.words) && !own.length) return null
  const length = durationIn(leaf.words) ?? durationIn(leaf.lead)
  const recency = recencyIn(leaf.words) ?? recencyIn(leaf.lead)
  const ranges = [
    ...own,
    ...[
      ...leaf.words.matchAll(
        /\b(?:trial|tried|fail\w*|inadequate\w*|insufficient|suboptimal|intoleran\w+|contraindicat\w+|unless|hypersensitivity|allergy|refractory|unresponsive|not tolerated|clinical|adequate|agents?|class(?:es)?|drugs?|preventive|previous(?:ly)?|different|medications?)\b/gi,
      ),
    ].map(matchRange),
  ]
  return {
    agents,
    count: countIn(leaf.words, own),
    length,
    recency,
    failed: FAILED.test(both),
    partial: PARTIAL_COUNTS.test(both),
    excused: EXCUSED.test(both),
    covers: [
      ...ranges,
      ...(length && durationIn(leaf.words) ? [length.range] : []),
      ...(recency && recencyIn(leaf.words) ? [recency.range] : []),
      ...leaf.requirement.exceptions.map((e) => place(leaf.words, e.words)),
    ],
  }
}

const place = (words: string, part: string): Range => {
  const start = words.indexOf(part)
  return start < 0 ? { start: 0, end: 0 } : { start, end: start + part.length }
}

/** "two of", "A and B": how many; a class or a list joined by "or" asks for one. */
function countIn(words: string, agents: readonly NamedAgent[]): number {
  const m = /\b(one|two|three|four|both|[1-4])\b(?!\s*(?:-|%|weeks?|months?|days?|years?|hours?|times?|mg|doses?))/i.exec(words)
  const n = m?.[1] ? (NUMBERS[m[1].toLowerCase()] ?? Number(m[1])) : null
  if (n !== null) return n
  const [first, last] = [agents[0], agents.at(-1)]
  if (agents.length > 1 && first && last) {
    const between = words.slice(first.end, last.start)
    if (/\band\b/i.test(between) && !/\bor\b|\/|\(|e\.g\.|such as|\binclud/i.test(between)) return agents.length
  }
  return 1
}

function answers(
  t: { readonly agent: string; readonly alsoKnownAs: readonly string[] },
  asked: NamedAgent,
  ground: Ground,
): boolean {
  const names = namesOf(t, ground)
  return asked.names.some((n) => names.has(n) || names.has(n.replace(/s$/, '')))
}

/** The treatment asked for is no earlier trial of its own class. */
function isRequested(agent: string, ground: Ground): boolean {
  const name = ground.facts.treatment.name
  if (name.state === 'unknown') return false
  const own = new Set(ground.lexicon.agentsNamedIn(name.value).flatMap((a) => a.names))
  return ground.lexicon.agentsNamedIn(agent).some((a) => a.names.some((n) => own.has(n)))
}

const namesOf = (t: { readonly agent: string; readonly alsoKnownAs: readonly string[] }, ground: Ground) =>
  new Set([t.agent.toLowerCase(), ...t.alsoKnownAs.map((n) => n.toLowerCase()), ...ground.lexicon.namesOf(t.agent)])

const OUTCOMES: Readonly<Record<TrialOutcome, string>> = {
  inadequate_response: 'inadequate response',
  intolerance: 'not tolerated',
  contraindicated: 'contraindicated',
  partial_response: 'partial response',
  response: 'response',
  ongoing: 'ongoing',
  not_stated: 'outcome not stated',
}

/** Whole sentences of a reason, as far as a table cell bears. */
function firstSentences(text: string): string {
  const parts = text.split(/(?<=[a-z)\d]\.)\s+(?=[A-Z])/)
  let out = parts[0] ?? ''
  for (const part of parts.slice(1)) {
    if (out.length + part.length > 180) break
    out = `${out} ${part}`
  }
  return out.replace(/[.\s]+$/, '')
}

/** "Glatiramer acetate, March 2021 to January 2022, inadequate response (two relapses)." */
export function sayTreatment(t: PriorTreatment): string {
  const dates =
    t.start && t.end
      ? `${sayPartialDate(t.start)} to ${sayPartialDate(t.end)}`
      : t.start
        ? `from ${sayPartialDate(t.start)}`
        : t.end
          ? `until ${sayPartialDate(t.end)}`
          : t.duration
  const told =
    t.reason
      ?.replace(/^(?:intolerance|inadequate response|partial response|contraindicated)\s*[.:;,–-]\s*/i, '')
      .replace(/^for\s+(?=\w)/i, '')
      .replace(/[.\s]+$/, '') ?? ''
  const reason =
    told && !/^(?:inadequate response|intoleran\w+|partial response|not tolerated)$/i.test(told)
      ? ` (${firstSentences(told)})`
      : ''
  const name = `${t.agent.slice(0, 1).toUpperCase()}${t.agent.slice(1)}`
  return `${[t.dose ? `${name} ${t.dose}` : name, dates, `${OUTCOMES[t.outcome]}${reason}`].filter(Boolean).join(', ')}.`
}

function judge(t: Entry<PriorTreatment>, asked: Asked, ground: Ground): Judged {
  const { outcome } = t.value
  const base = { say: sayTreatment(t.value), evidence: supportOf(t.origin), names: [t.value.agent.toLowerCase()] }
  const no = (kind: 'against' | 'unknown', what: string): Judged => ({ ...base, counts: null, lack: { kind, what } })
  if (outcome === 'intolerance' || outcome === 'contraindicated') {
    if (asked.excused) return { ...base, counts: 'exception', lack: null }
    if (asked.failed) return no('unknown', `whether ${t.value.agent} failed or only was not tolerated`)
  }
  if (asked.failed && outcome === 'response') return no('against', `${t.value.agent} is recorded as helping`)
  if (asked.failed && outcome === 'ongoing') return no('unknown', `how ${t.value.agent} has worked`)
  if (asked.failed && (outcome === 'not_stated' || (outcome === 'partial_response' && !asked.partial)))
    return no('unknown', `the outcome of ${t.value.agent}`)
  if (asked.length) {
    const lasted = lastedDays(t.value, ground.asOf)
    if (!lasted) return no('unknown', `the start and stop dates of ${t.value.agent}`)
    if (lasted.most < asked.length.days)
      return no('against', `${t.value.agent} lasted ${lasted.most} days; the policy asks for ${asked.length.said}`)
    if (lasted.least < asked.length.days) return no('unknown', `the exact start and stop dates of ${t.value.agent}`)
  }
  if (asked.recency) {
    const recent = isRecent(t.value.end ?? (outcome === 'ongoing' ? null : t.value.start), asked.recency, ground.asOf)
    if (outcome !== 'ongoing' && recent !== 'yes')
      return no(recent === 'no' ? 'against' : 'unknown', `the dates of ${t.value.agent} within the last ${asked.recency.said}`)
  }
  return { ...base, counts: 'met', lack: null }
}

const excuse = (c: Entry<Contraindication>): Judged => ({
  counts: 'exception',
  lack: null,
  say: `${c.value.agent.slice(0, 1).toUpperCase()}${c.value.agent.slice(1)} is contraindicated (${c.value.reason.replace(/[.\s]+$/, '')}).`,
  evidence: supportOf(c.origin),
  names: [c.value.agent.toLowerCase()],
})

/** Trials first, then exceptions; one per agent asked for, and per agent tried. */
function distinct(judged: readonly Judged[], asked: Asked, ground: Ground): Judged[] {
  const order = judged.toSorted((a, b) => Number(a.counts === 'exception') - Number(b.counts === 'exception'))
  const seen = new Set<string>()
  const perClass = asked.count > 1 && asked.agents.length >= asked.count
  return order.filter((j) => {
    const [name] = j.names
    const slot = perClass
      ? asked.agents.findIndex((a, i) => !seen.has(`slot ${i}`) && answers({ agent: name ?? '', alsoKnownAs: [] }, a, ground))
      : -1
    const key = [...ground.lexicon.namesOf(name ?? '')].toSorted().join('|')
    if (seen.has(key) || (perClass && slot < 0)) return false
    seen.add(key)
    if (perClass) seen.add(`slot ${slot}`)
    return true
  })
}

function short(asked: Asked, judged: readonly Judged[], counted: number): Facet {
  const names = [...new Set(asked.agents.map((a) => a.written))].slice(0, 6).join(', ')
  const lacking = judged.filter((j) => j.lack !== null)
  const shown = judged.flatMap((j) => j.evidence)
  const unknown = lacking.find((j) => j.lack?.kind === 'unknown')
  const shortfall = lacking.find((j) => j.lack?.kind === 'against')
  if (unknown?.lack)
    return missing(
      {
        what: `A note or fill history that shows ${unknown.lack.what}`,
        from: 'the prescriber’s office or the pharmacy',
        why: 'The policy asks for it, and the records held leave it open.',
      },
      asked.covers,
      shown,
      judged.map((j) => j.say).join(' '),
    )
  const gap = {
    what:
      asked.count > 1 && counted > 0
        ? `Records of ${asked.count - counted} more trial${asked.count - counted === 1 ? '' : 's'} among: ${names}, or why not`
        : `Records of a trial of ${names}, or why it cannot be used`,
    from: 'the prescriber’s office or the pharmacy',
    why: 'The policy asks for earlier treatment.',
  }
  if (shortfall && counted === 0) return against(shown, judged.map((j) => j.say).join(' '), gap, asked.covers)
  return missing(
    gap,
    asked.covers,
    shown,
    judged.length ? judged.map((j) => j.say).join(' ') : 'The records held show no such treatment.',
  )
}
