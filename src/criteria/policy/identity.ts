import { dateOf, monthNumber } from '../../base/date.ts'
import type { Line } from '../outline/line.ts'
import { plain } from '../outline/line.ts'

export interface Identity {
  readonly title: string | null
  readonly number: string | null
  readonly effective: string | null
  readonly payer: string | null
}

const NUMBER =
  /\b(?:policy|program|document|guideline|coverage policy|reference|mcg|lcd|bulletin|protocol)\s*(?:no\.?|number|#|id)\s*[:.]?\s*([A-Z0-9][A-Z0-9 .\-–/_]{1,30}?)(?=\s{2,}|$|\s+(?:effective|revised|last|page|version)\b)/i
const EFFECTIVE = [
  /\beffective\s*(?:date)?\s*[:.]?\s*(.{4,40})/i,
  /\b(?:last )?(?:revis(?:ed|ion)|review(?:ed)?|approval)\s*(?:date)?\s*[:.]?\s*(.{4,40})/i,
]
/** Labels that announce the title, the most telling first. */
const TITLES = [
  'policy title|policy name|title|subject',
  'medication|drug(?: name)?|product',
  'service|topic',
  'policy',
  'program',
].map((label) => new RegExp(`^(?:${label})(?:\\s*:\\s*|\\s{2,})(\\S.{2,160})$`, 'i'))
const PAYER =
  /\b(Blue Cross(?: and)?(?: &)? Blue Shield(?: of [A-Z][A-Za-z ]+)?|[A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*){0,4} (?:Health(?:care)?(?: Plan| Insurance| Partners)?|Insurance Company|Health Plans?|Medicaid|Medicare|Assurance|HMO|Mutual)|UnitedHealthcare|Aetna|Cigna|Humana|Anthem|Centene|Molina Healthcare|Kaiser Permanente|Highmark|Elevance Health|Evernorth)\b/

/** How many lines of a policy its heading can take. */
const HEAD_LINES = 60

/** What the head of a policy prints of itself; a running footer may name the payer. */
export function identityOf(lines: readonly Line[], every: readonly Line[]): Identity {
  const head = lines.slice(0, HEAD_LINES).map((l) => l.raw.replace(/\*\*/g, ''))
  const first = <T>(read: (raw: string) => T | null): T | null => {
    for (const raw of head) {
      const found = read(raw)
      if (found) return found
    }
    return null
  }
  const titled = TITLES.reduce<string | null>((found, label) => found ?? first((raw) => label.exec(raw)?.[1] ?? null), null)
  return {
    title: titled ? plain(titled) : headline(lines),
    number:
      first((raw) => NUMBER.exec(raw)?.[1]?.trim() ?? null) ??
      first((raw) => /^Program Number\s+(.+)$/i.exec(raw)?.[1]?.trim() ?? null),
    effective: EFFECTIVE.reduce<string | null>((found, p) => found ?? first((raw) => printedDate(p.exec(raw)?.[1] ?? '')), null),
    payer:
      first((raw) => PAYER.exec(raw)?.[0] ?? null) ??
      every.map((l) => PAYER.exec(l.raw)?.[0]).find(Boolean) ??
      organisation(lines),
  }
}

/** A first line that reads as an organisation's name. */
function organisation(lines: readonly Line[]): string | null {
  const text = plain(lines[0]?.raw.split(/\s{2,}/)[0] ?? '')
  const named = /\b(health|plans?|mutual|benefits?|insurance|managers?|services|assurance|care)\b/i.test(text)
  return named && text.split(' ').length <= 6 && !/\b(policy|criteria|guidelines?|program|therapy)\b|[:.]/i.test(text)
    ? text
    : null
}

/** The first line that says more than what kind of document it is. */
function headline(lines: readonly Line[]): string | null {
  const texts = lines.slice(0, 12).map((l) => plain(l.raw).replace(/^#+\s*/, ''))
  const bare = (t: string) => /^((\w+ ){0,5}(policy|guidelines?|criteria|prior authorization))$/i.test(t)
  const telling = texts.find(
    (t) =>
      t.length >= 4 &&
      t.length <= 140 &&
      !bare(t) &&
      !PAYER.test(t) &&
      t !== organisation(lines) &&
      !/\b(effective|revised|number|page)\b/i.test(t) &&
      /[a-z]/i.test(t),
  )
  return telling ?? texts[0] ?? null
}

/** ISO where day, month and year can be read; year and month, or the year, where only they are printed. */
export function printedDate(text: string): string | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text)
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const slashed = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/.exec(text)
  if (slashed)
    return dateOf(
      slashed[3]?.length === 2 ? 2000 + Number(slashed[3]) : Number(slashed[3]),
      Number(slashed[1]),
      Number(slashed[2]),
    )
  const long = /\b([A-Z][a-z]{2,8})\.? (\d{1,2}),? (\d{4})\b/.exec(text)
  const month = long?.[1] ? monthNumber(long[1]) : null
  if (long && month) return dateOf(Number(long[3]), month, Number(long[2]))
  const short = /\b([A-Z][a-z]{2,8})\.? (\d{4})\b/.exec(text)
  const m = short?.[1] ? monthNumber(short[1]) : null
  if (short && m) return `${short[2]}-${String(m).padStart(2, '0')}`
  const numeric = /\b(\d{1,2})\/(\d{4})\b/.exec(text)
  return numeric ? `${numeric[2]}-${(numeric[1] ?? '').padStart(2, '0')}` : null
}
