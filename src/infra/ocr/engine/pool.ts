import type { Gray } from '../../images/gray.ts'
import type { Recogniser, Unrecognised } from './engine.ts'

/** Memory of engines that had nothing to do for so long is given back, in milliseconds. */
const IDLE = 60_000

/** As many pages at one time as there are recognisers; the others wait in order. */
export class RecogniserPool {
  readonly #idle: Recogniser[]
  readonly #all: readonly Recogniser[]
  readonly #waiting: (() => void)[] = []
  #rest: NodeJS.Timeout | undefined

  constructor(recognisers: readonly Recogniser[]) {
    this.#all = recognisers
    this.#idle = [...recognisers]
  }

  get atOnce(): number {
    return this.#all.length
  }

  async recognise(page: Gray, signal: AbortSignal | undefined): Promise<{ readonly tsv: string } | Unrecognised> {
    const recogniser = await this.#take()
    try {
      return await recogniser.recognise(page, signal)
    } finally {
      this.#give(recogniser)
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#rest)
    await Promise.all(this.#all.map((r) => r.rest()))
  }

  async #take(): Promise<Recogniser> {
    clearTimeout(this.#rest)
    for (;;) {
      const recogniser = this.#idle.pop()
      if (recogniser) return recogniser
      await new Promise<void>((free) => this.#waiting.push(free))
    }
  }

  #give(recogniser: Recogniser): void {
    this.#idle.push(recogniser)
    this.#waiting.shift()?.()
    if (this.#idle.length < this.#all.length) return
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => void this.close(), IDLE)
    this.#rest.unref()
  }
}
