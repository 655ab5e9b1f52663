import { Readable } from 'node:stream'
import busboy from 'busboy'
import { fail, type Outcome, ok } from '../../../../base/outcome.ts'
import { problem } from '../../../../base/problem.ts'

export interface GivenFile {
  readonly field: string
  /** As the sender's machine called it, without folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a form held. */
export interface Given {
  readonly fields: URLSearchParams
  /** Files with something in them. */
  readonly files: readonly GivenFile[]
  /** The body as text, for machines. */
  readonly body: string
}

export const NOTHING: Given = { fields: new URLSearchParams(), files: [], body: '' }

const FIELD_MOST = 200_000
const FIELDS_MOST = 400
const FILES_MOST = 20

const tooLarge = (most: number) =>
  problem(
    'file-too-large',
    'upload',
    `Together the files may have ${Math.floor(most / 1024 / 1024)} MB.`,
    'Send fewer at once, or smaller ones.',
  )

/** Reads a body piece by piece and gives up as soon as it is larger than `most` bytes. */
export async function readForm(request: Request, most: number, machine = false): Promise<Outcome<Given>> {
  const type = request.headers.get('content-type') ?? ''
  const stated = Number(request.headers.get('content-length') ?? 0)
  if (stated > most) return fail(tooLarge(most))
  if (!request.body) return ok(NOTHING)
  if (type.startsWith('multipart/form-data')) return readParts(request, type, most)
  const text = await bounded(request.body, most)
  if (text === null) return fail(tooLarge(most))
  if (machine) return ok({ ...NOTHING, body: text })
  if (type.startsWith('application/x-www-form-urlencoded')) return ok({ ...NOTHING, fields: new URLSearchParams(text) })
  if (type.startsWith('application/json')) return ok({ ...NOTHING, body: text })
  return ok(NOTHING)
}

async function bounded(body: ReadableStream<Uint8Array>, most: number): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function readParts(request: Request, type: string, most: number): Promise<Outcome<Given>> {
  return new Promise((resolve) => {
    const fields = new URLSearchParams()
    const files: GivenFile[] = []
    let size = 0
    let over = false
    const source = Readable.fromWeb(request.body as import('node:stream/web').ReadableStream)
    const stop = (outcome: Outcome<Given>) => {
      source.unpipe()
      source.destroy()
      resolve(outcome)
    }
    const broken = () =>
      stop(fail(problem('form-invalid', 'upload', 'The upload broke off before it was complete.', 'Send it again.')))
    let parser: busboy.Busboy
    try {
      parser = busboy({
        headers: { 'content-type': type },
        defParamCharset: 'utf8',
        limits: { fieldSize: FIELD_MOST, fields: FIELDS_MOST, files: FILES_MOST, fileSize: most },
      })
    } catch {
      broken()
      return
    }
    parser.on('field', (name, value) => fields.append(name, value))
    parser.on('file', (field, stream, info) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size <= most) chunks.push(chunk)
        else if (!over) {
          over = true
          stop(fail(tooLarge(most)))
        }
      })
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const name = (info.filename ?? '').split(/[\\/]/).at(-1)?.slice(0, 200) || 'document'
        if (bytes.length) files.push({ field, name, bytes })
      })
    })
    parser.on('error', broken)
    source.on('error', broken)
    parser.on('close', () => {
      if (!over) resolve(ok({ fields, files, body: '' }))
    })
    source.pipe(parser)
  })
}
