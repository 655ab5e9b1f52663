import type { KnowledgeSupport } from '../../base/support.ts'
import { provisionOf } from '../../knowledge/citations.ts'
import type { CoverageRecord, Level } from '../../knowledge/coverage.ts'
import { bullets, paragraph, under } from '../guide/blocks.ts'
import { decisionWords, windowWords } from '../guide/clockWords.ts'
import type { GuideBlock, GuideClaim } from '../guide/guide.ts'
import { rightsRows } from '../guide/rightsRows.ts'
import { citeText, provisionSupport } from '../guide/support.ts'
import { framed, section } from './frame.ts'
import { fieldOf, refs, refsTo } from './links.ts'
import type { Page } from './page.ts'
import { bilingual, pageWords, say, type To } from './speak.ts'

/** A type of coverage: how to know it, its ladder with every deadline, what the law gives, forms, who may act. */
export function coveragePage(to: To, coverage: CoverageRecord): Page {
  const { headings } = pageWords(to)
  const own = (pin: string, quote: string) => fieldOf('coverage', coverage.id, pin, quote, 'verified')
  const name = [own('name', coverage.name.en)]
  return framed(to, {
    kind: 'coverage',
    id: coverage.id,
    title: say(to, (w, v) => w.coverageTitle(v.two(coverage.name)), name),
    description: bilingual(to, coverage.recognise, [own('recognise', coverage.recognise.en)]),
    checked: null,
    sections: [
      ...section(
        'recognise',
        headings.recognise,
        paragraph([bilingual(to, coverage.recognise, [own('recognise', coverage.recognise.en)])]),
      ),
      ...section('rights', headings.inShort, [{ kind: 'rights', rows: rightsRows(to, [coverage]) }]),
      ...section(
        'ladder',
        headings.ladder,
        coverage.levels.flatMap((l) => levelBlocks(to, coverage, l)),
      ),
      ...section('counting', headings.counting, bullets(lawClaims(to, coverage.dayCounting))),
      ...section(
        'law',
        headings.lawGives,
        Object.entries(coverage.rights).flatMap(([key, list]) => rightBlocks(to, key, list)),
      ),
      ...section('representative', headings.representative, bullets(lawClaims(to, coverage.representative))),
      ...section('forms', headings.forms, formBlocks(to, coverage)),
      ...section(
        'state-law',
        headings.stateLaw,
        paragraph([say(to, (w) => w.stateLaw[coverage.stateLaw], [own('stateLaw', coverage.stateLaw)])]),
      ),
      ...section(
        'regulator',
        headings.regulator,
        paragraph([say(to, (w, v) => w.regulator(v.two(coverage.regulator)), [own('regulator', coverage.regulator.en)])]),
      ),
      ...section('processes', headings.doors, refs(refsTo(to, 'process', having(to, 'processes', coverage.id)))),
      ...section('scenarios', headings.situations, refs(refsTo(to, 'scenario', having(to, 'scenarios', coverage.id)))),
    ],
  })
}

/** Ids of processes, or of scenarios, that name this coverage type. */
const having = (to: To, kind: 'processes' | 'scenarios', id: string): string[] =>
  [...to.knowledge[kind].values()].filter((r) => r.coverages.includes(id)).map((r) => r.id)

/** One rung: who decides, by when to ask, by when they must answer, what else the law says of it. */
function levelBlocks(to: To, coverage: CoverageRecord, level: Level): GuideBlock[] {
  const own = (pin: string, quote: string) => fieldOf('coverage', coverage.id, `levels.${level.id}.${pin}`, quote, 'verified')
  const decider = say(to, (w, v) => w.decider(v.two(level.decider)), [
    own('decider', level.decider.en),
    ...supports(to, level.deciderRefs),
  ])
  const only = (level.onlyIf ?? []).map((c) => say(to, (w) => w.onlyIf[c], [own('onlyIf', c)]))
  const ask = [
    ...windows(to, level.file ?? [], (w) => w.toAsk),
    ...Object.entries(level.fileWhen ?? {}).flatMap(([key, list]) => windows(to, list, (w) => w.toAskWhen[key] ?? w.toAsk)),
  ]
  const answer = Object.entries(level.decide ?? {}).flatMap(([key, list]) => answers(to, key, list))
  const automatic = level.automatic ? lawClaims(to, [level.automatic]) : []
  const said = [decider, ...only, ...automatic, ...ask, ...answer, ...lawClaims(to, level.notes ?? [], [...ask, ...answer])]
  return under(to.lang === 'en' ? level.name.en : level.name.es, bullets(said))
}

/** The windows to act of some provisions; where none has a clock, the law's own words on why. */
function windows(to: To, list: readonly string[], label: (w: ReturnType<typeof pageWords>) => string): GuideClaim[] {
  // "0 days, counted from the day of discharge" says less than the law's own words.
  const clocked = list.filter((ref) => (provisionOf(to.knowledge, ref).provision?.clock?.amount ?? 0) > 0)
  if (!clocked.length) return lawClaims(to, list)
  const supporting = supports(
    to,
    list.filter((ref) => !provisionOf(to.knowledge, ref).provision?.clock),
  )
  const counted = clocked.flatMap((ref) => {
    const clock = provisionOf(to.knowledge, ref).provision?.clock
    if (!clock) return []
    return [
      say(to, (w, v) => w.clock(label(w), windowWords(v.words, clock), v.words.cited(citeText(to.knowledge, [ref]))), [
        provisionSupport(to.knowledge, ref),
        { ...provisionSupport(to.knowledge, ref), quote: windowWords(pageWords({ ...to, lang: 'en' }).guide, clock) },
        ...supporting,
      ]),
    ]
  })
  const uncounted = list.filter((ref) => (provisionOf(to.knowledge, ref).provision?.clock?.amount ?? 1) <= 0)
  return [...counted, ...lawClaims(to, uncounted)]
}

function answers(to: To, key: string, list: readonly string[]): GuideClaim[] {
  const ref = list.find((r) => provisionOf(to.knowledge, r).provision?.clock)
  const clock = ref ? provisionOf(to.knowledge, ref).provision?.clock : undefined
  if (!ref || !clock) return lawClaims(to, list.slice(0, 1))
  return [
    say(
      to,
      (w, v) =>
        w.clock(
          w.answerDue(w.timing[key] ?? key.replaceAll('_', ' ')),
          decisionWords(v.words, clock),
          v.words.cited(citeText(to.knowledge, [ref])),
        ),
      supports(to, [ref]),
    ),
  ]
}

const supports = (to: To, list: readonly string[] | undefined): KnowledgeSupport[] =>
  (list ?? []).map((ref) => provisionSupport(to.knowledge, ref))

/** Provisions in their own words, each with its citation; what `said` already rests on is left out. */
function lawClaims(to: To, list: readonly string[], said: readonly GuideClaim[] = []): GuideClaim[] {
  const known = new Set(said.flatMap((c) => c.support.map((s) => s.quote)))
  return [...new Set(list)].flatMap((ref) => {
    const support = provisionSupport(to.knowledge, ref)
    if (known.has(support.quote)) return []
    return [say(to, (w, v) => w.law(v.law(ref), v.words.cited(citeText(to.knowledge, [ref]))), [support])]
  })
}

function rightBlocks(to: To, key: string, list: readonly string[]): GuideBlock[] {
  const label = pageWords(to).rightNames[key]
  const claims = bullets(lawClaims(to, list))
  return label === undefined ? claims : under(label, claims)
}

function formBlocks(to: To, coverage: CoverageRecord): GuideBlock[] {
  const rows = (coverage.forms ?? []).map((f) => ({
    label: f.name,
    ...(to.lang === 'es' ? { labelLang: 'en' as const } : {}),
    claim: bilingual(to, f.for, [
      fieldOf('coverage', coverage.id, `forms.${f.id}`, f.for.en, 'verified'),
      ...supports(to, f.cite),
    ]),
  }))
  return rows.length ? [{ kind: 'fields', rows }] : []
}
