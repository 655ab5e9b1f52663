import type { Line } from '../text/lines.ts'

/** State and ZIP at the end of an address; the ZIP may run into its four further digits. */
const CITY_STATE_ZIP =
  /\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|USA)\.?,?\s+\d{5}(?:-?\d{4})?\b|(?<=\p{L},\s)[A-Z]{2}\s+\d{5}(?:-\d{4})?\b/u
const ENDS_IN_ZIP = new RegExp(`(?:${CITY_STATE_ZIP.source})[.,]?$`, 'u')
const STREET =
  /\bP\.?\s?O\.?\s?Box\s+\S+|\bapartado\b|^\d{1,6}(?:-\d+)?\s+(?:[NSEW]\.?\s+)?\p{L}[\p{L}\d .'-]*|\bMail\s?(?:Stop|Route|Code)\b|\b(?:Suite|Ste|Floor|Building)\b/iu

export interface AddressMatch {
  readonly value: string
  readonly start: number
  readonly end: number
  /** Where the street or box line begins: what is left when the names above it are cut off. */
  readonly streetStart: number
  readonly streetValue: string
}

const clean = (text: string) => text.replace(/^[\s,;:•*-]+|[\s,;.]+$/g, '')

/** One-line addresses in running text: from the name after a colon or "to" up to the ZIP. */
export function addressInSentence(text: string): { value: string; start: number; end: number } | null {
  const zip = CITY_STATE_ZIP.exec(text)
  if (!zip) return null
  const end = zip.index + zip[0].length
  const before = text.slice(0, end)
  const opening = [
    ...before.matchAll(
      /(?:(?<!\bAttn|\bAttention):\s+|\b(?:mail(?:ed)?|send|sent|write|writing|deliver(?:ed)?|address(?:ed)?|submitted|submit)\b[^:.]{0,60}?\s(?:to|at)\s+(?:us\s+at\s+|the\s+following\s+address\s+)?|\bat\s+(?=P\.?\s?O|\d))/gi,
    ),
  ].at(-1)
  const start = opening ? opening.index + opening[0].length : (STREET.exec(before)?.index ?? -1)
  if (start < 0) return null
  const value = clean(text.slice(start, end)).replace(/\s+/g, ' ')
  return value.length <= 200 && /P\.?\s?O\.?\s?Box|\b\d{1,6}\s+(?:[NSEW]\.?\s+)?\p{L}{2}/iu.test(value)
    ? { value, start: start + text.slice(start).indexOf(value[0] ?? ''), end }
    : null
}

/** An address set as a block: cells above a line with state and ZIP, in the same column. */
export function addressBlocks(lines: readonly Line[]): AddressMatch[] {
  return lines.flatMap((line) =>
    line.cells.flatMap((cell): AddressMatch[] => {
      if (!ENDS_IN_ZIP.test(cell.text) || cell.text.length > 90) return []
      const block = [cell]
      for (let i = line.index - 1; i >= 0 && block.length < 7; i--) {
        const above = lines[i]?.cells.find((c) => Math.abs(c.column - cell.column) <= 2)
        const labelled = above && /:\s*$/.test(above.text)
        if (!above || labelled || above.text.length > 80 || /[.?!]$/.test(above.text.replace(/\b(?:Inc|St|Ave|Co|Box)\.$/i, '')))
          break
        block.unshift(above)
      }
      // Set in columns of one line: "PO BOX 2277   TOPEKA KS 66601".
      const beside = line.cells[line.cells.indexOf(cell) - 1]
      if (beside && STREET.test(beside.text) && !block.some((c) => STREET.test(c.text)))
        block.splice(0, block.length, beside, cell)
      const street = block.findIndex((c) => STREET.test(c.text))
      if (street < 0) return []
      const join = (from: number) =>
        block
          .slice(from)
          .map((c) => clean(c.text.replace(/^[^:]{2,30}:\s+/, '')))
          .join(', ')
      const first = block[0] ?? cell
      const at = block[street] ?? cell
      return [{ value: join(0), start: first.start, end: cell.end, streetStart: at.start, streetValue: join(street) }]
    }),
  )
}
