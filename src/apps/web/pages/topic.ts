import { addressOfPage, type INDEX_KINDS, isIndex, pairOf } from '../../../document/pages/address.ts'
import { makePage, type PageKey } from '../../../document/pages/library.ts'
import type { Page as Model, PageKind, RecordPageKind } from '../../../document/pages/page.ts'
import { aboutTreatment } from '../discover/about.ts'
import { ladderFigure } from '../figures/ladder.ts'
import { rungsOf } from '../figures/rungs.ts'
import { html, join } from '../html/html.ts'
import type { Lang } from '../language.ts'
import type { Library } from '../library.ts'
import { said } from '../render/claims.ts'
import { contextOf } from '../render/context.ts'
import { type Inserts, sectionWith } from '../render/sections.ts'
import type { Crumb, Page } from '../shell/page.ts'
import { WORDS } from '../words/words.ts'
import { deadlineForm } from './deadlineForm.ts'
import { nameOf } from './names.ts'

/** The page of a record, an index or a worked letter; null where there is none. */
export function topicPage(library: Library, lang: Lang, key: PageKey): Page | null {
  const model = makePage(library.knowledge, lang, key, library.letters)
  if (!model) return null
  const context = contextOf(library, lang)
  const inserts = model.kind === 'coverage' ? coverageInserts(library, lang, model) : {}
  return {
    kind: model.kind === 'home' || isIndex(model.kind) ? 'index' : model.kind,
    lang,
    address: addressOfPage(library.knowledge, 'en', model.kind, model.id) ?? '/',
    title: model.title.sentence,
    heading: said(model.title),
    description: model.description.sentence,
    // A list of guides that are each in search on their own.
    index: model.kind !== 'pair',
    crumbs: crumbsOf(library, model),
    contents: model.sections.filter((s) => s.id !== 'about').map(({ id, heading }) => ({ id, heading })),
    main: join(model.sections.map((section) => sectionWith(section, context, inserts))),
    asOf: model.knowledgeAsOf || null,
    about: aboutOf(library, lang, model),
    answered: model.kind === 'scenario' ? { question: model.title.sentence, answer: model.description.sentence } : undefined,
  }
}

function aboutOf({ knowledge }: Library, lang: Lang, { kind, id }: Model): Page['about'] {
  if (kind === 'treatment') return aboutTreatment(knowledge, lang, id)
  return kind === 'pair' ? aboutTreatment(knowledge, lang, id.split('/')[1] ?? '') : undefined
}

/** The pictures of one coverage type, and its deadline worked out. */
function coverageInserts({ knowledge }: Library, lang: Lang, { id }: Model): Inserts {
  const coverage = knowledge.coverage.get(id)
  if (!coverage) return {}
  const words = WORDS[lang]
  const rungs = rungsOf(knowledge, coverage, lang, words)
  const name = coverage.name[lang]
  const pictures = html`${ladderFigure('ladder', name, rungs, words)}${deadlineForm(knowledge, lang, { coverage: id })}`
  return { 'ladder top': pictures }
}

/** Kind of record → its index. */
const indexOf = (kind: PageKind): PageKind | null => {
  if (kind === 'home' || isIndex(kind)) return null
  return INDEX_OF[kind === 'letter' ? 'reason' : kind === 'pair' ? 'payer' : kind]
}

const INDEX_OF: Readonly<Record<RecordPageKind, (typeof INDEX_KINDS)[number]>> = {
  payer: 'payers',
  treatment: 'treatments',
  reason: 'reasons',
  coverage: 'coverages',
  state: 'states',
  process: 'processes',
  scenario: 'scenarios',
}

function crumbsOf({ knowledge }: Library, model: Model): readonly Crumb[] {
  const words = WORDS[model.lang]
  const index = indexOf(model.kind)
  const up = (kind: PageKind, id: string, text: string): Crumb[] => {
    const address = addressOfPage(knowledge, 'en', kind, id)
    return address ? [{ text, address }] : []
  }
  return [
    { text: words.home, address: '/' },
    ...(index && isIndex(index) ? up(index, '', words.nav[index === 'coverages' ? 'coverage' : index]) : []),
    ...(model.kind === 'letter'
      ? up('reason', model.id, knowledge.reasons.get(model.id)?.[model.lang === 'en' ? 'displayName' : 'displayNameEs'] ?? '')
      : []),
    ...(model.kind === 'pair' ? up('payer', ...payerOf(knowledge, model)) : []),
    {
      text:
        model.kind === 'pair' ? nameOf(knowledge, model.lang, 'treatment', model.id.split('/')[1] ?? '') : model.title.sentence,
      address: null,
    },
  ]
}

/** Id and name of the payer of a pair. */
function payerOf(knowledge: Library['knowledge'], { id }: Model): readonly [string, string] {
  const [payer] = pairOf(knowledge, id)
  return [payer?.id ?? '', payer?.displayName ?? '']
}
