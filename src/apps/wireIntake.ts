import { fail, type Outcome, ok } from '../base/outcome.ts'
import { problem } from '../base/problem.ts'
import type { DocumentMedia } from '../casefile/event.ts'
import { sniff } from '../infra/documents/sniff.ts'
import { bindPictures } from '../infra/images/bind.ts'
import { pictureKind } from '../infra/images/kinds.ts'
import type { Upload } from '../usecases/cases/documents.ts'
import type { NamedBytes } from '../usecases/ports.ts'

/** What the bytes are, whatever the file is called; null: nothing that is read here. */
function mediaOf(bytes: Uint8Array): DocumentMedia | null {
  if (pictureKind(bytes)) return 'image'
  const kind = sniff(bytes.subarray(0, 65_536))
  if (kind === 'pdf' || kind === 'html') return kind
  if (kind === 'zip') return 'docx'
  if (kind === 'text' || kind === 'utf16') return isFhir(bytes) ? 'fhir' : 'text'
  return null
}

const isFhir = (bytes: Uint8Array): boolean =>
  /^\s*\{/.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1')) &&
  /"resourceType"\s*:/.test(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1'))

const notRead = (name: string) =>
  fail(
    problem(
      'file-unsupported',
      name,
      'This kind of file is not read here.',
      'Send a PDF, a photo (JPEG, PNG, HEIC), a Word file (.docx), or plain text.',
    ),
  )

/** One upload from what was chosen: a file as it is, several photographs bound together. */
export async function intake(files: readonly NamedBytes[]): Promise<Outcome<Upload>> {
  const kinds = files.map((f) => mediaOf(f.bytes))
  const [first] = files
  const unknown = files.find((_, i) => kinds[i] === null)
  if (!first) return fail(problem('file-empty', 'upload', 'No file was chosen.', 'Choose a file and send it again.'))
  if (unknown) return notRead(unknown.name)
  if (files.length === 1) return ok({ ...first, media: kinds[0] ?? 'text' })
  if (kinds.every((k) => k === 'image')) {
    const bound = await bindPictures(files)
    return bound.ok ? ok({ ...bound.value, media: 'pdf' }, bound.warnings) : bound
  }
  return fail(
    problem(
      'form-invalid',
      'upload',
      'These files are of different kinds and can not be one letter.',
      'Choose one file, or only photographs of its pages. Records are added later.',
    ),
  )
}
