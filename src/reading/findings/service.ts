import type { Finding } from '../../base/span.ts'
import type { ServiceCode } from '../denial.ts'
import { NO_SERVICE, SERVICE_END, SERVICE_LABELS } from '../lexicon/service-labels.ts'
import { type Labelled, labelled } from '../text/labels.ts'
import { finding, type LetterText } from '../text/letter-text.ts'
import { rangeIn, type Sentence } from '../text/sentences.ts'
import { CPT, HCPCS } from '../values/codes.ts'
import { datesIn } from '../values/dates.ts'
import type { ReadingContext } from './context.ts'

/** What was denied, in the letter's words, with its procedure code where one is printed beside it. */
export function service(ctx: ReadingContext, codes: readonly Finding<ServiceCode>[]): Finding<string> | null {
  return (
    fromLabels(ctx) ??
    fromSubject(ctx) ??
    deniedRow(ctx) ??
    listedBelow(ctx) ??
    fromProse(ctx) ??
    besideCode(ctx) ??
    chargedRow(ctx) ??
    fromCodes(ctx, codes)
  )
}

function fromLabels(ctx: ReadingContext): Finding<string> | null {
  for (const label of SERVICE_LABELS)
    for (const l of labelled(ctx.letter, label)) {
      const end = continued(ctx.letter, l)
      const value = serviceName(ctx.letter.text.slice(l.start, end))
      if (value) return finding(ctx.letter, value, l.place === 'same' ? l.labelStart : l.start, end, 1)
    }
  return null
}

/** "Denial of Coverage for", "Prior authorization request for": what stands before the service in a subject line. */
const SUBJECT_OF =
  /^(?:(?:notice|adverse|pre-?service|prior|pre-?|your|coverage|authori[sz]ation|benefit|medical|claim|partial|initial)[\s-]+)*(?:denial|determination|request|decision|authori[sz]ation|review|approval)(?:\s+(?:of|for)\s+(?:your\s+|the\s+)?(?:(?:coverage|authori[sz]ation|request|payment|benefits?|claim|prior|pre-?)[\s-]*)+)?\s*(?:for|of|:|[-–—])\s+(?:the\s+|your\s+)?/i

/** Where the name of a service ends in running text; in capitals the words that end it are capitals too. */
const endIn = (text: string): number => {
  const as = /\p{Ll}/u.test(text) ? text : text.toLowerCase()
  return SERVICE_END.exec(as)?.index ?? text.length
}

/** "RE: Applied Behavior Analysis (CPT 97153), requested by …": a subject line that carries a code or who asked. */
function fromSubject({ letter }: ReadingContext): Finding<string> | null {
  for (const l of labelled(letter, 're|subject|regarding|asunto')) {
    const about = SUBJECT_OF.exec(l.text)?.[0].length ?? 0
    const rest = l.text.slice(about)
    const length = about > 0 ? endIn(rest) : rest.length
    const name = about > 0 || /\b(?:CPT|HCPCS)\b|,? requested by\b/i.test(l.text) ? serviceName(rest.slice(0, length)) : null
    if (name) return finding(letter, name, l.start + about, l.start + about + length, 0.8)
  }
  return null
}

/** The end of a labelled value that runs on in the next line: indented under it, in brackets or in small letters. */
function continued(letter: LetterText, l: Labelled): number {
  const index = letter.lines.findIndex((line) => line.start <= l.start && line.end >= l.end)
  const line = letter.lines[index]
  const next = letter.lines[index + 1]
  const cell = next?.cells[0]
  const ends = line && letter.text.slice(l.end, line.end).trim() === ''
  if (!line || !next || !cell || !ends || next.cells.length > 1 || cell.text.includes(':') || /[.;]$/.test(l.text)) return l.end
  const indented = cell.column > (line.cells[0]?.column ?? 0) + 2
  const runsOn = /^[(\p{Ll}]/u.test(cell.text) || (indented && !/^[-•*]/.test(cell.text))
  return runsOn ? cell.end : l.end
}

const CODE = String.raw`(?:(?:CPT|HCPCS|procedure|proc)\s*(?:codes?)?\s*[:#]?\s*)?(${CPT}|${HCPCS})(-\w{2})?`

/** "27447 - Total knee arthroplasty" and "CPT 27447 (total knee arthroplasty)" → "total knee arthroplasty (CPT 27447)". */
export function serviceName(raw: string): string | null {
  const text = raw
    .replace(/\s+/g, ' ')
    .replace(/^[-•*\s]+/, '')
    .replace(/,? requested (?:as|by|on)\b.*$/i, '')
    .replace(/\s*\((?:Tax ID|NPI|TIN)[^)]*\)?/gi, '')
    .trim()
  if (!text || datesIn(text)[0]?.start === 0 || /^(?:CPT|HCPCS)?[\s:]*$/i.test(text)) return null
  const only = new RegExp(String.raw`^${CODE}(?:\s*[,/+&]\s*${CODE})*$`, 'i').exec(text)
  if (only) return /^(?:CPT|HCPCS|proc)/i.test(text) ? text : `CPT ${text}`
  const lead = new RegExp(String.raw`^${CODE}\s*(?:[-–—:|,]\s*|\(\s*|(?<=\d{4}\w?\s)(?=\p{L}))(.+?)\)?$`, 'iu').exec(text)
  if (lead?.[3]) return `${balanced(lead[3])} (CPT ${lead[1]}${lead[2] ?? ''})`.replace(/CPT ([A-Z])/, 'HCPCS $1')
  const name = text
    .replace(/\(CPT codes?:?\s*/gi, '(CPT ')
    .replace(new RegExp(String.raw`\((${CPT})\)$`), '(CPT $1)')
    .replace(new RegExp(String.raw`\((${HCPCS})\)$`), '(HCPCS $1)')
    .replace(
      new RegExp(String.raw`,\s*(?:(${CPT})|(${HCPCS})),\s*\d+\s+units?\b[^,]*$`),
      (_, cpt, hcpcs) => ` (${cpt ? 'CPT' : 'HCPCS'} ${cpt ?? hcpcs})`,
    )
    .replace(/,\s*CPT(?:\s+codes?)?:?\s*(\d{4}[\dFTU])$/i, ' (CPT $1)')
    .replace(/[.,;:]$/, '')
  return NO_SERVICE.test(name) || !/\p{L}{3}/u.test(name) ? null : balanced(name)
}

/** Closes or drops a bracket that the cut left open. */
const balanced = (text: string) => {
  const open = text.split('(').length - text.split(')').length
  return open > 0 ? `${text})` : open < 0 ? text.replace(/\)$/, '') : text
}

const OBJECT = String.raw`(?:(?:your|the|a|an|this|our)\s+)?(?:current\s+)?`
const REQUEST = String.raw`(?:(?:(?:prior|pre-?service|expedited|standard|initial|continued)\s+)*(?:authorization|pre-?authorization|approval|coverage|payment|request|claim|benefits?|certification|reimbursement|pre-?certification|appeal|referral)\s+(?:request\s+)?(?:(?:from|by|submitted\s+by)\s+[^.]{2,60}?\s+)?(?:for|of|about|regarding)(?:\s+|$))`
const PROSE: readonly RegExp[] = [
  /\b(?:m[ée]dico|proveedor)\s+solicit[óo]\s+(?:la\s+|el\s+)?|\bsolicitud\s+(?:de|para)\s+(?:la\s+|el\s+)?/gi,
  new RegExp(
    String.raw`\b(?:den(?:ied|y|ying)|not\s+(?:be\s+|to\s+)?(?:approved?|authorized?|certif(?:y|ied)|cover(?:ed)?)|disapproved?|non-?certified|(?:unable|not\s+able)\s+to\s+(?:approve|authorize|certify|cover)|can(?:no|['’])t\s+(?:approve|authorize|cover|pay for))\s+(?:part of\s+)?${OBJECT}${REQUEST}*(?:for\s+)?${OBJECT}`,
    'gi',
  ),
  new RegExp(String.raw`\b${REQUEST}${OBJECT}${REQUEST}*${OBJECT}`, 'gi'),
  /\b(?:the|your)\s+(?:requested|proposed)\s+(?:service|procedure|medication|drug|treatment)\s+\(/gi,
  /\b(?:approve|authorize|cover|coverage of|pay for|stop(?:ping)?|end(?:ing)?|reduc(?:e|ing))\s+(?:the\s+)?(?:services?\s*(?:\/\s*items?)?\s+(?:listed|described)\s+below:?\s+|(?:following|requested)\s+(?:services?|items?|drugs?|medications?)[^:]{0,30}:\s+)/gi,
  /\basked\s+(?:us|that\s+we|the\s+plan|[A-Z][\w&' ]{2,50}?)\s+(?:to\s+)?(?:approve|authorize|cover|pay\s+for)\s+(?:an?\s+|the\s+|your\s+)?/gi,
  // "our review of the skilled nursing facility admission"
  /\breview(?:ed)?\s+(?:of\s+)?(?:the|your)\s+(?!(?:\w+\s+)?(?:request|claim|information|documentation|records?|notes?|decision|appeal|denial|case|submitted|clinical|medical)\b)/gi,
]

function fromProse({ letter, sentences }: ReadingContext): Finding<string> | null {
  for (const pattern of PROSE)
    for (const [i, s] of sentences.entries()) {
      if (!tellsOfTheDenial(s)) continue
      for (const m of s.text.matchAll(pattern)) {
        const from = m.index + m[0].length
        const rest = s.text.slice(from)
        const next = sentences[i + 1]
        if (rest.trim() === '' && next && next.kind !== 'heading') {
          // "We received a request for", and the service set apart under it.
          const apart = next.text.split(' ').length <= 25 ? serviceName(next.text) : null
          const whole = rangeIn(letter, next, 0, next.text.length)
          if (apart) return finding(letter, apart, whole.start, whole.end, 0.75)
        }
        const bracket = m[0].endsWith('(')
        const length = bracket ? rest.indexOf(')') : endIn(rest)
        const name = length > 2 && length <= 160 ? serviceName(rest.slice(0, length)) : null
        if (!name || name.split(' ').length > 22) continue
        const range = rangeIn(letter, s, from, from + length)
        return finding(letter, withCode(name, rest).replace(/^(?:an?|the|your)\s+/i, ''), range.start, range.end, 0.75)
      }
    }
  return null
}

/** Adds the codes that the sentence prints in brackets further on. */
const withCode = (name: string, rest: string): string => {
  const code = /\((?:CPT|HCPCS)\s+(?:codes?\s+)?([\dA-Z][\dA-Z, ]+?)\)/.exec(rest)?.[1]
  return code && !name.includes(code.slice(0, 5)) ? `${name} (CPT ${code})` : name
}

const LISTED =
  /\b(?:den(?:y|ied)|approve|cover(?:age)?|authorize|pay|stop|end|reduce)\w*\b[^:]*\b(?:following|below|(?:this|these|the)\s+(?:(?:prescription|medical|requested)\s+)*(?:drug|medicine|medication|service|item|procedure|treatment)s?(?:\(s\))?(?:\s*\/\s*\w+)?\s+(?:that\s+)?(?:you|your|was|were))\b(?!\s+reason)[^:]{0,120}:\s*(.*)$/i
/** A colon that opens the reason, not the thing denied. */
const OPENS_REASON = /\b(?:because|reasons?|why)\b[^:]*:/i

/** A table row marked denied: "27447   Total knee arthroplasty   $34,200.00   Denied". */
function deniedRow({ letter }: ReadingContext): Finding<string> | null {
  for (const line of letter.lines) {
    if (
      line.cells.length < 3 ||
      !line.cells.some((c) => /^(?:denied|not (?:approved|covered|authorized|certified))$/i.test(c.text))
    )
      continue
    const code = line.cells.map((c) => new RegExp(`^(?:${CPT}|${HCPCS})(?=$|\\s)`).exec(c.text)?.[0]).find(Boolean)
    const cell = line.cells.find(
      (c) =>
        c.text.length < 120 &&
        /\p{L}{4}/u.test(c.text) &&
        !/^(?:line|denied|not )\b/i.test(c.text) &&
        datesIn(c.text).length === 0,
    )
    const name = cell && serviceName(cell.text)
    if (!cell || !name) continue
    return finding(letter, code && !name.includes(code) ? `${name} (CPT ${code})` : name, cell.start, cell.end, 0.85)
  }
  return null
}

/** A claim line: "CHIROPRACTIC MANIPULATION 98941  10 VISITS   CHARGED 850.00". */
function chargedRow({ letter }: ReadingContext): Finding<string> | null {
  const named = new RegExp(String.raw`^(\p{L}[\p{L} ,/&()-]{5,80}?)\s+(?:CPT\s+|HCPCS\s+)?(${CPT}|${HCPCS})(?=$|\s)`, 'u')
  for (const line of letter.lines) {
    const cell = line.cells.find((c) => named.test(c.text))
    const m = cell && named.exec(cell.text)
    const charged = line.cells.some((c) => /\d\.\d{2}(?!\d)/.test(c.text))
    const name = m && charged ? serviceName(`${m[1]} (${m[2]})`) : null
    if (cell && m && name) return finding(letter, name, cell.start, cell.start + m[0].length, 0.8)
  }
  return null
}

/** "We denied the services listed below: …", on the same line or the next. */
function listedBelow({ letter, sentences }: ReadingContext): Finding<string> | null {
  for (const [i, s] of sentences.entries()) {
    const m = LISTED.exec(s.text)
    if (!m || OPENS_REASON.test(s.text) || !tellsOfTheDenial(s)) continue
    const next = sentences[i + 1]
    const [where, from] = m[1] ? [s, s.text.length - m[1].length] : [next, 0]
    if (!where) continue
    const name = serviceName(where.text.slice(from))
    if (!name || name.split(' ').length > 25) continue
    const range = rangeIn(letter, where, from, where.text.length)
    return finding(letter, name, range.start, range.end, 0.85)
  }
  return null
}

const tellsOfTheDenial = (s: Sentence) =>
  (s.section === 'opening' ||
    s.section === 'decision' ||
    s.section === 'reason' ||
    s.section === 'detail' ||
    s.section === 'other') &&
  !/^(?:if|when|you may|you can|you have)\b/i.test(s.text)

/** "CPT code 29881 (knee arthroscopy)" and "CPT 99213: Office visit". */
function besideCode({ letter }: ReadingContext): Finding<string> | null {
  const m = new RegExp(
    String.raw`\b(?:CPT|HCPCS)(?:\s+codes?)?[:#]?\s*(${CPT}|${HCPCS})\s*\(([^)\n]*(?:\n[^)\n]+)?)\)`,
    'i',
  ).exec(letter.text)
  const name = m ? serviceName(m[0]) : null
  return m && name ? finding(letter, name, m.index, m.index + m[0].length, 0.8) : null
}

/** Only codes are printed: "CPT: 99214 + 17000", or a remittance line. */
function fromCodes({ letter }: ReadingContext, codes: readonly Finding<ServiceCode>[]): Finding<string> | null {
  for (const l of labelled(letter, String.raw`(?:CPT(?:\s*/\s*HCPCS)?|HCPCS|procedure)(?:\s*codes?)?`)) {
    const list = new RegExp(String.raw`^${CODE}(?:\s*[,/+&]\s*${CODE})*`, 'i').exec(l.text)?.[0]
    if (list) return finding(letter, `CPT ${list}`, l.labelStart, l.start + list.length, 0.9)
  }
  const first = codes.find((c) => c.value.system === 'CPT' || c.value.system === 'HCPCS')
  return first ? { value: `procedure code ${first.value.code}`, span: first.span, confidence: 0.7 } : null
}
