import type { SendingState } from '../../../casefile/sending.ts'
import type { CaseId, Parcel } from '../ports.ts'
import { parcelKey } from './key.ts'
import type { SendingLimits, SendPorts } from './ports.ts'

/** Stands where a provider shows or prints a title; says nothing of anybody. */
export const SUBJECT = 'Appeal documents'

/** The parcel of a sending, or the code of what is in the way. */
export async function packParcel(
  ports: SendPorts,
  id: CaseId,
  { id: sending, doc, sha256, destination }: SendingState,
  limits: SendingLimits,
): Promise<{ readonly parcel: Parcel } | { readonly why: string }> {
  const pdf = doc === null ? null : await ports.files.get(id, doc)
  if (!pdf) return { why: 'file_missing' }
  if ((await ports.sha256(pdf)) !== sha256) return { why: 'file_changed' }
  const pages = await ports.pagesOf(pdf)
  if (pages > limits.pages || pdf.byteLength > limits.bytes) return { why: 'too_large' }
  const from = await ports.senderLines(id)
  return { parcel: { key: parcelKey(id, sending), destination, subject: SUBJECT, pdf, pages, from } }
}
