import type { ResultFinding } from '../../facts/casefacts.ts'
import type { Entry } from '../../facts/fact.ts'
import { sayPartialDate } from '../../facts/partialDate.ts'
import { supportOf } from '../../facts/support.ts'
import { type Facet, met, type Recogniser } from './leaf.ts'
import { NUMBERS } from './numerals.ts'
import { isRecent, recencyIn } from './period.ts'

const NUM = '(one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})'
const counted = (text: string | undefined) => (text ? (NUMBERS[text.toLowerCase()] ?? Number(text)) : null)

const ASKS_ENHANCING = new RegExp(
  `\\b(?:at least\\s+)?${NUM}(?:\\s+or more)?\\s+(?:new\\s+)?(?:gadolinium[- ]|contrast[- ])?enhancing\\s+lesions?`,
  'i',
)
const ASKS_NEW = new RegExp(
  `\\b(?:at least\\s+)?${NUM}(?:\\s+or more)?\\s+new(?:\\s+or\\s+enlarg\\w+)?\\s+(?:T2\\s+)?lesions?`,
  'i',
)
const SHOWS_NEW = new RegExp(
  `(?<![\\d.])\\b${NUM}\\s+new\\s+(?:or\\s+enlarg\\w+\\s+)?T2(?:/FLAIR)?\\s+(?:hyperintense\\s+)?lesions?`,
  'i',
)
const SHOWS_ENHANCING = [
  new RegExp(
    `(?<![\\d.])\\b${NUM}\\s+(?:of (?:the|these|them|which)\\b[^.;,]{0,24}?)?(?:new\\s+)?(?:brain\\s+)?(?:lesions?\\s+)?(?:show\\w*\\s+)?(?:(?:gadolinium|contrast)[- ]?)?enhanc(?:e|ing|ement)\\b`,
    'i',
  ),
]

/**
 * "An MRI in the past 12 months with at least one gadolinium-enhancing lesion, or with two or more new T2
 * lesions": counted in the report's own sentences. Null where no sentence states a count.
 */
export const lesions: Recogniser = (leaf, ground): Facet | null => {
  const enhancing = counted(ASKS_ENHANCING.exec(leaf.words)?.[1])
  const fresh = counted(ASKS_NEW.exec(leaf.words)?.[1])
  if (!/\bMRI\b/.test(leaf.words) || (enhancing === null && fresh === null)) return null
  const both = enhancing !== null && fresh !== null
  if (both && !/\bor\b/i.test(leaf.words)) return null
  const recency = recencyIn(leaf.words) ?? recencyIn(leaf.lead)
  const exams = ground.facts.results.filter(
    (r) =>
      /\bMRI\b|magnetic resonance/i.test(r.value.test) && (!recency || isRecent(r.value.date, recency, ground.asOf) === 'yes'),
  )
  const shown = exams.filter(
    (r) =>
      (enhancing !== null && SHOWS_ENHANCING.some((p) => (counted(p.exec(r.value.finding)?.[1]) ?? 0) >= enhancing)) ||
      (fresh !== null && (counted(SHOWS_NEW.exec(r.value.finding)?.[1]) ?? 0) >= fresh),
  )
  const [first] = shown
  if (!first) return null
  const own = shown.filter((r) => r.value.test === first.value.test && r.value.date === first.value.date)
  return met(
    own.flatMap((r) => supportOf(r.origin)),
    say(own),
    [{ start: 0, end: leaf.words.length }],
  )
}

const say = (found: readonly Entry<ResultFinding>[]): string => {
  const [first] = found
  const day = first?.value.date ? ` of ${sayPartialDate(first.value.date)}` : ''
  return `${first?.value.test ?? 'MRI'}${day}: ${found.map((r) => `“${r.value.finding.replace(/[.;,\s]+$/, '')}.”`).join(' ')}`
}
