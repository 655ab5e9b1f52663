import { type Outcome, ok } from '../../base/outcome.ts'
import { faultOfImage } from '../documents/faults.ts'
import { sniff } from '../documents/sniff.ts'
import { type PagedKind, pictureKind } from './kinds.ts'
import { type Encoded, IMAGE_LIMITS, type ImageType } from './protocol.ts'
import { askImages } from './threaded.ts'

export interface PageImage extends Encoded {
  readonly type: ImageType
}

/** The kind of a file that has pages to show; a file that begins as a picture is one, whatever else it hides. */
export const pagedKind = (bytes: Uint8Array): PagedKind | null =>
  pictureKind(bytes) ?? (sniff(bytes.subarray(0, 65_536)) === 'pdf' ? 'pdf' : null)

/**
 * Page `page` (from 1) of a PDF or picture as a browser shows it: upright, at most `width` pixels wide
 * (16 to 2550), never enlarged when it is a picture, free of the camera's notes. `name` is only for problems.
 */
export async function pageImage(
  bytes: Uint8Array,
  page: number,
  width: number,
  options: { readonly name?: string; readonly type?: ImageType } = {},
): Promise<Outcome<PageImage>> {
  const name = options.name ?? 'file'
  const type = options.type ?? 'image/webp'
  const kind = bytes.length <= IMAGE_LIMITS.bytes ? pagedKind(bytes) : null
  if (!kind) return faultOfImage(bytes.length > IMAGE_LIMITS.bytes ? 'too-large' : 'unreadable', name, null)
  const bounded = Math.min(Math.max(Math.round(width) || 0, 16), IMAGE_LIMITS.width)
  const answer = await askImages({ what: 'show', bytes: new Uint8Array(bytes), kind, page, width: bounded, type })
  return answer.ok ? ok({ ...answer.value, type }) : faultOfImage(answer.fault, name, kind)
}
