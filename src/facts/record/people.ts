import { type CivilDate, parseDate } from '../../base/date.ts'
import type { Page } from '../../reading/document.ts'
import { spanOf } from '../../reading/document.ts'
import { caseless } from '../../reading/text/caseless.ts'
import { matchesAtStart } from '../../reading/text/word-start.ts'
import type { PartialDate } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { isNpi } from '../npi.ts'
import { samePerson } from '../person.ts'
import { literal } from '../vocabulary.ts'
import { readDate } from './dates.ts'
import type { ProposedFacts } from './proposed.ts'
import type { RecordReading } from './reading.ts'

interface Labelled {
  readonly page: Page
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Who the document is about and who wrote it, from labelled fields and signature lines. */
export function peopleOf(reading: RecordReading): Pick<ProposedFacts, 'patient' | 'prescriber' | 'documentDate'> {
  const find = <T>(list: string, read: (text: string) => { value: T; length: number; skip?: number } | null) =>
    labelled(reading, list, read)
  const name = find('patient_labels', (t) => personName(reading, t, false))
  const birth = find('birth_labels', birthDate)
  const doctor =
    find('prescriber_labels', (t) => (isTherapist(reading, t) ? null : personName(reading, t, true))) ??
    signature(reading) ??
    find('referring_labels', (t) => personName(reading, t, true))
  return {
    patient: { name: name ?? introduced(reading), birthDate: birth },
    prescriber: {
      name: doctor,
      credentials: doctor ? credentialsNear(reading, doctor) : null,
      specialty: specialtyOf(reading) ?? (doctor ? specialtyBelow(reading, doctor) : null),
      npi: npiOf(reading, doctor),
      practice: find('practice_labels', practiceName) ?? letterhead(reading),
      phone: phoneOf(
        reading,
        /(?:office|clinic|provider|physician)?\s*(?:phone|ph|tel(?:ephone)?)(?:\s*(?:no\.?|number|#))?\s*[:.]\s*/gi,
        /(?:patient|member|home|cell)\s*$/i,
      ),
      fax: phoneOf(
        reading,
        /(?:office|clinic)?\s*fax(?:\s*(?:no\.?|number|#))?\s*[:.]\s*/gi,
        /(?:completed form to|form to)\s*$/i,
      ),
    },
    documentDate: documentDate(reading),
  }
}

const INSIDE_A_WORD = /[\p{L}'’]$/u

const lowered = new WeakMap<Page, string>()

/** To see whether a page holds a word at all, before a pattern is made for it. */
function lowerCase(page: Page): string {
  const known = lowered.get(page)
  if (known !== undefined) return known
  const made = page.text.toLowerCase()
  lowered.set(page, made)
  return made
}

const patterns = new Map<string, RegExp>()

/** Patterns made from the vocabulary, each compiled once. */
function compiled(source: string, flags: string): RegExp {
  const known = patterns.get(source)
  if (known) return known
  const made = new RegExp(caseless(source), flags)
  patterns.set(source, made)
  return made
}

/**
 * The first field of any of the labels whose value reads, signatures last: who signs a report need not treat; the value ends at the next column. A label ends
 * with a colon, or fills its own cell of a form ("Patient      Renata Kowalczyk").
 */
function labelled<T>(
  reading: RecordReading,
  list: string,
  read: (text: string) => { value: T; length: number; skip?: number } | null,
): Entry<T> | null {
  const labels = [...(reading.vocabulary.words.get(list) ?? [])].sort(
    (a, b) => Number(/signed|printed/.test(a)) - Number(/signed|printed/.test(b)) || b.length - a.length,
  )
  for (const label of labels) {
    const [first = ''] = label.toLowerCase().split(' ')
    const pages = reading.doc.pages.filter((page) => lowerCase(page).includes(first))
    if (!pages.length) continue
    const words = `${literal(label).replace(/ /g, '\\s+')}(?:\\s*\\([^)]*\\))?`
    const close =
      list === 'birth_labels'
        ? '(?=\\s+\\d)'
        : /signed (?:\w+ )?by$/.test(label)
          ? '(?= )'
          : `(?<=(?:^[ \\t]*|\\s{2})${words})(?= {2,}\\S)`
    const pattern = compiled(`${words}(?:\\s*[:#]|${close})\\s*`, 'gmu')
    for (const page of pages)
      for (const m of matchesAtStart(page.text, pattern, INSIDE_A_WORD)) {
        const at = m.index + m[0].length
        if (
          m[0].includes('\n') ||
          (list !== 'referring_labels' &&
            /(?:emergency|referring|family)\s*$/i.test(page.text.slice(Math.max(0, m.index - 12), m.index)))
        )
          continue
        const text = page.text.slice(at, page.text.indexOf('\n', at) < 0 ? undefined : page.text.indexOf('\n', at))
        const got = read(text)
        if (!got) continue
        const start = at + (got.skip ?? 0)
        return entry(reading, { page, start, end: start + got.length, text }, got.value)
      }
  }
  return null
}

const entry = <T>(reading: RecordReading, at: Labelled, value: T): Entry<T> => ({
  value,
  origin: { kind: 'document', role: 'record', span: spanOf(reading.doc, at.page, at.start, at.end) },
})

const NAME_PART = "[\\p{Lu}][\\p{L}'’.-]*"
const NAME = new RegExp(`^\\s*((?:Dr\\.?\\s+)?)(${NAME_PART}(?:,\\s?|\\s)(?:${NAME_PART}(?:,?\\s|$|(?=[,(;]|\\s))){0,3})`, 'u')

/** "CARTER, DANIEL" → "Daniel Carter"; "Dr. Lisa Lauren, MD" → "Lisa Lauren". */
function personName(
  reading: RecordReading,
  text: string,
  doctor: boolean,
): { value: string; length: number; skip: number } | null {
  const cell = text.split(/\s{2,}|\t/)[0] ?? ''
  const m = NAME.exec(`${cell} `)
  const one = doctor ? new RegExp(`^\\s*Dr\\.?\\s+(${NAME_PART})`, 'u').exec(cell) : null
  if (!m?.[2] && !one?.[1]) return null
  const credentials = reading.vocabulary.words.get('credentials') ?? []
  const stops = reading.vocabulary.words.get('not_names') ?? []
  const raw = (m?.[2] ?? one?.[1] ?? '').trim()
  const reversed = /^[\p{L}'’-]+,\s*[\p{L}]/u.test(raw) && !credentials.includes(raw.split(/,\s*/)[1]?.replace(/[.,]/g, '') ?? '')
  const words = raw.split(/[\s,]+/).filter(Boolean)
  const kept: string[] = []
  for (const w of words) {
    const bare = w.replace(/[.,]/g, '')
    if (credentials.includes(bare) && kept.length > 0) break
    if (stops.includes(bare.toLowerCase())) return kept.length >= 2 ? finish(kept, reversed, text) : null
    kept.push(w.replace(/,$/, ''))
  }
  if (kept.length === 0 || (kept.length === 1 && !one)) return null
  return finish(kept, reversed, text)
}

function finish(
  words: readonly string[],
  reversed: boolean,
  text: string,
): { value: string; length: number; skip: number } | null {
  const first = words[0] ?? ''
  const last = words.at(-1) ?? ''
  const skip = text.indexOf(first)
  const end = text.indexOf(last, skip + (words.length > 1 ? first.length : 0)) + last.length
  const ordered = reversed ? [...words.slice(1), first] : words
  const cased = ordered.map((w) => (w.length > 2 && w === w.toUpperCase() ? w[0] + w.slice(1).toLowerCase() : w))
  return { value: cased.join(' '), length: end - skip, skip }
}

function birthDate(text: string): { value: CivilDate; length: number; skip: number } | null {
  const m = /^\s*(\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|[A-Z][a-z]+\.? \d{1,2},? \d{4})/.exec(text)
  const date = m?.[1] ? parseDate(readDate(m[1]) ?? '') : null
  return m?.[1] && date ? { value: date, length: m[1].length, skip: m[0].length - m[1].length } : null
}

/** "Electronically signed: Joelle Batiste, OTR/L": who signed does not prescribe. */
function isTherapist(reading: RecordReading, text: string): boolean {
  const all = reading.vocabulary.words.get('credentials') ?? []
  const prescribing = reading.vocabulary.words.get('prescribing_credentials') ?? []
  const behind = /^[^,\n]{3,60},\s*([A-Z][A-Za-z/-]*)/.exec(text)?.[1]
  return behind !== undefined && all.includes(behind) && !prescribing.includes(behind)
}

/** "Emily Jones is an 8 year old …": the note's own opening words. */
function introduced(reading: RecordReading): Entry<string> | null {
  const pattern = new RegExp(
    `(?<![\\p{L}.] ?)(${NAME_PART}(?: ${NAME_PART}){1,2}) is an? \\d{1,3}[ -]?(?:year|yo\\b|y\\.?o|month|yr)`,
    'u',
  )
  for (const page of reading.doc.pages) {
    const m = pattern.exec(page.text)
    const got = m?.[1] && !/^(?:The|This|Patient|Child|Mr|Ms|Mrs)\b/.test(m[1]) ? personName(reading, m[1], false) : null
    if (m && got)
      return entry(reading, { page, start: m.index + got.skip, end: m.index + got.skip + got.length, text: m[0] }, got.value)
  }
  return null
}

/** "Electronically signed by", or a line that is only "Name, MD". */
function signature(reading: RecordReading): Entry<string> | null {
  const credentials = (reading.vocabulary.words.get('prescribing_credentials') ?? []).map(literal)
  const pattern = new RegExp(
    `^[ \\t]*((?:Dr\\.?\\s)?${NAME_PART}(?: ${NAME_PART}){1,3})(?:,\\s*|\\s+)(?:${credentials.join('|')})\\b(?!\\s+\\d{5})`,
    'gmu',
  )
  const hits = reading.doc.pages.flatMap((page) => [...page.text.matchAll(pattern)].map((m) => ({ page, m })))
  const last = hits.at(-1)
  const name = last?.m[1]
  const got = name ? personName(reading, name, true) : null
  if (!last || !name || !got) return null
  const start = last.m.index + last.m[0].indexOf(name) + got.skip
  return entry(reading, { page: last.page, start, end: start + got.length, text: name }, got.value)
}

function credentialsNear(reading: RecordReading, name: Entry<string>): Entry<string> | null {
  if (name.origin.kind !== 'document') return null
  const { page: number, end } = name.origin.span
  const page = reading.doc.pages.find((p) => p.number === number)
  if (!page) return null
  const names = [...(reading.vocabulary.words.get('credentials') ?? [])].sort((a, b) => b.length - a.length)
  const list = names.map(literal).join('|')
  const m = new RegExp(`^,?\\s*((?:${list})(?:,\\s*(?:${list}))*)(?![\\p{L}])`, 'u').exec(page.text.slice(end, end + 40))
  if (!m?.[1]) return null
  const start = end + m[0].length - m[1].length
  return entry(reading, { page, start, end: start + m[1].length, text: m[1] }, m[1])
}

/** The prescriber's number: one that stands beside somebody else's name is theirs. */
function npiOf(reading: RecordReading, doctor: Entry<string> | null): Entry<string> | null {
  for (const page of reading.doc.pages)
    for (const m of page.text.matchAll(/\bNPI\b[^\d\n]{0,14}(\d{10})(?!\d)/g)) {
      const npi = m[1] ?? ''
      const start = m.index + m[0].length - npi.length
      const owner = nameBeside(reading, page.text.slice(Math.max(0, m.index - 260), m.index))
      if (isNpi(npi) && (!owner || !doctor || samePerson(owner, doctor.value)))
        return entry(reading, { page, start, end: start + npi.length, text: npi }, npi)
    }
  return null
}

/** The last name with credentials in the text before a number. */
function nameBeside(reading: RecordReading, text: string): string | null {
  const credentials = (reading.vocabulary.words.get('credentials') ?? []).map(literal).join('|')
  const pattern = new RegExp(`(${NAME_PART}(?: ${NAME_PART}){1,3}),\\s*(?:${credentials})(?![\\p{L}])`, 'gu')
  return [...text.matchAll(pattern)].at(-1)?.[1] ?? null
}

const SPECIALTY_LABEL = /specialty|department|division of|service/i

function specialtyOf(reading: RecordReading): Entry<string> | null {
  const names = [...(reading.vocabulary.words.get('specialties') ?? [])].sort((a, b) => b.length - a.length)
  for (const page of reading.doc.pages)
    for (const name of SPECIALTY_LABEL.test(page.text) ? names : []) {
      if (!lowerCase(page).includes(name.toLowerCase())) continue
      const m = new RegExp(
        `(?:specialty|department(?: of)?|division of|service)\\s*:?\\s*(${literal(name)})(?![\\p{L}])`,
        'iu',
      ).exec(page.text)
      if (m?.[1]) {
        const start = m.index + m[0].length - m[1].length
        return entry(reading, { page, start, end: start + m[1].length, text: m[1] }, m[1])
      }
    }
  return null
}

/** "Samuel Ortiz, MD, PhD" with "Pediatric Hematology and Oncology" on the next line. */
function specialtyBelow(reading: RecordReading, doctor: Entry<string>): Entry<string> | null {
  if (doctor.origin.kind !== 'document') return null
  const { page: number, end } = doctor.origin.span
  const page = reading.doc.pages.find((p) => p.number === number)
  const next = page && /^[^\n]*\n[ \t]*([^\n]+?)[ \t]*(?:\n|$)/.exec(page.text.slice(end))
  if (!page || !next?.[1] || !(reading.vocabulary.words.get('specialties') ?? []).includes(next[1].toLowerCase())) return null
  const start = end + next[0].indexOf(next[1], next[0].indexOf('\n'))
  return entry(reading, { page, start, end: start + next[1].length, text: next[1] }, next[1])
}

function practiceName(text: string): { value: string; length: number } | null {
  const cell = (text.split(/\s{2,}/)[0] ?? '').trim()
  return /^[A-Z][\w&'’. -]{4,70}$/.test(cell) && !/[:_]/.test(cell) ? { value: cell, length: cell.length } : null
}

/** The first line of the first page, when it names a place of care. */
function letterhead(reading: RecordReading): Entry<string> | null {
  const page = reading.doc.pages[0]
  const line = page && /^\s*(\S.*?)\s*$/m.exec(page.text)
  const words = reading.vocabulary.words.get('practice_words') ?? []
  if (
    !page ||
    !line?.[1] ||
    line[1].length > 70 ||
    /\s{3,}|[:.]$|\d{3}|\b(?:note|report|evaluation|results|form|records?|example|imaging|radiology|laborator(?:y|ies)|pathology|pharmacy|diagnostics)\b/i.test(
      line[1],
    )
  )
    return null
  if (!words.some((w) => new RegExp(`\\b${literal(w)}\\b`, 'i').test(line[1] ?? ''))) return null
  const start = line.index + line[0].indexOf(line[1])
  return entry(reading, { page, start, end: start + line[1].length, text: line[1] }, line[1])
}

function phoneOf(reading: RecordReading, label: RegExp, notBefore: RegExp): Entry<string> | null {
  for (const page of reading.doc.pages)
    for (const m of page.text.matchAll(label)) {
      const at = m.index + m[0].length
      const number = /^\(?\d{3}\)?[-.\s]?\d{3}[-.]\d{4}/.exec(page.text.slice(at, at + 20))?.[0]
      if (!number || notBefore.test(page.text.slice(Math.max(0, m.index - 20), m.index))) continue
      if (!/office|clinic/i.test(m[0]) && !nearPrescriber(page.text, m.index)) continue
      return entry(reading, { page, start: at, end: at + number.length, text: number }, number)
    }
  return null
}

/** A bare "Phone:" belongs to the practice only beside a signature, an NPI or the letterhead. */
const nearPrescriber = (text: string, at: number) =>
  (at < 400 &&
    !/\n\s*\n\s*\n/.test(text.slice(0, at).trim()) &&
    /clinic|hospital|associates|medical (?:group|center)|physicians|neurology|rheumatology|dermatology|pediatrics|oncology/i.test(
      text.slice(0, at),
    )) ||
  (/NPI|physician['’]s signature/i.test(text.slice(Math.max(0, at - 160), at)) &&
    !/member|insurance|patient name/i.test(text.slice(Math.max(0, at - 160), at)))

const HEAD_DATE =
  /^[^\n]*\b(?:note|visit|evaluation|consultation|report|encounter)s?\b[^\n\d]{0,12}?\b(\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|[A-Z][a-z]+ \d{1,2}, \d{4})(?:\s*$|\s{2,}|\s+Encounter\b)/im

const DATED =
  /(?:visit|encounter|date of (?:service|visit|exam(?:ination)?|evaluation|encounter|procedure|report|study)|visit date|encounter date|service date|exam date|report date|evaluation date|DOS|collected(?: on)?|date collected|collection date|study date|(?<=^\s*|\s{2})date(?=\s*:))(?:\s*:\s*|[ \t]{2,})(\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|[A-Z][a-z]+\.? \d{1,2},? \d{4})/gim

function documentDate(reading: RecordReading): Entry<PartialDate> | null {
  for (const page of reading.doc.pages)
    for (const m of page.text.matchAll(DATED)) {
      const words = m[1] ?? ''
      const date = readDate(words)
      if (!date || /(?:birth|start|end|onset|fill|due|of)\s*$/i.test(page.text.slice(Math.max(0, m.index - 8), m.index))) continue
      const start = m.index + m[0].length - words.length
      return entry(reading, { page, start, end: start + words.length, text: words }, date)
    }
  const first = reading.doc.pages[0]
  const head = first && HEAD_DATE.exec(first.text.split('\n').slice(0, 5).join('\n'))
  const date = head?.[1] ? readDate(head[1]) : null
  if (!first || !head?.[1] || !date) return null
  const start = head.index + head[0].lastIndexOf(head[1])
  return entry(reading, { page: first, start, end: start + head[1].length, text: head[1] }, date)
}
