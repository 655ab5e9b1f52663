import { type Problem, problem } from '../../base/problem.ts'
import type { ExhibitFile, PlannedExhibit } from '../../packet/plan.ts'
import { measureImageInThread } from '../typesetting/threaded.ts'
import { type Flattened, flatten } from './flatten.ts'

/** An exhibit ready for typesetting, or the reason why it can't be. */
export type Prepared =
  | { readonly kind: 'pdf'; readonly exhibit: PlannedExhibit; readonly source: Flattened }
  | {
      readonly kind: 'image'
      readonly exhibit: PlannedExhibit
      readonly name: string
      readonly bytes: Uint8Array
      readonly size: { width: number; height: number }
    }
  | { readonly kind: 'text'; readonly exhibit: PlannedExhibit; readonly fileName: string; readonly pages: readonly string[] }
  | { readonly kind: 'skipped'; readonly exhibit: PlannedExhibit; readonly reason: string; readonly problem: Problem }

type Reason = keyof typeof REASONS
const REASONS = {
  missing: ['no file was given', 'Add the file to the case.'],
  empty: ['the file is empty', 'Send the file again.'],
  password: ['the file is locked with a password', 'Save a copy without the password and send that.'],
  damaged: ['the file is damaged and can’t be opened', 'Print it to PDF, or scan it, and send that.'],
  slow: ['the file takes too long to open', 'Print it to PDF, or scan it, and send that.'],
  unknown: ['this kind of file can’t be put in a packet', 'Send it as PDF, JPEG or PNG.'],
} as const

/** Begins on a PDF ahead of its packet; `prepare` then finds it done, or under way. */
export function readyPdf(bytes: Uint8Array): void {
  if (kindOf(bytes) === 'pdf') void flatten(bytes)
}

export async function prepare(exhibit: PlannedExhibit, file: ExhibitFile | undefined): Promise<Prepared> {
  if (!file) return skipped(exhibit, exhibit.title, 'missing')
  if (file.bytes.length === 0) return skipped(exhibit, file.name, 'empty')
  const kind = kindOf(file.bytes)
  if (kind === 'pdf') {
    const source = await flatten(file.bytes)
    return typeof source === 'string' ? skipped(exhibit, file.name, source) : { kind, exhibit, source }
  }
  if (kind !== null) {
    const name = `exhibit-${exhibit.id}.${kind}`
    const size = await measureImageInThread(name, file.bytes)
    return size ? { kind: 'image', exhibit, name, bytes: file.bytes, size } : skipped(exhibit, file.name, 'damaged')
  }
  const pages = file.text?.filter((t) => t.trim()) ?? []
  return pages.length > 0
    ? { kind: 'text', exhibit, fileName: file.name, pages }
    : skipped(exhibit, file.name, file.text ? 'empty' : 'unknown')
}

function skipped(exhibit: PlannedExhibit, where: string, why: Reason): Prepared {
  const [reason, fix] = REASONS[why]
  const say = `Exhibit ${exhibit.id} is not in the packet: ${reason}.`
  return { kind: 'skipped', exhibit, reason, problem: problem('exhibit-skipped', where, say, fix) }
}

/** By content, not by name. A PDF may have junk before its header. */
function kindOf(bytes: Uint8Array): 'pdf' | 'png' | 'jpg' | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpg'
  return null
}
