/** A recognised word in pixels of the picture; `confidence` 0–1 as the engine gives it. */
export interface RecognisedWord {
  readonly text: string
  readonly confidence: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Words that stand on one line of one block. */
export type RecognisedLine = readonly RecognisedWord[]

const WORD = '5'

/** One sign for several letters ("ﬁ") is those letters, as in the text of a PDF. */
const spelledOut = (text: string) => text.replace(/[\ufb00-\ufb06]/g, (sign) => sign.normalize('NFKC'))

/** Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
export function parseTsv(tsv: string): RecognisedLine[] {
  const lines = new Map<string, RecognisedWord[]>()
  for (const row of tsv.split('\n')) {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, ...rest] = row.split('\t')
    const text = spelledOut(rest.join('\t').trim())
    if (level !== WORD || !text) continue
    const [x, y, w, h, c] = [left, top, width, height, confidence].map(Number) as [number, number, number, number, number]
    if (![x, y, w, h, c].every(Number.isFinite) || w <= 0 || h <= 0) continue
    const key = `${page} ${block} ${paragraph} ${line}`
    const word = { text, confidence: Math.min(1, Math.max(0, c / 100)), left: x, top: y, width: w, height: h }
    const words = lines.get(key)
    if (words) words.push(word)
    else lines.set(key, [word])
  }
  return [...lines.values()]
}
