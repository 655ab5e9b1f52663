import type { PartialDate } from '../../facts/casefacts.ts'
import { sayPartialDate } from '../../facts/partialDate.ts'
import { supportOf } from '../../facts/support.ts'
import { type Facet, matchRange, met, missing, type Recogniser } from './leaf.ts'
import { isRecent, recencyIn } from './period.ts'
import { sentence, stems } from './wording.ts'

/** Happenings that policies count, and the kinds of event they are recorded as. */
const HAPPENINGS =
  /\b(relapses?|exacerbations?|hospitali[sz]ations?|admissions?|falls?|seizures?|fractures?|surger(?:y|ies)|emergency (?:room|department) visits?|flares?)\b/i
const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4 }

/** The record's words, with the date where they do not give it. */
const told = (what: string, date: PartialDate | null): string => {
  const plain = what.replace(/[.;,\s]+$/, '')
  return sentence(date && !/\d{4}/.test(plain) ? `${plain} (${sayPartialDate(date)})` : plain)
}

/** "Two or more relapses in the past 12 months". */
export const event: Recogniser = (leaf, ground): Facet | null => {
  const m = HAPPENINGS.exec(leaf.words)
  if (!m?.[1] || /\b(?:fewer|reduc\w+|decreas\w+|no)\b/i.test(leaf.words)) return null
  const count =
    /\b(?:at least\s+)?(one|two|three|four|[1-9])\b(?:\s+or more)?(?=[^.;]{0,30}\b(?:relapse|exacerb|hospital|admission|fall|seizure|fracture|surger|emergency|flare))/i.exec(
      leaf.words,
    )
  const wanted = count?.[1] ? (NUMBERS[count[1].toLowerCase()] ?? Number(count[1])) : 1
  const recency = recencyIn(leaf.words)
  const stem = stems(m[1])[0] ?? ''
  const fits = ground.facts.events.filter((e) =>
    stems(`${e.value.kind} ${e.value.what}`).some((w) => w.startsWith(stem.slice(0, 6))),
  )
  const dated = recency ? fits.filter((e) => isRecent(e.value.date, recency, ground.asOf) === 'yes') : fits
  const evidence = dated.flatMap((e) => supportOf(e.origin))
  const words = new Set(dated.flatMap((e) => stems(`${e.value.kind} ${e.value.what}`)))
  const covers = [
    matchRange(m),
    ...(count ? [matchRange(count)] : []),
    ...(recency ? [recency.range] : []),
    ...[...leaf.words.matchAll(/[A-Za-z0-9]+/g)].filter((w) => stems(w[0]).some((s) => words.has(s))).map(matchRange),
  ]
  const say = dated.map((e) => told(e.value.what, e.value.date)).join(' ')
  if (dated.length >= wanted) return met(evidence, say, covers)
  return missing(
    {
      what: `Dated notes of ${m[1]}${recency ? ` from the last ${recency.said}` : ''}`,
      from: 'the prescriber or the hospital',
      why: `The policy asks for ${wanted}; the records held show ${dated.length}.`,
    },
    covers,
    evidence,
    say || undefined,
  )
}
