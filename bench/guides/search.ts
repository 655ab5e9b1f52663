/** Search over at least 2,000 different questions: `node bench/guides/search.ts`. Prints JSON. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { entriesOf } from '../../src/usecases/find/entries.ts'
import { makeFinder } from '../../src/usecases/find/find.ts'
import { fromLetter } from '../../src/usecases/find/fromLetter.ts'
import { openLibrary } from './open.ts'

const { knowledge } = openLibrary().library
const labelled = readFileSync(join(import.meta.dirname, '../../eval/search/queries.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.includes(' => '))
  .map((line) => line.split(' => ')[0] ?? '')
const names = entriesOf(knowledge).flatMap((entry) => [...entry.names, ...entry.words.filter((w) => w.length < 200)])
/** The same slips every time: a letter left out, two swapped, one doubled. */
const slips = names.map((name, i) => {
  const at = 1 + (i % Math.max(1, name.length - 2))
  return i % 3 === 0
    ? name.slice(0, at) + name.slice(at + 1)
    : i % 3 === 1
      ? name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2)
      : name.slice(0, at) + (name[at] ?? '') + name.slice(at)
})
const pairs = names.map((name, i) => `${name} ${names[(i * 7919 + 13) % names.length]}`)
const queries = [...new Set([...labelled, ...names, ...slips, ...pairs])]

const built = performance.now()
const find = makeFinder(knowledge)
const build = performance.now() - built
for (const query of queries.slice(0, 200)) find(query)
const timed = (texts: readonly string[], work: (text: string) => unknown) => {
  const times = texts.map((text) => {
    const start = performance.now()
    work(text)
    return performance.now() - start
  })
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  return { number: times.length, median: at(0.5), p95: at(0.95), p99: at(0.99), max: times.at(-1) }
}
const every = Math.max(1, Math.floor(queries.length / 6000))
const search = timed(
  queries.filter((_, i) => i % every === 0),
  find,
)
const sentences = readFileSync(join(import.meta.dirname, '../../eval/search/sentences.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.includes(' => '))
  .map((line) => line.split(' => ')[0] ?? '')
const letters = timed(sentences, (text) => fromLetter(knowledge, text))
const long = timed([sentences.join('\n').repeat(6).slice(0, 20_000)], (text) => fromLetter(knowledge, text))
process.stdout.write(`${JSON.stringify({ build, search, letters, long })}\n`)
