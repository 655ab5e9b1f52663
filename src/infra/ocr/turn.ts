import { band, type Gray, type QuarterTurns, turned } from '../images/gray.ts'
import type { Prepared } from '../images/protocol.ts'
import type { Unrecognised } from './engine/engine.ts'
import { parseTsv, type RecognisedLine } from './tsv.ts'

/** Below this mean confidence the page is taken to be upside down or on its side, and is tried otherwise. */
const READS_WELL = 0.7
/** A turn must read this much better than the page as it lay. */
const CLEARLY_BETTER = 0.15
/** Share of the page's height that is tried. */
const BAND = 0.14

/** How well it reads, 0–1: the mean confidence of its words by their letters and digits; null: no words. */
export function readsHow(lines: readonly RecognisedLine[]): number | null {
  let letters = 0
  let sum = 0
  for (const { text, confidence } of lines.flat()) {
    const n = text.match(/[\p{L}\d]/gu)?.length ?? 0
    letters += n
    sum += n * confidence
  }
  return letters < 8 ? null : sum / letters
}

/**
 * Where the lines run, as the quarter turns clockwise that lay them from left to right: the engine reads
 * turned blocks too, but tells their words where they stand. Null: too few words.
 */
export function turnAsked(lines: readonly RecognisedLine[]): QuarterTurns | null {
  const votes = [0, 0, 0, 0] as [number, number, number, number]
  for (const line of lines)
    for (const [i, word] of line.entries()) {
      const before = line[i - 1]
      if (!before) continue
      const across = word.left + word.width / 2 - (before.left + before.width / 2)
      const down = word.top + word.height / 2 - (before.top + before.height / 2)
      if (Math.abs(across) >= Math.abs(down)) votes[across > 0 ? 0 : 2]++
      else votes[down > 0 ? 3 : 1]++
    }
  const most = Math.max(...votes)
  return most < 3 ? null : (votes.indexOf(most) as QuarterTurns)
}

/** The stretch of the page with most ink, turned as asked: enough lines to tell which way is up. */
export function sample(gray: Gray, quarters: QuarterTurns): Gray {
  const page = turned(gray, quarters)
  const rows = Math.max(64, Math.round(page.height * BAND))
  let best = 0
  let most = -1
  for (let top = 0; top + rows <= page.height; top += Math.ceil(rows / 4)) {
    let ink = 0
    for (let y = top; y < top + rows; y += 3)
      for (let x = 0; x < page.width; x += 3) if ((page.data[y * page.width + x] ?? 255) < 128) ink++
    if (ink > most) {
      most = ink
      best = top
    }
  }
  return band(page, best, rows)
}

interface Read {
  readonly gray: Gray
  readonly lines: readonly RecognisedLine[]
  readonly quality: number | null
}

type Recognise = (gray: Gray) => Promise<{ readonly tsv: string } | Unrecognised>

/** Recognises a page, turned so that it reads well: a page on its head costs a few tries on a stretch of it. */
export async function readUpright(recognise: Recognise, { gray, sideways }: Prepared): Promise<Read | Unrecognised> {
  // The lines were laid level by a quarter turn clockwise; a page that had its head to the right is now on its head.
  const first = sideways ? await bestTurn(recognise, gray, [0, 2], null) : 0
  if (typeof first === 'string') return first
  const read = await readAs(recognise, gray, first)
  if (typeof read === 'string') return read
  const asked = turnAsked(read.lines)
  if (asked && (read.quality ?? 0) >= READS_WELL) return readAs(recognise, read.gray, asked)
  if ((read.quality ?? 1) >= READS_WELL) return read
  const others = ([0, 1, 2, 3] as const).filter((turn) => turn !== first && !(sideways && turn === 0))
  const second = await bestTurn(recognise, gray, others, (read.quality ?? 0) + CLEARLY_BETTER)
  if (typeof second === 'string') return second
  return second === null ? read : readAs(recognise, gray, second)
}

async function readAs(recognise: Recognise, gray: Gray, turn: QuarterTurns): Promise<Read | Unrecognised> {
  const page = turned(gray, turn)
  const said = await recognise(page)
  if (typeof said === 'string') return said
  const lines = parseTsv(said.tsv)
  return { gray: page, lines, quality: readsHow(lines) }
}

/** The turn whose sample reads best; the first where none is legible, null where none reads better than `least`. */
async function bestTurn<Least extends number | null>(
  recognise: Recognise,
  gray: Gray,
  turns: readonly QuarterTurns[],
  least: Least,
): Promise<QuarterTurns | Unrecognised | (Least extends null ? never : null)> {
  let best: QuarterTurns | null = null
  let most: number = least ?? -1
  for (const turn of turns) {
    const said = await recognise(sample(gray, turn))
    if (typeof said === 'string') return said
    const lines = parseTsv(said.tsv)
    const reads = turnAsked(lines) ? 0 : (readsHow(lines) ?? 0)
    if (reads <= most) continue
    best = turn
    most = reads
  }
  return (best ?? (least === null ? 0 : null)) as QuarterTurns | (Least extends null ? never : null)
}
