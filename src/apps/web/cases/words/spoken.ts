import type { Worded } from '../../words/reckoning.ts'
import { type Lookup, SLOTS } from './slots.ts'
import { CHOOSING } from './spoken/choosing.ts'
import { COVERAGE_CUES } from './spoken/coverage.ts'
import { GAPS } from './spoken/gaps.ts'
import { OBJECTIONS } from './spoken/objections.ts'
import { CASE_PROBLEMS } from './spoken/problemsCase.ts'
import { FIELD_PROBLEMS } from './spoken/problemsField.ts'
import { FILE_PROBLEMS } from './spoken/problemsFile.ts'
import { PEOPLE_PROBLEMS } from './spoken/problemsPeople.ts'
import { SEND_PROBLEMS } from './spoken/problemsSend.ts'
import { SIGN_PROBLEMS } from './spoken/problemsSign.ts'
import { TASKS } from './spoken/tasks.ts'
import { VERDICTS } from './spoken/verdicts.ts'

/** The topics of what use cases, adapters and the engine say, English to Spanish; `{slots}` are those of slots.ts. */
export const TOPICS = {
  ...{ CASE_PROBLEMS, FILE_PROBLEMS, SEND_PROBLEMS, SIGN_PROBLEMS, PEOPLE_PROBLEMS, FIELD_PROBLEMS },
  ...{ TASKS, GAPS, VERDICTS, OBJECTIONS, COVERAGE_CUES, CHOOSING },
} as const satisfies Record<string, Readonly<Record<string, string>>>

interface Pattern {
  readonly matches: RegExp
  /** The Spanish, cut at its places: text, place, text, … */
  readonly es: readonly string[]
  readonly places: readonly string[]
}

const entries = Object.values(TOPICS).flatMap((topic) => Object.entries(topic))
const WHOLE: ReadonlyMap<string, string> = new Map(entries.filter(([en]) => !en.includes('{')))

const PLACE = /\{(\w+)\}/
const kindOf = (place: string): string => place.replace(/\d+$/, '')
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function patternOf([en, es]: readonly [string, string]): Pattern {
  const cut = en.split(PLACE)
  const source = cut.map((part, i) => (i % 2 ? `(${SLOTS[kindOf(part)]?.takes ?? '(?!)'})` : literal(part))).join('')
  return { matches: new RegExp(`^${source}$`, 'su'), es: es.split(PLACE), places: cut.filter((_, i) => i % 2) }
}

/** Those that say most themselves first, so that a wide place never takes what a narrower sentence knows. */
const PATTERNS: readonly Pattern[] = entries
  .filter(([en]) => en.includes('{'))
  .toSorted(([a], [b]) => b.replace(/\{\w+\}/g, '').length - a.replace(/\{\w+\}/g, '').length)
  .map(patternOf)

function filled({ matches, es, places }: Pattern, text: string, own: Lookup): readonly Worded[] | null {
  const found = matches.exec(text)
  if (!found) return null
  const wide: Lookup = (part) => WHOLE.get(part) ?? own(part)
  const said = new Map<string, Worded>()
  for (const [i, place] of places.entries()) {
    const put = SLOTS[kindOf(place)]?.say(found[i + 1] ?? '', wide)
    if (!put) return null
    said.set(place, put)
  }
  return es.flatMap((part, i): Worded[] => {
    const put = i % 2 ? said.get(part) : { text: part, lang: undefined }
    return put?.text ? [put] : []
  })
}

function sentence(text: string, own: Lookup): readonly Worded[] | null {
  const whole = WHOLE.get(text) ?? own(text)
  if (whole) return [{ text: whole, lang: undefined }]
  for (const pattern of PATTERNS) {
    const said = filled(pattern, text, own)
    if (said) return said
  }
  return null
}

const NOTHING: Lookup = () => null
const SPACE: Worded = { text: ' ', lang: undefined }

/** Where one sentence may end and the next begin. */
const ends = (text: string): readonly number[] => [
  ...[...text.matchAll(/[.?!:][”)]? (?=\S)/g)].map((m) => m.index + m[0].length - 1),
  text.length,
]

/**
 * A text in Spanish, sentence by sentence, the longest known stretch first; what has no Spanish is kept
 * in English and marked so.
 */
export function spokenParts(text: string, own: Lookup = NOTHING): readonly Worded[] {
  const whole = sentence(text, own)
  if (whole) return whole
  const stops = ends(text)
  const stretches: { readonly said: readonly Worded[] | null; readonly english: string }[] = []
  for (let from = 0; from < text.length; ) {
    const known = knownFrom(text, from, stops, own)
    const stop = known?.stop ?? stops.find((s) => s > from) ?? text.length
    const english = text.slice(from, stop)
    const before = stretches.at(-1)
    // What has no Spanish is kept as one stretch.
    if (!known && before?.said === null) stretches[stretches.length - 1] = { said: null, english: `${before.english} ${english}` }
    else stretches.push({ said: known?.said ?? null, english })
    from = stop + 1
  }
  return stretches.flatMap(({ said, english }, i) => [
    ...(i ? [SPACE] : []),
    ...(said ?? [{ text: english, lang: 'en' as const }]),
  ])
}

/** The longest stretch from here that has Spanish. */
function knownFrom(text: string, from: number, stops: readonly number[], own: Lookup) {
  const near = stops.filter((s) => s > from).slice(0, LONGEST)
  for (const stop of near.toReversed()) {
    const said = sentence(text.slice(from, stop), own)
    if (said) return { said, stop }
  }
  return null
}

/** Stops within one sentence: those of its dates, doses and quotations. */
const LONGEST = 6

/** The Spanish of what a use case, an adapter or the engine says; null where it is not wholly known. Quoted words stay as they are. */
export function inSpanish(text: string, own: Lookup = NOTHING): string | null {
  const whole = sentence(text, own)
  if (whole) return whole.map((p) => p.text).join('')
  const parts = spokenParts(text, own)
  // Sentences that are known one by one are joined; one that is not would stand there in English.
  return parts.some((p) => p.lang === 'en' && /[.?!:][”)]?$/.test(p.text)) || parts.every((p) => p.lang === 'en')
    ? null
    : parts.map((p) => p.text).join('')
}
