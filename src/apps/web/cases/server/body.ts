/** Milliseconds after which a sender who sends nothing more is given up. */
export const SILENCE_MS = 20_000

/** The body is not read to its end. */
export class BodyRefused extends Error {
  readonly why: 'too-large' | 'silent'
  constructor(why: 'too-large' | 'silent') {
    super(why)
    this.name = 'BodyRefused'
    this.why = why
  }
}

/** The pieces of a body as they come, no more than `most` bytes of it; what its sender states of its size is not believed. */
export async function* metered(body: ReadableStream<Uint8Array>, most: number, silence = SILENCE_MS): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  let size = 0
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read(), silence)
      if (done) return
      size += value.length
      if (size > most) throw new BodyRefused('too-large')
      yield value
    }
  } finally {
    // Not waited for: the sender may have gone away.
    void reader.cancel().catch(() => undefined)
  }
}

function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BodyRefused('silent')), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
