import type { SectionKind } from '../../knowledge/vocabulary.ts'
import type { Page, SourceDocument } from '../../reading/document.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { wordsOf } from '../vocabulary.ts'
import { timesIn } from './dates.ts'
import { isRow, type Line, linesOf } from './lines.ts'
import { isQuestion } from './sentences.ts'

/** A heading or introducing line that stands above a unit: "Induction Phase:", "Duration: 4/1/24 – 4/29/24". */
export interface Lead {
  readonly text: string
  readonly page: Page
  readonly start: number
  readonly end: number
  readonly indent: number
  readonly bullet: boolean
  /** A form's question: stands over its answers until the next question or heading. */
  readonly question: boolean
  /** "Duration: …", "Started 7/8/24": says something about its siblings, introduces nothing. */
  readonly note: boolean
}

/** A paragraph, list item or table row: contiguous on one page. */
export interface Unit {
  readonly page: Page
  readonly start: number
  readonly end: number
  /** The page's text of the range with every blank as one space character, so that offsets stay. */
  readonly flat: string
  readonly kind: 'prose' | 'item' | 'row' | 'heading'
  readonly section: SectionKind | null
  /** Outermost first. */
  readonly leads: readonly Lead[]
  readonly lines: readonly Line[]
  /** The first sentence began on the page before, where a denial of it may stand. */
  readonly torn: boolean
  /** A row of a chronology: its date is that of a happening. */
  readonly dated?: boolean
}

interface Heading {
  readonly section: SectionKind
  /** Where the text after "Assessment:" begins; null when the line is only a heading. */
  readonly rest: number | null
}

const NOTE =
  /^(?:total\s+)?(?:duration|started|start date|start|dates?|treatment dates?|period|stopped|end date|ended)\s*:?\s+.*\d/i

/** The units of a document in reading order, each under its section and leads. */
export function unitsOf(doc: SourceDocument, vocabulary: Vocabulary): Unit[] {
  const units: Unit[] = []
  let section: SectionKind | null = null
  let leads: Lead[] = []
  let open: Line[] = []
  let inline = false
  let previous: Line | null = null
  let question: readonly Line[] | null = null
  const flush = () => {
    const first = open[0]
    const last = open.at(-1)
    if (first && last) units.push({ ...unit(first.page, first.start, last.end, open, section, leads), torn: isTorn(first, doc) })
    open = []
  }
  for (const page of doc.pages) {
    const lines = linesOf(page)
    const width = textWidth(lines)
    for (const line of lines) {
      if (question) {
        question = [...question, line]
        if (endsQuestion(question)) {
          leads = [...under(leads, question[0] ?? line, previous), ask(question)]
          question = null
        }
        previous = line
        continue
      }
      if (line.cells.length <= 3 && isQuestion(line.text)) {
        flush()
        leads = leads.filter((l) => !l.question)
        question = endsQuestion([line]) ? null : [line]
        if (!question) leads = [...under(leads, line, previous), ask([line])]
        const answer = answerIn(line)
        if (answer) units.push(unit(page, answer.start, answer.end, [answer], section, leads))
        previous = line
        continue
      }
      const heading = headingOf(line, vocabulary)
      const intro = heading ? null : introOf(line)
      if (heading || intro || line.blankBefore || line.bullet || startsAfresh(line, open, width)) flush()
      if (
        !heading &&
        inline &&
        !line.bullet &&
        /^[A-Z][\p{L} /&()-]{2,40}(?::(?:\s|$)|\.\s+[\p{Lu}\d])/u.test(line.text) &&
        (line.text.includes(':') || line.text.indexOf('.') < 26)
      ) {
        flush()
        section = null
        inline = false
      }
      if (heading) {
        inline = heading.rest !== null
        section = heading.section
        leads = [
          ...(line.bullet ? leads.filter((l) => l.indent < line.indent) : []),
          ...(heading.rest === null ? [lead(line, false)] : []),
        ]
        if (heading.rest !== null) open = [tail(line, heading.rest)]
        else units.push({ ...unit(page, line.start, line.end, [line], section, leads), kind: 'heading' })
      } else if (intro) {
        leads = [...under(leads, line, previous), lead(line, intro === 'note')]
        if (intro !== 'intro') units.push(unit(page, line.start, line.end, [line], section, leads))
      } else {
        if (open.length === 0) leads = under(leads, line, previous)
        open.push(line)
        if (isRow(line)) flush()
      }
      previous = line
    }
    flush()
    question = null
  }
  return units
}

const PAGE_HEAD = 6

/** In the first lines of a page, beginning in lower case, after a page that did not end with its sentence. */
function isTorn(first: Line, doc: SourceDocument): boolean {
  const before = doc.pages[doc.pages.indexOf(first.page) - 1]
  if (!before || first.bullet || !/^\p{Ll}/u.test(first.text)) return false
  const above = first.page.text
    .slice(0, first.start)
    .split('\n')
    .filter((l) => l.trim()).length
  return above < PAGE_HEAD && !/[.!?]["”)]?\s*$/.test(before.text)
}

/** A form's question, which may run over lines and carry its instruction in brackets. */
function endsQuestion(lines: readonly Line[]): boolean {
  const text = lines.map((l) => l.text).join(' ')
  const balanced = (text.match(/\(/g) ?? []).length <= (text.match(/\)/g) ?? []).length
  return lines.length >= 4 || (balanced && /[?:*)]\s*$|\?\s+\S+/.test(text)) || (balanced && /\s{2,}(?:yes|no)\b/i.test(text))
}

function ask(lines: readonly Line[]): Lead {
  const first = lines[0] as Line
  const last = lines.at(-1) as Line
  const text = lines.map((l) => l.text).join(' ')
  return {
    text: text.replace(/\s/g, ' '),
    page: first.page,
    start: first.start,
    end: last.end,
    indent: first.indent,
    bullet: false,
    note: false,
    question: true,
  }
}

/** "What is the diagnosis?      Severe atopic dermatitis": the answer beside the question. */
function answerIn(line: Line): Line | null {
  const m = /[?:*]\s{2,}(\S.*)$/.exec(line.text)
  if (!m?.[1] || /^(?:yes|no|❑|☐|_)/i.test(m[1])) return null
  return tail(line, line.text.length - m[1].length)
}

/** A table row stands alone; a line set left of an item's bullet is no continuation of the item. */
function startsAfresh(line: Line, open: readonly Line[], width: number): boolean {
  const first = open[0]
  const last = open.at(-1)
  if (!first || !last) return false
  if (brokenOff(last, line, width)) return true
  return isRow(line) || (first.bullet && line.indent <= first.indent) || /^#\s*\S/.test(line.text)
}

/** The line above ended well before the margin though the next word had room: a list without bullets. */
function brokenOff(last: Line, line: Line, width: number): boolean {
  const word = line.text.split(/\s/)[0] ?? ''
  return (
    /^[\p{Lu}\d]/u.test(line.text) &&
    !/[,(–-]$/.test(last.text) &&
    last.indent + last.text.length + word.length + 1 < width * 0.72
  )
}

/** Columns that running text fills on a page. */
function textWidth(lines: readonly Line[]): number {
  const ends = lines
    .filter((l) => l.cells.length === 1)
    .map((l) => l.indent + l.text.length)
    .sort((a, b) => a - b)
  return ends[Math.floor(ends.length * 0.9)] ?? 80
}

function unit(
  page: Page,
  start: number,
  end: number,
  lines: readonly Line[],
  section: SectionKind | null,
  leads: readonly Lead[],
): Unit {
  const first = lines[0]
  const kind = lines.length === 1 && first && isRow(first) ? 'row' : first?.bullet ? 'item' : 'prose'
  return {
    page,
    start,
    end,
    flat: withoutUnchecked(page.text.slice(start, end).replace(/\s/g, ' ')),
    kind,
    section,
    leads,
    lines: [...lines],
    torn: false,
  }
}

/** Options of a checklist that nobody ticked say nothing: "_ Previous malignancy  ✓ General anesthesia". */
const withoutUnchecked = (flat: string): string =>
  flat.replace(/(?<=^|\s)(?:_{1,5}|☐|❑|□|\[ ?\]) ?(?=\p{L})[^_☐❑□✓☑☒[]*?(?=\s{2,}|$|[_☐❑□✓☑☒[])/gu, (m) => ' '.repeat(m.length))

const lead = (line: Line, note: boolean): Lead => ({
  text: line.text.replace(/\s/g, ' '),
  page: line.page,
  start: line.start,
  end: line.end,
  indent: line.indent,
  bullet: line.bullet,
  note,
  question: false,
})

const tail = (line: Line, at: number): Line => {
  const skipped = line.text.length - line.text.slice(at).trimStart().length
  return {
    ...line,
    start: line.start + skipped,
    text: line.text.slice(skipped),
    cells: line.cells.filter((c) => c.start >= line.start + skipped),
  }
}

/** The leads that still stand over `line`. */
function under(leads: readonly Lead[], line: Line, previous: Line | null): Lead[] {
  const sibling = !line.blankBefore && previous !== null && previous.indent === line.indent && previous.bullet === line.bullet
  return leads.filter((l) => {
    if (l.indent < line.indent) return true
    if (line.bullet && !l.bullet && l.indent <= line.indent) return true
    if (l.indent > line.indent) return false
    if (l.question) return !line.blankBefore || isRow(line)
    if (l.note) return sibling || NOTE.test(line.text)
    const justAbove = previous !== null && previous.start === l.start && previous.page === l.page
    return !l.bullet && (sibling || justAbove || NOTE.test(line.text))
  })
}

/** "Diagnosis. Infantile fibrosarcoma of …": a letter's run-in heading, with a stop for its colon. */
const RUN_IN = /^(\p{Lu}[\p{L} ]{2,40})\.\s+(?=[\p{Lu}\d])/u

/** "Assessment:", "ASSESSMENT AND PLAN", "Prior Treatment Timeline", "Diagnosis: G35 …". */
function headingOf(line: Line, vocabulary: Vocabulary): Heading | null {
  const runIn = RUN_IN.exec(line.text)?.[1]
  const stopped = runIn && vocabulary.headings.get(runIn.toLowerCase())
  if (stopped && runIn) return { section: stopped, rest: runIn.length + 1 }
  const colon = line.text.indexOf(':')
  const alone = colon < 0 || line.text.slice(colon + 1).trim() === ''
  const title = undated(colon < 0 ? line.text : line.text.slice(0, colon))
  const words = wordsOf(title)
  if (words.length === 0 || words.length > 8 || line.text.startsWith('#')) return null
  const section = lookup(title, words, vocabulary, alone && (!line.bullet || colon >= 0))
  if (!section) return null
  if (alone) return colon >= 0 || looksLikeTitle(line) ? { section, rest: null } : null
  return isRow(line) && line.cells.length > 2 ? null : { section, rest: colon + 1 }
}

/** A heading may carry its date: "Laboratory work up 11/2/24". */
const undated = (title: string): string =>
  timesIn(title).reduceRight((t, time) => (time.kind === 'date' ? t.slice(0, time.start) + t.slice(time.end) : t), title)

function lookup(title: string, words: readonly string[], vocabulary: Vocabulary, loose: boolean): SectionKind | null {
  const plain = title
    .toLowerCase()
    .replace(/^\s*(?:\d+\.|#)\s*/, '')
    .replace(/\s*\(.*\)\s*$/, '')
    .trim()
  const exact = vocabulary.headings.get(plain)
  if (exact || !loose) return exact ?? null
  let best: { section: SectionKind; length: number } | null = null
  const joined = ` ${words.join(' ')} `
  for (const [name, section] of vocabulary.headings) {
    const key = wordsOf(name)
    if (key.length + 3 < words.length || (key.length === 1 && words.length > 3)) continue
    if (joined.includes(` ${key.join(' ')} `) && name.length > (best?.length ?? 0)) best = { section, length: name.length }
  }
  return best?.section ?? null
}

/** Set apart and capitalised like a title, without an end mark or a second column. */
const looksLikeTitle = (line: Line): boolean =>
  line.cells.length === 1 &&
  !/[.;,]$/.test(line.text) &&
  line.text.split(/\s+/).filter((w) => /^[a-z]/.test(w) && !/^(?:and|of|the|to|for|in|on|or|with)$/.test(w)).length === 0

/** 'dated': "Neoadjuvant therapy: March 10, 2024 – April 21, 2024" over its list; also a statement of its own. */
function introOf(line: Line): 'intro' | 'note' | 'dated' | null {
  if (line.cells.length > 1) return null
  if (NOTE.test(line.text) && line.text.length < 70) return 'note'
  if (/:$/.test(line.text) && line.text.length < 140) return 'intro'
  if (
    /^[^:.]{3,60}:\s*\S/.test(line.text) &&
    /(?:\d{4}|\d\/\d\d|\))\s*$/.test(line.text) &&
    timesIn(line.text).some((t) => t.kind === 'range') &&
    line.text.length < 90
  )
    return 'dated'
  if (line.blankBefore && !line.bullet && looksLikeTitle(line) && line.text.split(/\s+/).length <= 8 && !/\d/.test(line.text))
    return 'intro'
  return null
}
