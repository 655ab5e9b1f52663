import { EventEmitter } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Line, type Work } from '../../src/infra/documents/pdf/line.ts'

class Thread extends EventEmitter {
  readonly posted: unknown[] = []
  ended = false
  postMessage(message: unknown) {
    this.posted.push(message)
  }
  unref() {}
  async terminate() {
    this.ended = true
    this.emit('exit')
  }
}

let threads: Thread[]
let told: string[]
let line: Line

beforeEach(() => {
  vi.useFakeTimers()
  threads = []
  told = []
  line = new Line(() => {
    const thread = new Thread()
    threads.push(thread)
    return thread as unknown as Worker
  })
})
afterEach(() => vi.useRealTimers())

const work = (name: string): Work => ({
  message: name,
  silence: 100,
  time: 250,
  hear(said) {
    told.push(`${name} hears ${said}`)
    return said === 'end' ? 'done' : said === 'trap' ? 'broken' : 'more'
  },
  stopped: (why) => void told.push(`${name} ${why}`),
})

test('hands all work over at once and gives each answer to the first in line', () => {
  for (const name of ['a', 'b']) line.add(work(name))
  expect(threads.map((t) => t.posted)).toEqual([['a', 'b']])
  for (const said of ['page', 'end', 'end']) threads[0]?.emit('message', said)
  expect(told).toEqual(['a hears page', 'a hears end', 'b hears end'])
  vi.advanceTimersByTime(10_000)
  expect(told.length).toBe(3)
})

test('slow work costs the thread and itself; what stood behind it begins anew, with its own time', () => {
  for (const name of ['a', 'b']) line.add(work(name))
  vi.advanceTimersByTime(99)
  expect(told).toEqual([])
  vi.advanceTimersByTime(1)
  expect(told).toEqual(['a slow'])
  expect(threads.map((t) => [t.posted, t.ended])).toEqual([
    [['a', 'b'], true],
    [['b'], false],
  ])
  threads[0]?.emit('message', 'end')
  vi.advanceTimersByTime(99)
  threads[1]?.emit('message', 'end')
  expect(told).toEqual(['a slow', 'b hears end'])
})

test('a word now and then buys more time, but not beyond the whole', () => {
  line.add(work('a'))
  for (let i = 0; i < 2; i++) {
    vi.advanceTimersByTime(90)
    threads[0]?.emit('message', 'page')
  }
  vi.advanceTimersByTime(69)
  expect(told.at(-1)).toBe('a hears page')
  vi.advanceTimersByTime(1)
  expect(told.at(-1)).toBe('a slow')
})

test('a thread that breaks, or says that it can not be trusted, loses the work at hand only', () => {
  for (const name of ['a', 'b', 'c']) line.add(work(name))
  threads[0]?.emit('error', new Error('out of memory'))
  threads[1]?.emit('message', 'trap')
  threads[2]?.emit('message', 'end')
  expect(told).toEqual(['a broken', 'b hears trap', 'b broken', 'c hears end'])
  expect(threads.map((t) => t.posted)).toEqual([['a', 'b', 'c'], ['b', 'c'], ['c']])
})

test('a thread that ends with nothing to do is replaced at the next work', () => {
  line.warm()
  threads[0]?.emit('exit')
  line.add(work('a'))
  expect(threads.map((t) => t.posted)).toEqual([[], ['a']])
})
