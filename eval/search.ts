/**
 * How well a person finds the page: the hand-labelled queries of `eval/search/queries.txt` and the sentences of
 * `eval/search/sentences.txt`.
 *
 *   node eval/search.ts [--misses]
 *
 * success@1 and @3: an answer that its label allows stands first, or among the first three.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openWorld } from '../src/apps/wire.ts'
import { type Found, makeFinder } from '../src/usecases/find/find.ts'
import { fromLetter } from '../src/usecases/find/fromLetter.ts'

const { values } = parseArgs({ options: { misses: { type: 'boolean' } } })
const ports = openWorld().ports()
if (!ports.ok) throw new Error('The knowledge is broken: run npm run knowledge:check.')
const { knowledge } = ports.value

const linesOf = (file: string) =>
  readFileSync(join(import.meta.dirname, 'search', file), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))

const nameOf = (f: Found) => (f.kind === 'guide' ? `guide ${f.payer} ${f.treatment} ${f.reason}` : `${f.kind} ${f.id}`)
const allowed = (label: string, name: string) => {
  const [want, got] = [label.split(' '), name.split(' ')]
  return want.length === got.length && want.every((word, i) => word === '*' || word === got[i])
}

interface Score {
  queries: number
  first: number
  three: number
}
const scores = new Map<string, Score>()
const find = makeFinder(knowledge)
let group = ''
for (const line of linesOf('queries.txt')) {
  if (line.startsWith('[')) {
    group = line.slice(1, -1)
    continue
  }
  const [query = '', labels = ''] = line.split(' => ')
  const want = labels.split(' | ')
  const names = find(query).map(nameOf)
  const rank = names.findIndex((name) => want.some((label) => allowed(label, name)))
  for (const key of [group, 'all']) {
    const score = scores.get(key) ?? { queries: 0, first: 0, three: 0 }
    scores.set(key, score)
    score.queries++
    if (rank === 0) score.first++
    if (rank >= 0 && rank < 3) score.three++
  }
  if (values.misses && rank !== 0)
    console.log(`[${group}] ${query} → ${rank < 0 ? 'not found' : rank + 1}; first: ${names.slice(0, 3).join(', ')}`)
}
console.log('| queries | number | success@1 | success@3 |\n| --- | --- | --- | --- |')
const percent = (n: number, of: number) => `${((100 * n) / of).toFixed(1)} %`
for (const [key, { queries, first, three }] of scores)
  console.log(`| ${key} | ${queries} | ${percent(first, queries)} | ${percent(three, queries)} |`)

const parts = { payer: 0, treatment: 0, reason: 0, all: 0 }
const sentences = linesOf('sentences.txt')
for (const line of sentences) {
  const [text = '', labels = ''] = line.split(' => ')
  const [payer, treatment, reason] = labels.split(' | ').map((label) => (label === '-' ? null : label))
  const lead = fromLetter(knowledge, text)
  const right = {
    payer: lead.payer === payer,
    treatment: lead.treatment === treatment,
    reason: (lead.reasons[0] ?? null) === reason,
  }
  for (const part of ['payer', 'treatment', 'reason'] as const) if (right[part]) parts[part]++
  const all = right.payer && right.treatment && right.reason
  if (all) parts.all++
  else if (values.misses)
    console.log(`${text} → ${lead.payer} | ${lead.treatment} | ${lead.reasons.join(', ')}; wanted ${labels}`)
}
console.log(
  `\nSentences of letters: ${sentences.length}. Read right: payer ${parts.payer}, treatment ${parts.treatment}, reason ${parts.reason}, all three ${parts.all}.`,
)
