import { Readable } from 'node:stream'
import busboy from 'busboy'
import { fail, type Outcome, ok } from '../../../../base/outcome.ts'
import { type Problem, problem } from '../../../../base/problem.ts'
import { BodyRefused, metered } from './body.ts'

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

/** Bytes of one field, and of all fields of a form without files: a pasted letter is the longest. */
const FIELD_MOST = 200_000
const FIELDS_BYTES_MOST = 2 * 1024 * 1024
const FIELDS_MOST = 400
const FILES_MOST = 20

const tooLarge = (most: number) =>
  problem(
    'file-too-large',
    'upload',
    most < 1024 * 1024
      ? `What was sent may have ${Math.floor(most / 1024)} KB.`
      : `Together the files may have ${Math.floor(most / 1024 / 1024)} MB.`,
    'Send fewer at once, or smaller ones.',
  )
const broken = () => problem('form-invalid', 'upload', 'The upload broke off before it was complete.', 'Send it again.')
/** Nothing is cut off in silence: half a letter would be worse than none. */
const tooMany = () =>
  problem(
    'form-invalid',
    'upload',
    'The form holds more than it may: too many fields or files, or one text that is too long.',
    'Send fewer at once. A long letter is better sent as a file.',
  )
const refusal = (error: unknown, most: number): Problem =>
  error instanceof BodyRefused && error.why === 'too-large' ? tooLarge(most) : broken()

/** Reads a body piece by piece and gives up as soon as it is larger than `most` bytes, or nothing more comes. */
export async function readForm(request: Request, most: number, machine = false): Promise<Outcome<Given>> {
  const type = (request.headers.get('content-type') ?? '').toLowerCase()
  const stated = Number(request.headers.get('content-length') ?? 0)
  if (stated > most) return fail(tooLarge(most))
  if (!request.body) return ok(NOTHING)
  if (type.startsWith('multipart/form-data')) return readParts(request.body, request.headers.get('content-type') ?? '', most)
  const bound = machine ? most : Math.min(most, FIELDS_BYTES_MOST)
  try {
    const chunks: Uint8Array[] = []
    for await (const chunk of metered(request.body, bound)) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString('utf8')
    if (machine || type.startsWith('application/json')) return ok({ ...NOTHING, body: text })
    if (type.startsWith('application/x-www-form-urlencoded')) return fieldsOf(text)
    return ok(NOTHING)
  } catch (error) {
    return fail(refusal(error, bound))
  }
}

/** Counted before they are taken apart: a million of empty fields is small to send and large to hold. */
function fieldsOf(text: string): Outcome<Given> {
  let count = 1
  for (let at = text.indexOf('&'); at >= 0 && count <= FIELDS_MOST; at = text.indexOf('&', at + 1)) count++
  if (count > FIELDS_MOST) return fail(tooMany())
  return ok({ ...NOTHING, fields: plainFields(new URLSearchParams(text)) })
}

export function plainFields(given: URLSearchParams): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [name, value] of given) fields.append(plain(name), plain(value))
  return fields
}

/** No database keeps the character NUL in a text, and no reader of ours ever typed one. */
const plain = (text: string): string => text.replaceAll('\0', '')

/** Without folders, without what moves the cursor or turns the writing round, cut between characters. */
export const fileName = (given: string | undefined): string =>
  [...((given ?? '').split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '')]
    .slice(0, 200)
    .join('')
    .trim() || 'document'

function readParts(body: ReadableStream<Uint8Array>, type: string, most: number): Promise<Outcome<Given>> {
  return new Promise((resolve) => {
    const fields = new URLSearchParams()
    const files: GivenFile[] = []
    let settled = false
    const source = Readable.from(metered(body, most))
    const settle = (outcome: Outcome<Given>) => {
      if (settled) return
      settled = true
      resolve(outcome)
      if (outcome.ok) return
      source.unpipe()
      source.destroy()
    }
    source.on('error', (error) => settle(fail(refusal(error, most))))
    let parser: busboy.Busboy
    try {
      const limits = {
        fieldSize: FIELD_MOST,
        fields: FIELDS_MOST,
        files: FILES_MOST,
        parts: FIELDS_MOST + FILES_MOST,
        headerPairs: 20,
        fileSize: most,
      }
      parser = busboy({ headers: { 'content-type': type }, defParamCharset: 'utf8', limits })
    } catch {
      settle(fail(broken()))
      return
    }
    for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) parser.on(limit, () => settle(fail(tooMany())))
    parser.on('field', (name, value, info) => {
      if (info.nameTruncated || info.valueTruncated) settle(fail(tooMany()))
      else fields.append(plain(name), plain(value))
    })
    parser.on('file', (field, stream, info) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      // The parser reports a part that broke off to the part as well; nobody else listens there.
      stream.on('error', () => settle(fail(broken())))
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks)
        if (bytes.length) files.push({ field: plain(field ?? ''), name: fileName(info.filename), bytes })
      })
    })
    parser.on('error', () => settle(fail(broken())))
    parser.on('close', () => settle(ok({ fields, files, body: '' })))
    source.pipe(parser)
  })
}
