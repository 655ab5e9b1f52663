import type { Support } from '../../base/support.ts'
import type { PartialDate } from '../../facts/casefacts.ts'
import { originsOf } from '../../facts/origins.ts'
import { comparePartial, parsePartial, sayPartialDate } from '../../facts/partialDate.ts'
import { supportOf, supports } from '../../facts/support.ts'
import { type Facet, type Ground, matchRange, met, missing, type Recogniser } from './leaf.ts'
import { isRecent, type Length, recencyIn } from './period.ts'
import { recordSentences } from './records.ts'
import { sentence, stems } from './wording.ts'

/** Tests that policies ask for, and how a record may name them; a test of figures is shown by its measures only. */
const TESTS: readonly (readonly [name: string, pattern: RegExp, measures?: readonly string[]])[] = [
  ['MRI', /\bMRI\b|magnetic resonance/i],
  ['CT', /\bCT\b|computed tomography/i],
  ['X-ray', /\bx-?rays?\b|radiograph/i],
  ['ultrasound', /\bultraso(?:und|nograph\w*)\b/i],
  ['PET', /\bPET\b/i],
  ['EEG', /\bEEG\b|electroencephalogra/i],
  ['EMG', /\bEMG\b|electromyogra|nerve conduction/i],
  ['ECG', /\bE[CK]G\b|electrocardiogra/i],
  ['echocardiogram', /\bechocardiogra\w*/i],
  ['sleep study', /polysomnogra\w*|sleep study|sleep test/i],
  ['biopsy', /\bbiops(?:y|ies)\b|histolog/i],
  ['endoscopy', /\bendoscop\w*|colonoscop\w*/i],
  ['hepatitis B surface antigen', /hepatitis B (?:virus )?surface antigen|\bHBsAg\b/i],
  ['hepatitis B core antibody', /hepatitis B (?:virus )?core antibod\w+|\banti-?HBc\b/i],
  ['hepatitis B screening', /hepatitis B(?: virus)?|\bHBsAg\b|\banti-?HBc\b|\bHBV\b/i],
  ['tuberculosis screening', /tuberculosis|\bTB\b|QuantiFERON|\bIGRA\b/i],
  ['pregnancy test', /pregnancy test|\bhCG\b/i],
  ['liver function tests', /liver (?:function|enzymes)|\bLFTs?\b|\bALT\b|\bAST\b/i, ['alt', 'ast']],
  ['complete blood count', /complete blood count|\bCBC\b/i, ['wbc', 'hemoglobin', 'platelets']],
  ['immunoglobulins', /\bimmunoglobulins?\b|(?<![-\w] ?)\bIg[GAM]\b(?! (?:index|antibod))/i, ['igg', 'serum-iga', 'serum-igm']],
  ['genetic test', /genetic test\w*|genotype|gene sequencing|mutation|\bHLA-/i],
  ['varicella antibodies', /varicella/i],
  ['eye examination', /ophthalm\w+ exam\w*|eye exam\w*/i],
  ['hearing test', /audiolog\w*|audiogram|hearing (?:test|evaluation|screen)/i],
  ['spirometry', /spirometry|pulmonary function/i],
]

const ASKS =
  /\b(?:document\w*|confirm\w*|show\w*|demonstrat\w*|evidence|screen\w*|test\w*|result\w*|complet\w+|perform\w*|imaging|findings?|positive|negative|by|on)\b/i
/** A result that asks for nothing beyond having been done. */
const DONE =
  /\b(?:screen\w*|test\w*|complet\w+|perform\w*|done|obtained|baseline|document\w*|has been|within|prior|before|start\w*|first|initiat\w*)\b/gi

/** A documented test or image. What it must show has to stand in the finding itself. */
export const result: Recogniser = (leaf, ground): Facet | null => {
  const named = TESTS.filter(([, pattern]) => pattern.test(leaf.words))
  // A part of the screening that is named stands for the screening.
  const asked = named.filter(
    ([name]) => name !== 'hepatitis B screening' || !named.some(([n]) => n.startsWith('hepatitis B') && n !== name),
  )
  if (!asked.length || !ASKS.test(`${leaf.lead} ${leaf.words}`)) return null
  const recency = recencyIn(leaf.words) ?? recencyIn(leaf.lead)
  const covers = [
    ...named.flatMap(([, pattern]) => [...leaf.words.matchAll(new RegExp(pattern.source, 'gi'))].map(matchRange)),
    ...[...leaf.words.matchAll(DONE)].map(matchRange),
    ...(recency && recencyIn(leaf.words) ? [recency.range] : []),
  ]
  const every = !/\bor\b/i.test(leaf.words)
  const shown = asked.map(([name, pattern, ids]) => ({
    name,
    at: ids ? valuesOf(ids, recency, ground) : (factOf(pattern, recency, ground) ?? sentenceOf(pattern, recency, ground)),
  }))
  const have = shown.flatMap((f) => f.at ?? [])
  const fresh = have.filter((f) => f.dated)
  const lacking = shown.filter((f) => !f.at?.dated).map((f) => f.name)
  const evidence = have.flatMap((f) => f.evidence)
  const because = [...new Set(have.map((f) => f.say))].join(' ')
  if (!fresh.length || (every && lacking.length)) {
    const gap = {
      what: `The dated report of: ${lacking.join(', ')}${recency ? `, from the last ${recency.said}` : ''}`,
      from: 'the prescriber or the laboratory or imaging center',
      why: 'The policy asks for the result.',
    }
    return missing(gap, covers, evidence, because || undefined)
  }
  const words = new Set(fresh.flatMap((f) => stems(f.say)))
  const told = [...leaf.words.matchAll(/[A-Za-z0-9]+/g)].filter((m) => stems(m[0]).some((w) => words.has(w))).map(matchRange)
  return met(
    fresh.flatMap((f) => f.evidence),
    [...new Set(fresh.map((f) => f.say))].join(' '),
    [...covers, ...told],
  )
}

interface Shown {
  readonly say: string
  readonly evidence: readonly Support[]
  /** The policy sets no period, or the result is shown to lie in it. */
  readonly dated: boolean
}

function factOf(pattern: RegExp, recency: Length | null, ground: Ground): Shown | null {
  const fits = ground.facts.results.filter((r) => pattern.test(r.value.test) || pattern.test(r.value.finding))
  const inTime = (date: PartialDate | null) => !recency || isRecent(date, recency, ground.asOf) === 'yes'
  const best = fits.find((r) => inTime(r.value.date)) ?? fits[0]
  if (!best) return null
  const { test, date, finding } = best.value
  return {
    say: sentence(`${test}${date ? `, ${sayPartialDate(date)}` : ''}: ${finding}`),
    evidence: supportOf(best.origin),
    dated: inTime(date),
  }
}

/** Figures of one day, newest first: "Immunoglobulin G 912 mg/dL, …, on August 24, 2026." All of the first test named must be among them. */
function valuesOf(ids: readonly string[], recency: Length | null, ground: Ground): Shown | null {
  const values = ground.facts.measures
    .filter((m) => ids.includes(m.value.measure) && m.value.date !== null)
    .toSorted((a, b) => (a.value.date && b.value.date ? comparePartial(b.value.date, a.value.date) : 0))
  const newest = values.find((v) => v.value.measure === ids[0]) ?? null
  const date = newest?.value.date
  if (!newest || !date) return null
  const same = ids.flatMap((id) => values.find((v) => v.value.measure === id && v.value.date === date) ?? [])
  const said = same.map(({ value: m }) => `${m.label} ${m.written ?? m.value}${m.unit ? ` ${m.unit}` : ''}`).join(', ')
  return {
    say: sentence(`${said}, on ${sayPartialDate(date)}`),
    evidence: supports(same.flatMap(originsOf)),
    dated: !recency || isRecent(date, recency, ground.asOf) === 'yes',
  }
}

/** What may stand between a test's name and its result: nothing that could name another test. */
const BETWEEN =
  /^(?:[\s:,–-]|\([^()]{0,30}\)|\b(?:total|qualitative|screen(?:ing)?|tests?|results?|titers?|antibod(?:y|ies)|serum|level|was|were|is|are|on|of|\d{1,2}\/\d{1,2}\/\d{4})\b)*/i
/** A result given in words stands in the record itself; one that is ordered or awaited is none. */
const RESULT = /^(?:non-?reactive|reactive|negative|positive|normal|abnormal|immune|(?:not )?detected)\b/i
const AWAITED =
  /\b(?:pending|await\w*|ordered|to be|will be|not (?:yet )?(?:available|back|done|resulted)|due|recommend\w*|screen(?:ing)? (?:for|before))\b/i
const DATE = /\b(\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2}|[A-Z][a-z]+ \d{1,2}, \d{4})\b/

/** A sentence of the record that gives the result of this very test; one that is still awaited shows that much, and no more. */
function sentenceOf(pattern: RegExp, recency: Length | null, ground: Ground): Shown | null {
  let awaited: Shown | null = null
  for (const { text, support, dated } of recordSentences(ground.records)) {
    const at = pattern.exec(text)
    if (!at) continue
    const after = text.slice(at.index + at[0].length)
    const words = text.replace(/[.;,\s]+$/, '')
    if (AWAITED.test(after)) {
      awaited ??= { say: `The record states: “${words}”.`, evidence: [support], dated: false }
      continue
    }
    if (!RESULT.test(after.slice(BETWEEN.exec(after)?.[0].length ?? 0))) continue
    const own = DATE.exec(text)?.[1]
    const date = parsePartial(own ?? (dated && DATE.exec(dated.quote)?.[1]) ?? '')
    const day = date && !own ? ` of ${sayPartialDate(date)}` : ''
    return {
      say: `The record states in its results${day}: “${words}”.`,
      evidence: [support, ...(own || !date || !dated ? [] : [dated])],
      dated: !recency || isRecent(date, recency, ground.asOf) === 'yes',
    }
  }
  return awaited
}
