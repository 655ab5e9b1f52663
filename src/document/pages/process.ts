import { provisionOf } from '../../knowledge/citations.ts'
import type { ProcessRecord, Statement } from '../../knowledge/process.ts'
import { bullets, list } from '../guide/blocks.ts'
import { decisionWords, windowWords } from '../guide/clockWords.ts'
import type { GuideClaim } from '../guide/guide.ts'
import { citeText, provisionSupport } from '../guide/support.ts'
import { framed, section } from './frame.ts'
import { refs, refsTo } from './links.ts'
import type { Page } from './page.ts'
import { bilingual, ownSupport, pageWords, say, statementItem, type To } from './speak.ts'

/** A way of being heard: when it is yours, what to do, how long it takes, what it cannot do. */
export function processPage(to: To, way: ProcessRecord): Page {
  const { headings } = pageWords(to)
  const own = (pin: string, s: Statement) => ownSupport(way.id, pin, s.en, way.trust.status)
  const items = (field: 'when' | 'steps' | 'bring' | 'limits') =>
    way[field].map((s, i) => statementItem(to, s, own(`${field}.${i}`, s), way.coverages))
  return framed(to, {
    kind: 'process',
    id: way.id,
    title: bilingual(to, way.name, [ownSupport(way.id, 'name', way.name.en, way.trust.status)]),
    description: bilingual(to, way.answer, [own('answer', way.answer)]),
    checked: way.trust.checked,
    sections: [
      ...section('answer', headings.answer, list([statementItem(to, way.answer, own('answer', way.answer), [])])),
      ...section('when', headings.when, list(items('when'))),
      ...section('steps', headings.steps, list(items('steps'), true)),
      ...section('clocks', headings.clocks, list(way.clocks.map((s, i) => clockItem(to, way, s, i)))),
      ...section('bring', headings.bring, list(items('bring'))),
      ...section('cannot', headings.cannot, list(items('limits'))),
      ...section('letters', headings.letters, bullets(letters(to, way))),
      ...section('coverage', headings.existsIn, refs(refsTo(to, 'coverage', way.coverages))),
      ...section('reasons', headings.oftenFor, refs(refsTo(to, 'reason', way.reasons))),
      ...section('related', headings.related, refs([...refsTo(to, 'process', way.related), ...scenariosOf(to, way)])),
    ],
  })
}

const scenariosOf = (to: To, { id }: ProcessRecord) =>
  refsTo(
    to,
    'scenario',
    [...to.knowledge.scenarios.values()].filter((s) => s.processes.includes(id)).map((s) => s.id),
  )

/**
 * "To ask, in Part D: 60 days, counted from … (42 CFR …)." A statement without a full stop is the
 * label of the clock its provision states; with one it is a sentence of its own.
 */
function clockItem(to: To, way: ProcessRecord, s: Statement, index: number): GuideClaim[] {
  const own = ownSupport(way.id, `clocks.${index}`, s.en, way.trust.status)
  if (!isClockLabel(s)) return statementItem(to, s, own, way.coverages)
  const ref = (s.cite ?? []).find((r) => provisionOf(to.knowledge, r).provision?.clock)
  const clock = ref ? provisionOf(to.knowledge, ref).provision?.clock : undefined
  if (!ref || !clock) throw new Error(`clocks.${index} of ${way.id} is a label without a clock`)
  const forPerson = /^(To |An? )/.test(s.en)
  return [
    say(
      to,
      (w, v) =>
        w.clock(
          v.two(s),
          forPerson ? windowWords(v.words, clock) : decisionWords(v.words, clock),
          v.words.cited(citeText(to.knowledge, [ref])),
        ),
      [
        own,
        provisionSupport(to.knowledge, ref),
        { ...provisionSupport(to.knowledge, ref), quote: windowWords(enWords(to), clock) },
      ],
    ),
  ]
}

const enWords = (to: To) => pageWords({ ...to, lang: 'en' }).guide

/** Says whose time it is and leaves how long to the provision. */
export const isClockLabel = (s: Statement): boolean => !s.en.endsWith('.')

function letters(to: To, way: ProcessRecord): GuideClaim[] {
  return way.letters.map((id) => {
    const own = ownSupport(way.id, 'letters', id, way.trust.status)
    return say(to, (w) => w.letter(w.letterNames[id] ?? id), [own])
  })
}
