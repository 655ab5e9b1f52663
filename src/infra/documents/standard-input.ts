import { type Outcome, ok } from '../../base/outcome.ts'
import { fault } from './faults.ts'
import { PDF_LIMITS } from './pdf/protocol.ts'

/** All bytes of a stream, up to the size of the largest file that is read at all. */
export async function readStandardInput(stream: AsyncIterable<Uint8Array>): Promise<Outcome<Uint8Array>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > PDF_LIMITS.bytes) return fault('huge', 'standard input')
    chunks.push(chunk)
  }
  return size === 0 ? fault('empty', 'standard input') : ok(Buffer.concat(chunks))
}
