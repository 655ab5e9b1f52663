import type { PartialDate, ResultFinding } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { namedOf, type Vocabulary } from '../vocabulary.ts'
import { senseHits } from './cues.ts'
import { timesIn } from './dates.ts'
import { entryAt, type RecordReading, tidy } from './reading.ts'
import { isQuestion, wholeSentences } from './sentences.ts'
import type { Unit } from './units.ts'

interface Exam {
  readonly test: string
  readonly date: PartialDate | null
}

/** Imaging, pathology and other test results, each in the report's own sentence. */
export function resultsOf(reading: RecordReading, fallback: PartialDate | null): Entry<ResultFinding>[] {
  const { vocabulary } = reading
  const found: Entry<ResultFinding>[] = []
  let exam: Exam | null = null
  let ended: number | null = null
  const impressions = reading.units.some((u) => u.section === 'impression')
  const day = reading.units.some((u) => titleOf(u, vocabulary, null)?.exam.date) ? null : fallback
  for (const unit of reading.units) {
    const title = titleOf(unit, vocabulary, exam)
    exam = title?.exam ?? exam
    if (unit.kind === 'heading') ended = null
    if (title?.own || unit.kind === 'heading') continue
    if (FOOT.test(unit.flat.trim())) ended = unit.page.number
    if (ended === unit.page.number) continue
    if (unit.section === 'impression' && exam) found.push(...sentences(reading, unit, exam, day))
    else if (unit.section === 'findings' && exam && !impressions) found.push(...sentences(reading, unit, exam, day))
    else if (unit.section === null || PROSE.includes(unit.section) || (unit.section === 'findings' && !exam))
      found.push(...inProse(reading, unit))
  }
  return found
}

/** "MRI Brain with and without contrast 3/2/2024" standing alone, as a line or over the unit. */
function titleOf(unit: Unit, vocabulary: Vocabulary, before: Exam | null): { exam: Exam; own: boolean } | null {
  const own = unit.lines.length === 1 && !unit.dated ? unit.lines[0]?.text : undefined
  const dated =
    own && /^(?:date of (?:procedure|exam|study|biopsy|collection)|exam date|study date|collected)\s*:/i.test(own)
      ? timesIn(own)[0]?.from
      : null
  if (dated && before) return { exam: { ...before, date: dated }, own: true }
  for (const raw of [...(own ? [own] : []), ...unit.leads.map((l) => l.text).reverse()]) {
    const text = raw.replace(
      /^(?:exam(?:ination)?|procedure|study|test(?: performed)?|type of (?:exam|study|biopsy))\s*:\s*/i,
      '',
    )
    const hit = namedOf('exams', text, vocabulary)[0]
    if (
      !hit ||
      hit.start > 28 ||
      text.length > 110 ||
      /[.;]\s|\.$|\b(?:showed|shows?|ordered|scheduled|pending|normal|will|were|was|is|are|obtained|performed|with [a-z]+ (?:noted|seen)|biopsies|date of|demonstrat\w+)\b/i.test(
        text,
      )
    )
      continue
    const time = timesIn(text).find((t) => t.kind === 'date')
    const name = tidy((time ? text.slice(0, time.start) : text).replace(/\b(?:findings|results?|report|dated?)\b\s*:?\s*$/i, ''))
    const label = /(?:procedure|exam(?:ination)?|study|test)\s*:\s*$/i.test(
      unit.page.text.slice(Math.max(0, unit.start - 20), unit.start),
    )
    const renames = (raw !== text || (label && raw === own)) && before !== null
    return {
      exam: { test: unshouted(name) || hit.written, date: time?.from ?? (renames ? before.date : null) },
      own: raw === own,
    }
  }
  return null
}

/** "MRI BRAIN WITHOUT AND WITH IV CONTRAST (70553)" reads "MRI brain without and with IV contrast". */
const unshouted = (name: string): string => {
  const plain = tidy(name.replace(/\s*\((?:\d{5}[,;\s]*)+\)/g, ''))
  if (plain !== plain.toUpperCase()) return plain
  return plain.replace(/[\p{Lu}]+/gu, (w) =>
    /^(?:MR[IAV]|CTA?|PET|E[EMC]G|EGD|XR|US|DE?XA|IV|T[12]|[A-Z])$/.test(w) ? w : w.toLowerCase(),
  )
}

/** Sections of a note in which a test's result may be told. */
const PROSE: readonly string[] = ['history', 'assessment', 'labs', 'prior', 'impression', 'diagnosis', 'review']

const FIELD =
  /^(?:read|signed|electronically|cc|acc|dictated|transcribed|verified|reported|interpreted|date|type|referring|ordering|procedure|specimen|patient|dob|mrn|physician|technique|sequence|views|indication|comparison)\b[^.]{0,40}:/i

/** What stands below a report's last finding: signatures, copies, page feet. */
const FOOT =
  /^(?:electronically signed|signed by|read by|dictated|transcribed|cc\s*:|acc(?:ession)?\b.*\d{4}|.{0,60}\bpage \d+(?: of \d+)?\s*$)/i

function sentences(reading: RecordReading, unit: Unit, exam: Exam, fallback: PartialDate | null): Entry<ResultFinding>[] {
  return wholeSentences(unit)
    .filter(
      (s) =>
        /^[\p{Lu}\d>*"]/u.test(unit.flat.slice(s.start, s.end)) &&
        s.end - s.start > 8 &&
        !FIELD.test(unit.flat.slice(s.start, s.end)) &&
        !/\bpending\b/i.test(unit.flat.slice(s.start, s.end)),
    )
    .map((s) =>
      entryAt(reading, unit, s, {
        test: exam.test,
        date: exam.date ?? fallback,
        finding: tidySentence(unit.flat.slice(s.start, s.end)),
      }),
    )
}

/** "MRI brain 3/2024 showed two new enhancing lesions." Planned and pending tests found nothing yet. */
function inProse(reading: RecordReading, unit: Unit): Entry<ResultFinding>[] {
  const found: Entry<ResultFinding>[] = []
  for (const sentence of wholeSentences(unit)) {
    const text = unit.flat.slice(sentence.start, sentence.end)
    if (isQuestion(text) || FIELD.test(text)) continue
    const hit = namedOf('exams', text, reading.vocabulary).find((m) => tellsOf(text, m.end, reading.vocabulary))
    if (!hit) continue
    const before = text.slice(0, hit.start)
    const unclear = senseHits(text.slice(0, hit.end), reading.vocabulary).some(
      (h) =>
        (h.value === 'planned' || h.value === 'negated' || h.value === 'family') &&
        h.side === 'before' &&
        before.length - h.end < 25 &&
        h.start < hit.start,
    )
    if (
      unclear ||
      /\b(?:pending|awaiting|will (?:order|obtain)|if)\b/i.test(text.slice(Math.max(0, hit.start - 20), hit.start + 40))
    )
      continue
    const name =
      /^[^.;:,]*?(?=\s+(?:on|in|from|dated|\(|\d|showed|revealed|demonstrat|confirm|identif|detect|indicat|was|with|shows|reveals|notable|remarkable|consistent)|[:,(])/i.exec(
        text.slice(hit.start),
      )?.[0]
    const near = timesIn(text).filter((t) => t.kind === 'date' && t.from && !COMPARED.test(text.slice(0, t.start)))
    const date =
      (unit.dated ? near[0] : undefined) ??
      near.find((t) => t.start >= hit.start && t.start - hit.start < 70) ??
      near.findLast((t) => t.end <= hit.start)
    found.push(
      entryAt(reading, unit, sentence, {
        test: tidy(name ?? hit.written),
        date: date?.from ?? null,
        finding: tidySentence(unit.dated && near[0]?.start === 0 ? text.slice(near[0].end) : text),
      }),
    )
  }
  return found
}

/** The date of what a finding is compared with is not its own. */
const COMPARED =
  /\b(?:compar\w+|versus|vs\.?|since|prior|previous|from)\s+(?:(?:with|to|the|prior|study|exam|of|MRI|CT)\s+)*(?:on\s+)?$/i

function tellsOf(text: string, from: number, vocabulary: Vocabulary): boolean {
  const rest = text.slice(from, from + 90)
  const verb = namedOf('exam_verbs', rest, vocabulary)[0]
  const colon = /^(?:[^.;:()]|\([^()]*\)){0,120}?:\s*(\S.{2,})/.exec(text.slice(from, from + 200))
  if (colon?.[1]) return !/^(?:see|as|refer|per|pending|awaited|not done)\b/i.test(colon[1])
  return verb !== undefined && !/^with$/i.test(verb.written) && !/[.;]/.test(rest.slice(0, verb.start))
}

const tidySentence = (text: string) => text.replace(/\s+/g, ' ').trim()
