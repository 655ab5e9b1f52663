/**
 * Scores the recognition of letters: each is printed to pictures, made worse in ways that do happen, recognised,
 * and compared with the reading of its own text and with its labels.
 *
 *   node eval/ocr.ts [--engine packaged|system|auto] [--only ID_PREFIX] [--most LETTERS] [--pages OF_EACH] [--as fax] [--minutes AT_MOST] [--misses] [--json]
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { readDocument } from '../src/infra/documents/read-document.ts'
import { openOcr } from '../src/infra/ocr/ocr.ts'
import { ocrSettings } from '../src/infra/ocr/settings.ts'
import { readLetters } from '../src/reading/read-letters.ts'
import { resolvers } from './letters/resolvers.ts'
import { precision, recall, type Scores, score } from './letters/score.ts'
import { DEGRADATIONS } from './ocr/degrade.ts'
import { fileOf, printed, printedLetters } from './ocr/letters.ts'
import { addCharacters, addTokens, type Tally, tally } from './ocr/measure.ts'
import { addValues } from './ocr/values.ts'

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'packaged' },
    only: { type: 'string' },
    most: { type: 'string', default: '6' },
    pages: { type: 'string', default: '1' },
    as: { type: 'string' },
    minutes: { type: 'string', default: '60' },
    misses: { type: 'boolean' },
    json: { type: 'boolean' },
  },
})

const settings = ocrSettings({ OCR: values.engine, OCR_AT_ONCE: process.env.OCR_AT_ONCE })
const ocr = settings.ok ? await openOcr(settings.value) : null
if (!ocr) throw new Error('this machine has no such engine')
const known = resolvers()
const kinds = Object.entries(DEGRADATIONS).filter(([name]) => !values.as || name.startsWith(values.as))
const tallies = new Map<string, Tally>()
const scores: Scores = new Map()
const misses: string[] = []

const late = performance.now() + Number(values.minutes) * 60_000
for (const letter of printedLetters(Number(values.most), values.only)) {
  const truth = await readDocument({ id: 'denial', name: 'letter.pdf', bytes: letter.pdf, maxPages: Number(values.pages) })
  if (!truth.ok) continue
  const pages: Buffer[] = []
  for (const { number } of truth.value.pages) {
    const page = await printed(letter.pdf, number)
    if (page) pages.push(page)
  }
  const wanted = readLetters(truth.value, known).flatMap((l) => l.denials)[0] ?? null
  if (letter.labels) score(scores, ['own text'], letter.id, wanted, letter.labels)
  for (const [name, degrade] of kinds) {
    if (performance.now() > late) break
    const t = tallies.get(name) ?? tally()
    tallies.set(name, t)
    const file = await fileOf(await Promise.all(pages.map(degrade)))
    const started = performance.now()
    const before = process.cpuUsage()
    const read = await readDocument({ id: 'denial', ...file }, ocr)
    t.seconds += (performance.now() - started) / 1000
    const used = process.cpuUsage(before)
    t.coreSeconds += (used.user + used.system) / 1e6
    t.letters++
    t.pages += pages.length
    if (!read.ok) {
      misses.push(`${letter.id}, ${name}: ${read.problems[0].say}`)
      t.characters += truth.value.pages.reduce((sum, p) => sum + p.text.length, 0)
      t.characterErrors += truth.value.pages.reduce((sum, p) => sum + p.text.length, 0)
      continue
    }
    const denial = readLetters(read.value, known).flatMap((l) => l.denials)[0] ?? null
    addCharacters(t, truth.value, read.value)
    for (const miss of [...addTokens(t, truth.value, read.value), ...addValues(t, wanted, denial, read.value)])
      misses.push(`${letter.id}, ${name}: ${miss}`)
    if (letter.labels) score(scores, [name], letter.id, denial, letter.labels)
  }
}
await ocr.close()

const share = (part: number, whole: number) => (whole === 0 ? '    –' : `${((100 * part) / whole).toFixed(1)}`.padStart(5))
if (values.json) console.log(JSON.stringify({ engine: ocr.engine, tallies: Object.fromEntries(tallies), misses }, null, 2))
else {
  console.log(`${ocr.engine} engine, ${settings.ok ? settings.value.atOnce : 0} pages at once, load ${loadavg()[0]?.toFixed(1)}`)
  console.log(
    '                 letters pages  s/page core s/page   CER  tokens exact  wrong asked  right asked | values right wrong asked missed  right asked',
  )
  for (const [name, t] of tallies)
    console.log(
      `${name.padEnd(16)} ${String(t.letters).padStart(7)} ${String(t.pages).padStart(5)}  ${(t.seconds / t.pages).toFixed(2).padStart(6)} ${(t.coreSeconds / t.pages).toFixed(2).padStart(11)} ${share(t.characterErrors, t.characters)}  ${share(t.tokensExact, t.tokens)} %  ${String(t.tokensWrong).padStart(11)} ${String(t.tokensWrongAsked).padStart(5)}  ${share(t.tokensRightAsked, t.tokensRight)} %     | ${String(t.valuesRight).padStart(12)} ${String(t.valuesWrong).padStart(5)} ${String(t.valuesWrongAsked).padStart(5)} ${String(t.valuesMissed).padStart(6)}  ${share(t.valuesRightAsked, t.valuesRight)} %`,
    )
  const sums = (name: string) => {
    const total = { right: 0, wrong: 0, missed: 0, quotesRight: 0 }
    for (const c of scores.get(name)?.values() ?? [])
      for (const key of ['right', 'wrong', 'missed', 'quotesRight'] as const) total[key] += c[key]
    return total
  }
  console.log('\nlabelled fields      right wrong missed  precision recall')
  for (const name of scores.keys()) {
    const c = sums(name)
    console.log(
      `${name.padEnd(20)} ${String(c.right).padStart(5)} ${String(c.wrong).padStart(5)} ${String(c.missed).padStart(6)}      ${share((precision(c) ?? 0) * 100, 100)}  ${share((recall(c) ?? 0) * 100, 100)}`,
    )
  }
  if (values.misses) for (const miss of misses) console.log(miss)
}
process.exit(0)
