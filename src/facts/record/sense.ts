import type { CueSense } from '../../knowledge/vocabulary.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { type AgentMention, agentsIn } from './agents.ts'
import { type CueHit, senseHits } from './cues.ts'
import { timesIn } from './dates.ts'
import { dosePattern } from './dose.ts'
import { clauseAround, insideBrackets, type Range } from './sentences.ts'
import type { Unit } from './units.ts'

/** A mention with its neighbours: `run` is the coordinated list it stands in ("A, B (rash) and C"). */
export interface Placed {
  readonly mention: AgentMention
  readonly sentence: Range
  readonly run: Range
  /** From the mention to the next one, or to the end of the sentence. */
  readonly own: Range
  /** Text before the list that speaks of it: from its clause, but not what stands before another agent. */
  readonly before: Range
  /** Where the next agent outside the list begins, if the sentence names one. */
  readonly next: number | null
  /** Text behind the whole list, which speaks of each of its members. */
  readonly tail: Range
  readonly lastOfRun: boolean
  readonly firstOfSentence: boolean
}

export function place(flat: string, sentence: Range, vocabulary: Vocabulary): Placed[] {
  const text = flat.slice(sentence.start, sentence.end)
  const named = agentsIn(text, vocabulary)
  const mentions = named
    .filter((m, i) => !introducesNext(text, m, named[i + 1]))
    .map((m) => ({
      ...m,
      start: m.start + sentence.start,
      end: m.end + sentence.start,
    }))
  const runs: AgentMention[][] = []
  for (const m of mentions) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && isListGap(flat.slice(last.end, m.start))) run.push(m)
    else runs.push([m])
  }
  // Two names joined by a bare comma are no list: "After failing Tecfidera, Kesimpta is requested".
  const lists = runs.flatMap((run) =>
    run.length === 2 && run[0] && run[1] && isBareComma(flat.slice(run[0].end, run[1].start)) ? [[run[0]], [run[1]]] : [run],
  )
  return lists.flatMap((run, r) =>
    run.map((mention, k) => {
      const head = run[0] as AgentMention
      const tail = run.at(-1) as AgentMention
      const next = run[k + 1] ?? lists[r + 1]?.[0]
      const behind = Math.max(
        tail.end,
        lists[r + 1]?.[0] ? cutBefore(flat, sentence, tail.end, lists[r + 1]?.[0]?.start ?? sentence.end) : sentence.end,
      )
      const end = run[k + 1] ? (next as AgentMention).start : behind
      return {
        mention,
        sentence,
        run: { start: head.start, end: tail.end },
        own: { start: mention.end, end: Math.max(end, mention.end) },
        tail: { start: tail.end, end: behind },
        before: { start: beforeFrom(flat, sentence, lists, r), end: head.start },
        next: lists[r + 1]?.[0]?.start ?? null,
        lastOfRun: k === run.length - 1,
        firstOfSentence: r === 0 && k === 0,
      }
    }),
  )
}

const isBareComma = (gap: string) => /^(?:\s*\([^()]*\))?\s*,\s*$/.test(gap)

function beforeFrom(flat: string, sentence: Range, lists: readonly (readonly AgentMention[])[], r: number): number {
  const head = lists[r]?.[0] as AgentMention
  const clause = clauseAround(flat, sentence, head.start, head.end).start
  const previous = lists[r - 1]?.at(-1)
  if (!previous || previous.end < clause) return clause
  return isBareComma(flat.slice(previous.end, head.start)) ? beforeFrom(flat, sentence, lists, r - 1) : previous.end
}

/** Another agent follows: what is said of this one ends with its clause, or where the other begins. */
function cutBefore(flat: string, sentence: Range, end: number, next: number): number {
  const clause = clauseAround(flat, sentence, Math.max(sentence.start, end - 1), end)
  return Math.max(end, Math.min(clause.end, next))
}

/** "emollients such as Aquaphor": the class only introduces its examples. */
const introducesNext = (text: string, m: AgentMention, next: AgentMention | undefined) =>
  m.isClass &&
  next !== undefined &&
  /^,?\s*(?:such as|including|like|e\.g\.,?|i\.e\.,?|namely|\((?:including|e\.g\.,?)?|:|of)\s*$/i.test(
    text.slice(m.end, next.start),
  )

const LIST_WORDS =
  /^(?:and|or|plus|then|also|both|with|followed|by|as|well|topical|oral|high|dose|low|a|an|the|including|trial|of|both|daily|weekly|twice|once|bid|tid|qd|qhs|prn|po|iv|im|sc|for|up|to|at|in|from|ointment|cream|nightly|monthly|regular|use|several|multiple|various|even|finally|most|recently|each|two|three|x)$/i

/** Only list words, doses, dates and brackets between two names. */
function isListGap(gap: string): boolean {
  let rest = gap.replace(/\([^()]*\)/g, ' ')
  for (const t of timesIn(rest).toReversed()) rest = `${rest.slice(0, t.start)} ${rest.slice(t.end)}`
  rest = rest.replace(new RegExp(dosePattern.source, 'giu'), ' ').replace(/\d[\d/.]*/g, ' ')
  return (rest.match(/[\p{L}\p{N}]+/gu) ?? []).every((w) => LIST_WORDS.test(w)) && !/[.?!]\s/.test(rest)
}

/** How a mention is meant, with the words that decide it; null where the text only names the agent. */
export function senseOf(
  unit: Unit,
  placed: Placed,
  hits: readonly CueHit<CueSense>[],
  vocabulary: Vocabulary,
): { sense: CueSense; cue: string } | null {
  const hit = nearest(unit.flat, placed, hits)
  const sense = judged(unit, hit?.value ?? null, vocabulary)
  return sense && { sense, cue: hit ? unit.flat.slice(hit.start, hit.end).toLowerCase() : '' }
}

function judged(unit: Unit, inText: CueSense | null, vocabulary: Vocabulary): CueSense | null {
  if (unit.section === 'family') return 'family'
  if (unit.section === 'education' || unit.section === 'goals' || unit.section === 'review') return 'education'
  if (unit.section === 'labs' || unit.section === 'social') return null
  const planned = unit.section === 'plan'
  if (inText) return planned && inText === 'used' ? 'planned' : inText
  if (unit.section === 'allergies') return 'allergy'
  const inLeads = leadSense(unit, vocabulary)
  if (inLeads) return planned && inLeads === 'used' ? 'planned' : inLeads
  if (unit.section === 'contraindications') return 'contraindicated'
  if (unit.section === 'prior') return 'past'
  if (unit.section === 'medications' || unit.section === 'fills') return 'current'
  return planned ? 'planned' : null
}

const EXCLUDES: readonly CueSense[] = ['negated', 'family', 'planned', 'education', 'contraindicated', 'allergy']

/** The cue that stands nearest, before or behind, in the same clause and outside foreign brackets. */
function nearest(flat: string, placed: Placed, hits: readonly CueHit<CueSense>[]): CueHit<CueSense> | null {
  const { run, sentence, mention } = placed
  const inside = insideBrackets(flat, sentence.start, mention.start)
  const clause = inside ? sentence : clauseAround(flat, sentence, run.start, run.end)
  const cell = (at: number) => !/\s{3,}/.test(flat.slice(at, run.start))
  const visible = (h: CueHit<CueSense>) =>
    h.value !== 'hedged' &&
    h.start >= clause.start &&
    h.end <= clause.end &&
    (inside || !insideBrackets(flat, sentence.start, h.start))
  const relative = hits.findLast((h) => h.value === 'family' && h.end <= run.start && h.start >= sentence.start)
  if (relative && !/;|\b(?:patient|she|he|they|pt)\b/i.test(flat.slice(relative.end, run.start))) return relative
  const before = hits.filter((h) => h.side === 'before' && h.end <= run.start && cell(h.end) && visible(h)).at(-1)
  const limit = placed.lastOfRun ? placed.own.end : flat.length
  const ofNext = (h: CueHit<CueSense>) =>
    placed.next !== null &&
    hits.some((b) => b.side === 'before' && b.start <= h.end && b.end >= h.start) &&
    !/,|\b(?:and|or)\b/.test(flat.slice(h.end, placed.next))
  const ownBracket = hits.find(
    (h) => h.side === 'after' && h.start >= mention.end && h.end <= placed.own.end && h.value !== 'hedged' && !ofNext(h),
  )
  const after =
    hits.find((h) => h.side === 'after' && h.start >= run.end && h.end <= limit && visible(h) && !ofNext(h)) ?? ownBracket
  if (!before || !after) return before ?? after ?? null
  if (EXCLUDES.includes(after.value) && after.value !== 'allergy' && before.value !== 'current') return after
  const near = run.start - before.end <= 3 || run.start - before.end <= after.start - mention.end
  return near || EXCLUDES.includes(before.value) ? before : after
}

/** Innermost lead that carries a cue: "Medications tried:", "Started 7/8/24". */
function leadSense(unit: Unit, vocabulary: Vocabulary): CueSense | null {
  for (const lead of [...unit.leads].reverse()) {
    const hits = senseHits(lead.text, vocabulary).filter((h) => h.value !== 'hedged')
    const strong = hits.filter((h) => h.value === 'past' || h.value === 'current').at(-1) ?? hits.at(-1)
    if (strong) return strong.value
  }
  return null
}
