import type { Diagnosis } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { agentsIn } from './agents.ts'
import { senseHits } from './cues.ts'
import { timesIn } from './dates.ts'
import { entryAt, type RecordReading, tidy } from './reading.ts'
import { clauseAround, isQuestion, type Range, wholeSentences } from './sentences.ts'
import type { Unit } from './units.ts'

/** ICD-10-CM with its dot, or three characters alone; a code of seven without a dot only behind a label. */
const CODE = /(?<![\p{L}\p{N}.-])([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)(?![\p{L}\p{N}]|\.\d|-\d)/gu
const CODE_LABEL =
  /(?:ICD[- ]?10(?:[- ]?CM)?(?:\s*code(?:\(s\)|s)?)?|\bDX(?:\s+code)?|diagnosis code|ICD codes?)\s*[:#(]?\s*[_\s]*$/i
const SAID =
  /(?<![\p{L}])(?:diagnosis of|diagnoses of|diagnosed with|dx of|PMH(?:x)?(?:\s+(?:of|significant for))?:?|PMHx|past medical history (?:of|significant for)|history of|h\/o|known|carries a diagnosis of|follow-?up (?:of|for)|with)\s+/giu
/** "Six-year-old boy followed for autistic disorder": what stands before it is no part of the name. */
const SEEN_FOR =
  /\b(?:followed|seen|evaluated|treated|managed|admitted|referred|here|presents?|presenting|evaluation|management|treatment|therapy|medication)\s+(?:up\s+)?(?:for|of|with)\s+/giu
const LABEL =
  /^(?:(?:primary|secondary|medical|treatment|referring|preoperative|postoperative|final|principal|working)\s+)?(?:diagnos[ie]s|dx)\s*:\s*/i
const END_OF_NAME =
  /[.;:(\n]|,|\s+(?:who|whom|that|which|presents?|presenting|is|was|were|has|had|with(?! (?:multiple|several))|here|since|diagnosed|status|s\/p|seen|confirmed|on|despite|currently|admitted|in|at|for|as|given|due|secondary|by|from|and is|and was|and has)\b|\s{2,}/i

/** Diagnoses under their headings, behind "diagnosed with", or beside an ICD-10 code. */
export function diagnosesOf(reading: RecordReading, unit: Unit): Entry<Diagnosis>[] {
  if (unit.section === 'family' || unit.section === 'education' || unit.section === 'goals' || unit.section === 'review')
    return []
  const found: Entry<Diagnosis>[] = []
  const labelled =
    /^\s*(?:diagnos[ie]s|dx|icd)|\bdiagnosis\b[^?]*\?/i.test(unit.leads.at(-1)?.text ?? '') || unit.section === 'diagnosis'
  for (const sentence of wholeSentences(unit)) {
    const text = unit.flat.slice(sentence.start, sentence.end)
    if (isQuestion(text)) continue
    const coded = codedIn(reading, unit, sentence, labelled)
    const named = found.at(-1)
    const bare = coded.length === 1 ? coded[0] : undefined
    if (bare && named && bare.value.name === bare.value.code && named.value.code === null && /^\W*(?:ICD|code|dx)/i.test(text)) {
      // "Infantile fibrosarcoma. ICD-10-CM C49.21.": the code alone belongs to the name before it.
      found[found.length - 1] = { value: { ...named.value, code: bare.value.code }, origin: named.origin, also: [bare.origin] }
      continue
    }
    found.push(...coded)
    if (coded.length === 0) found.push(...namedIn(reading, unit, sentence, labelled))
  }
  return found
}

function codedIn(reading: RecordReading, unit: Unit, sentence: Range, labelled: boolean): Entry<Diagnosis>[] {
  const text = unit.flat.slice(sentence.start, sentence.end)
  const found: Entry<Diagnosis>[] = []
  let from = 0
  for (const m of text.matchAll(CODE)) {
    const code = m[1] ?? ''
    const label = CODE_LABEL.test(text.slice(0, m.index))
    const listed = labelled || ['assessment', 'problems', 'plan', 'impression'].includes(unit.section ?? '')
    const bracketed = /[a-z]\s*\(\s*$/i.test(text.slice(0, m.index)) && /^\s*[,)]/.test(text.slice(m.index + code.length))
    if (!label && !code.includes('.') && !listed && !bracketed) continue
    if (
      !label &&
      !listed &&
      !/(?:[([]|[a-z],)\s*$/.test(text.slice(0, m.index)) &&
      !/^\s*[-–:]/.test(text.slice(m.index + code.length)) &&
      m.index > 3
    )
      continue
    const own = text.slice(m.index + code.length).split(CODE)[0] ?? ''
    const before = nameBefore(text.slice(from, m.index))
    const behind = nameBehind(text.slice(m.index + code.length))
    const name = before || behind || leadName(unit)
    from = m.index + code.length
    if (excluded(unit, sentence, sentence.start + m.index, reading)) continue
    found.push(
      entryAt(reading, unit, sentence, {
        name: name || code,
        code,
        since: sinceIn(own) ?? (found.length ? null : sinceIn(text.slice(0, m.index))),
      }),
    )
  }
  return found
}

/** "Multiple sclerosis (" or "1. Relapsing-remitting multiple sclerosis, ICD-10: " before its code. */
function nameBefore(text: string): string {
  const plain = text
    .replace(
      /[([]?\s*(?:ICD[- ]?10(?:[- ]?CM)?(?:\s*code(?:\(s\)|s)?)?|DX(?:\s+code)?|diagnosis code|ICD codes?)\s*[:#]?[_\s]*$/i,
      '',
    )
    .replace(LABEL, '')
    .replace(/^[\s)\].,;:#\d–-]+/, '')
  const name = tidy(
    (plain.split(/[;:]|\s{3,}/).at(-1) ?? '').replace(
      /^\s*(?:in|since)\s+[\w/ ]{4,14}?\d{4}\s*(?:,|and)\s+|^\s*in \d{4}\s*(?:,|and)\s+/i,
      '',
    ),
  )
  const cut = [...name.matchAll(SAID), ...name.matchAll(SEEN_FOR)].sort((a, b) => a.index - b.index).at(-1)
  const last = cut && !/^with/i.test(cut[0]) ? tidy(name.slice(cut.index + cut[0].length)) : name
  const bare = tidy(
    afterAside(last).replace(
      /^.*\b(?:woman|man|male|female|boy|girl|patient|child|infant|gentleman|lady|toddler|adolescent|who|[FM])\s+(?:with|has)\s+/i,
      '',
    ),
  )
  return /[a-z]{3}/i.test(bare) && bare.split(' ').length <= 14 ? bare.replace(/\s*[([]$/, '') : ''
}

/** "diagnosed 09/12/2023 (ADOS-2, Module 2), and developmental coordination difficulties": the aside speaks of the one before. */
const afterAside = (name: string): string =>
  /^(?:diagnosed|dx|since|onset|confirmed|in remission|status)\b/i.test(name)
    ? (/.*(?:,\s*(?:and\s+)?|\band\s+)(.+)$/i.exec(name)?.[1] ?? '')
    : name

function nameBehind(text: string): string {
  const name = tidy(/^\s*[)\].:,–-]*\s*([^;.(\n]+)/.exec(text.replace(/^\s{3,}.*$/, ''))?.[1] ?? '')
  return /^[A-Z]?[a-z]{3}|^[A-Z]{2,}/.test(name) &&
    name.split(' ').length <= 14 &&
    !/^(?:yes|no|medication|physician|icd|code|dx)\b/i.test(name)
    ? name
    : ''
}

const leadName = (unit: Unit): string => {
  const lead = unit.leads.at(-1)?.text ?? ''
  return /diagnos/i.test(lead) && /:\s*\S/.test(lead) ? tidy(lead.replace(/^[^:]*:/, '')) : ''
}

function namedIn(reading: RecordReading, unit: Unit, sentence: Range, labelled: boolean): Entry<Diagnosis>[] {
  const text = unit.flat.slice(sentence.start, sentence.end)
  const found: Entry<Diagnosis>[] = []
  const push = (raw: string, at: number, since: string) => {
    if (excluded(unit, sentence, sentence.start + at, reading)) return
    for (const part of splitNames(raw)) {
      const name = tidy(part.replace(/^(?:a|an|the|new|newly diagnosed|known|chronic diagnosis of)\s+(?=\S)/i, ''))
      if (isName(reading, name)) found.push(entryAt(reading, unit, sentence, { name, code: null, since: sinceIn(since) }))
    }
  }
  const hash = isTitle(unit) ? null : /^#\s*(.+)$/.exec(text)
  const label = LABEL.exec(text)
  const consistent = labelled ? /\b(?:consistent with|diagnosis of)\s+(?:a\s+|an\s+)?(.+)$/i.exec(text) : null
  if (hash?.[1]) push(hash[1], 1, '')
  else if (consistent?.[1]) push(endName(consistent[1]), text.length - consistent[1].length, text)
  else if (label) push(endName(text.slice(label[0].length)), label[0].length, text)
  else if (
    labelled &&
    unit.lines.length <= 2 &&
    text.length < 120 &&
    !/\b(?:confirmed|showed|revealed|was|were|is|are)\b|^[^:]{2,40}:/i.test(text)
  )
    push(endName(text.replace(/^\s*\d+[.)]\s*/, ''), false), 0, text)
  else if (
    unit.section === 'diagnosis' &&
    sentence.start === 0 &&
    unit.kind === 'prose' &&
    /^\p{Lu}/u.test(text) &&
    !isTold(text)
  )
    push(endName(text), 0, text)
  else if (unit.section === 'problems' && text.length < 300)
    for (const item of isTold(text) ? [] : text.split(/[;,]|\s{2,}/)) push(endName(item), text.indexOf(item), item)
  else if (unit.section === 'history' || unit.section === 'assessment' || unit.section === null)
    for (const m of text.matchAll(SAID)) {
      const word = m[0].trim().toLowerCase()
      if (word === 'with' || word === 'known') continue
      const rest = text.slice(m.index + m[0].length)
      push(endName(rest), m.index, /^[^.;]{0,120}/.exec(rest)?.[0] ?? '')
    }
  return found
}

/** The first line of a document is its title, whatever mark it carries. */
const isTitle = (unit: Unit): boolean =>
  unit.page.number === 1 && unit.page.text.slice(0, unit.start).replace(/#/g, '').trim() === ''

/** "Botulinum toxin was considered in June": a sentence, not a list of problems. */
const isTold = (text: string): boolean => /\b(?:was|were|is|are|has|had|will|did|does)\b/i.test(text)

const endName = (text: string, commas = true): string => {
  const at = (commas ? END_OF_NAME : /[.;(\n]|\s{2,}|\s+(?:who|presents?|since)\b/i).exec(text)?.index ?? text.length
  return text.slice(0, at)
}

const splitNames = (raw: string): string[] =>
  /\b(?:and|&)\b/i.test(raw) && !/\b(?:head and neck|nausea and|both|graft|up and go|stress and|weakness and)\b/i.test(raw)
    ? raw.split(/\s+(?:and|&)\s+/i)
    : [raw]

const NOT_DIAGNOSIS =
  /^(?:none|no|n\/a|see|patient|the|this|his|her|it|treatment|therapy|use|failure|medication|side|these|their|being|persistent symptoms|symptoms|present|smoking|tobacco|alcohol|trial|inadequate|intolerance|chemotherapy|surgery|illness|code|see attached|follow|current|duration|date|dose|because|since|after|before|although|while|when|if|not|but|and|or|diagnosed|outside|multiple times)\b/i

function isName(reading: RecordReading, name: string): boolean {
  if (name.length < 3 || name.length > 110 || name.split(' ').length > 12 || NOT_DIAGNOSIS.test(name)) return false
  if (!/[a-z]{3}|^[A-Z]{2,6}(?:-[A-Z0-9]+)?$/.test(name) || /^_+|[?:]|\d{3,}/.test(name)) return false
  const agent = agentsIn(name, reading.vocabulary)[0]
  return !agent || agent.end - agent.start < name.length * 0.5
}

/** Denied, hedged, a relative's, or only planned for. */
function excluded(unit: Unit, sentence: Range, at: number, reading: RecordReading): boolean {
  const clause = clauseAround(unit.flat, sentence, at, at)
  const text = unit.flat.slice(clause.start, sentence.end)
  const lead = at - clause.start
  if (/^#?\s*(?:c\/f|r\/o|concern|rule out|possible|suspected|probable|likely|\?)/i.test(text.trim())) return true
  return senseHits(text, reading.vocabulary).some(
    (h) =>
      (h.value === 'negated' || h.value === 'hedged' || h.value === 'family') &&
      h.side === 'before' &&
      h.start <= lead &&
      lead - h.end < (h.value === 'family' ? 60 : 12) &&
      !/\b(?:consistent|without|presents)\b/i.test(text.slice(h.end, Math.max(h.end, lead))),
  )
}

/** "diagnosed in 2019", "since March 2021", "(dx 2018)". */
function sinceIn(text: string): Diagnosis['since'] {
  for (const t of timesIn(text))
    if (t.kind === 'date' && /(?:diagnosed|dx|onset|since)[^.;]{0,12}$/i.test(text.slice(0, t.start))) return t.from
  return null
}
