import type { Worker } from 'node:worker_threads'

/** Something a thread is asked for, and who listens to what it says of it. */
export interface Work {
  readonly message: unknown
  /** Milliseconds that the thread may say nothing, and that the whole may take. */
  readonly silence: number
  readonly time: number
  /** `broken`: the thread can't be trusted any more. */
  hear(said: unknown): 'more' | 'done' | 'broken'
  /** The thread was ended for its slowness, or broke, in the middle of this. */
  stopped(why: 'slow' | 'broken'): void
}

/**
 * A thread that does its work in order, one after the other, without waiting for the caller in
 * between; it does not keep the process alive, the work does. Work that outlasts its time costs the
 * thread, and only that work is lost: a new thread takes on what stood behind it.
 */
export class Line {
  readonly #start: () => Worker
  #thread: Worker | null = null
  readonly #waiting: Work[] = []
  #silence: NodeJS.Timeout | undefined
  #time: NodeJS.Timeout | undefined

  constructor(start: () => Worker) {
    this.#start = start
  }

  /** Starts the thread ahead of its first work. */
  warm(): void {
    this.#thread ??= this.#begin()
  }

  add(work: Work): void {
    this.#waiting.push(work)
    if (this.#thread) this.#thread.postMessage(work.message)
    else this.warm()
    if (this.#waiting.length === 1) this.#watch()
  }

  #begin(): Worker {
    const worker = this.#start()
    const current = (act: () => void) => () => {
      if (worker === this.#thread) act()
    }
    const gone = current(() => this.#stop('broken'))
    worker
      .on('message', (said) => current(() => this.#hear(said))())
      .on('error', gone)
      .on('exit', gone)
    worker.unref()
    for (const { message } of this.#waiting) worker.postMessage(message)
    return worker
  }

  /** Only the work at hand is timed; what stands behind it has not begun. */
  #watch(): void {
    this.#unwatch()
    const [work] = this.#waiting
    if (!work) return
    this.#silence = setTimeout(() => this.#stop('slow'), work.silence)
    this.#time = setTimeout(() => this.#stop('slow'), work.time)
  }

  #unwatch(): void {
    clearTimeout(this.#silence)
    clearTimeout(this.#time)
  }

  #hear(said: unknown): void {
    const [work] = this.#waiting
    const state = work?.hear(said) ?? 'more'
    if (state === 'broken') this.#stop(state)
    else if (state === 'done') {
      this.#waiting.shift()
      this.#watch()
    } else this.#silence?.refresh()
  }

  #stop(why: 'slow' | 'broken'): void {
    const worker = this.#thread
    this.#thread = null
    this.#unwatch()
    this.#waiting.shift()?.stopped(why)
    void worker?.terminate()
    if (this.#waiting.length === 0) return
    this.warm()
    this.#watch()
  }
}
