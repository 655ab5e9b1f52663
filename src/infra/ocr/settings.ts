import { availableParallelism } from 'node:os'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'

const OCR_ENGINES = ['auto', 'packaged', 'system', 'off'] as const
/** `auto`: the machine's own Tesseract where it is installed with English, else the packaged one. */
type OcrEngine = (typeof OCR_ENGINES)[number]

export interface OcrSettings {
  readonly engine: OcrEngine
  /** Pages recognised at one time; each takes a core and about 300 MB with the packaged engine. */
  readonly atOnce: number
}

/** From `OCR` (default auto) and `OCR_AT_ONCE` (default: the machine's cores, at most 8). */
export function ocrSettings(env: Readonly<Record<string, string | undefined>>): Outcome<OcrSettings> {
  const engine = OCR_ENGINES.find((e) => e === (env.OCR?.trim().toLowerCase() || 'auto'))
  if (!engine) return fail(problem('setting-invalid', 'OCR', 'The value is not known.', `Set one of ${OCR_ENGINES.join(', ')}.`))
  const stated = env.OCR_AT_ONCE?.trim()
  const atOnce = stated ? Number(stated) : Math.min(8, availableParallelism())
  if (!Number.isInteger(atOnce) || atOnce < 1 || atOnce > 64)
    return fail(problem('setting-invalid', 'OCR_AT_ONCE', 'The value is not a whole number.', 'Set a number from 1 to 64.'))
  return ok({ engine, atOnce })
}
