import type { Finding } from '../base/span.ts'
import type { DenialReading, DenialReason, LetterReading, ServiceCode } from './denial.ts'
import type { ReadingContext } from './findings/context.ts'
import { wordsOfACode } from './findings/reason-passage.ts'
import { reasonsFromCodes, reasonsFromNote } from './findings/reasons-from-codes.ts'
import { serviceName } from './findings/service.ts'
import { finding } from './text/letter-text.ts'
import type { Cell, Line } from './text/lines.ts'
import { CARC, CLAIM_GROUP, CPT, HCPCS } from './values/codes.ts'
import { datesIn } from './values/dates.ts'

/** One row of a statement's table of services. */
interface ServiceRow {
  readonly line: Line
  readonly service: Finding<string>
  readonly code: Finding<ServiceCode> | null
  readonly dates: DenialReading['serviceDates']
  readonly reasons: readonly Finding<DenialReason>[]
  readonly paidNothing: boolean
}

/** A statement that refuses several services is several denials; any other letter is one. */
export function denialsOf(ctx: ReadingContext, read: DenialReading, kind: LetterReading['kind']): DenialReading[] {
  if (kind !== 'explanation_of_benefits') return [read]
  const rows = ctx.letter.lines.flatMap((line) => rowOf(ctx, line) ?? [])
  const denied = rows.filter((r) => r.reasons.length > 0 && r.paidNothing)
  if (rows.length < 2) return read.denialReasons.length > 0 || denied.length > 0 ? [read] : []
  return denied.map((row) => ({
    ...read,
    referenceNumber: claimAbove(ctx, read, row.line) ?? read.referenceNumber,
    service: row.service,
    codes: row.code ? [row.code] : [],
    serviceDates: row.dates.length > 0 ? row.dates : read.serviceDates,
    denialReasons: row.reasons,
    reasonPassage: wordsOfACode(row.reasons),
  }))
}

const MONEY = /^-?\$?\d[\d,]*\.\d{2}$/

function rowOf(ctx: ReadingContext, line: Line): ServiceRow | null {
  const money = line.cells.flatMap((c) => c.text.split(/\s+/)).filter((t) => MONEY.test(t))
  if (money.length < 2 || /^(?:sub)?totals?\b|^claim total|^pt resp|^interest|^net\b/i.test(line.cells[0]?.text ?? ''))
    return null
  const words = line.cells.filter((c) => !c.text.split(/\s+/).every((t) => MONEY.test(t)))
  const code = codeIn(ctx, words)
  const described = words.find((c) => /\p{L}{4}/u.test(withoutDates(c.text)))
  const dates = words.flatMap((c) =>
    datesIn(c.text).map((d) => finding(ctx.letter, d.value, c.start + d.start, c.start + d.end, 0.9)),
  )
  if ((!code && !described) || (dates.length === 0 && !code)) return null
  const service = described
    ? nameIn(ctx, described, code)
    : code && { value: `procedure code ${code.value.code}`, span: code.span, confidence: 0.8 }
  if (!service) return null
  return {
    line,
    service,
    code,
    dates,
    reasons: reasonsIn(ctx, line),
    paidNothing: money.some((m) => Number(m.replace(/[$,]/g, '')) === 0),
  }
}

const withoutDates = (text: string) => text.replace(/\d{1,2}\/\d{1,2}\/\d{2,4}/g, '')

function codeIn(ctx: ReadingContext, cells: readonly Cell[]): Finding<ServiceCode> | null {
  for (const c of cells) {
    const m = new RegExp(String.raw`(?<![\w$/.-])(${CPT}|${HCPCS})(?![\w/-])`).exec(c.text)
    if (!m?.[1]) continue
    const system = /^[A-Z]/.test(m[1]) ? 'HCPCS' : 'CPT'
    return finding(ctx.letter, { system, code: m[1] } as const, c.start + m.index, c.start + m.index + m[1].length, 0.9)
  }
  return null
}

function nameIn(ctx: ReadingContext, cell: Cell, code: Finding<ServiceCode> | null): Finding<string> | null {
  const name = serviceName(withoutDates(cell.text).replace(/^[\s–-]+/, ''))
  if (!name) return null
  const value = code && !name.includes(code.value.code) ? `${name} (${code.value.system} ${code.value.code})` : name
  return finding(ctx.letter, value, cell.start, cell.end, 0.85)
}

/** "50 (A)": a code alone in the row's last column, with the letter of its note. */
const BARE_CODE = /^\d{1,3}\s*(?:\([A-Z0-9]{1,2}\))?$/

/** Reasons by the codes in the row's last columns, told by the statement's own notes or by the code list. */
function reasonsIn(ctx: ReadingContext, line: Line): Finding<DenialReason>[] {
  const found: Finding<DenialReason>[] = []
  const add = (reasons: readonly Finding<DenialReason>[]) => {
    for (const r of reasons) if (!found.some((f) => f.value.category === r.value.category)) found.push(r)
  }
  for (const c of line.cells.slice(1)) {
    for (const m of c.text.matchAll(
      new RegExp(
        String.raw`(?<![\w$.,/-])(?:${CLAIM_GROUP}-?\s?)?(${CARC})(?![\w.,/-])|(?<![\w$.,/-])([A-Z]{1,3}\d{1,3})(?![\w.,/-])`,
        'g',
      ),
    )) {
      const start = c.start + m.index
      const grouped = m[1] !== undefined && /[A-Z]/.test(m[0].slice(0, -m[1].length))
      const alone = c === line.cells.at(-1) && BARE_CODE.test(c.text)
      if (grouped || (m[1] && (alone || /^(?:CARC|REASON)/i.test(c.text))))
        add(
          reasonsFromCodes(ctx, [
            finding(ctx.letter, { system: 'CARC', code: m[1] ?? '' } as const, start, start + m[0].length, 0.9),
          ]),
        )
      else add(reasonsFromNote(ctx, m[0]))
    }
  }
  return found
}

/** The claim number printed last above the row, where a statement covers several claims. */
function claimAbove(ctx: ReadingContext, read: DenialReading, line: Line): Finding<string> | null {
  const numbers = [
    read.referenceNumber,
    ...read.otherNumbers.map((n) => ({ ...n, value: n.value.number, label: n.value.label })),
  ].filter((n) => n !== null)
  const page = ctx.letter.stretches.findLast((s) => s.at <= line.start)
  const offset = page ? line.start - page.at + page.from : line.start
  const above = numbers.filter(
    (n) => n.span.page === page?.page.number && n.span.start < offset && /\bclaim|\bicn|\bclm/i.test(n.span.quote),
  )
  const last = above.sort((a, b) => a.span.start - b.span.start).at(-1)
  return last ? { value: last.value, span: last.span, confidence: last.confidence } : null
}
