import type { RecordPageKind } from '../../../document/pages/page.ts'
import type { Knowledge } from '../../../knowledge/assemble.ts'
import { addressOf } from '../addresses.ts'
import { startForm } from '../cases/start/page.ts'
import { START_WORDS } from '../cases/start/words.ts'
import { each, esc, type Html, html, none } from '../html/html.ts'
import { inLang, type Lang } from '../language.ts'
import type { Library } from '../library.ts'
import type { Page } from '../shell/page.ts'
import { WORDS, type Words } from '../words/words.ts'
import { namesOf } from './names.ts'
import { pasteForm } from './read.ts'

export function homePage(library: Library, lang: Lang): Page {
  const words = WORDS[lang]
  const main = html`<p class="lead">${esc(words.homeLead)}</p>${library.takesCases ? startBox(lang) : pasteForm(lang)}<h2>${esc(words.browse)}</h2><div class="shelves">${each(SHELVES, (shelf) => shelfOf(library, lang, words, shelf))}</div>`
  return {
    kind: 'home',
    lang,
    address: '/',
    title: words.homeTitle,
    description: words.homeLead,
    index: true,
    crumbs: [],
    contents: [],
    main,
    asOf: null,
  }
}

/** The letter first; who only wants to read finds the guide by pasting a sentence. */
function startBox(lang: Lang): Html {
  const words = START_WORDS[lang]
  return html`<div class="paste"><h2>${esc(words.title)}</h2>${startForm(lang, '')}<p class="help"><a href="${esc(inLang(lang, '/read'))}">${esc(words.guideOnly)}</a></p></div>`
}

interface Shelf {
  readonly topic: RecordPageKind
  readonly title: keyof Pick<
    Words,
    'byPayer' | 'byTreatment' | 'byReason' | 'byCoverage' | 'byState' | 'processesLead' | 'scenariosLead'
  >
  readonly index: string
  /** How many names stand on the first page. */
  readonly most: number
}

const SHELVES: readonly Shelf[] = [
  { topic: 'reason', title: 'byReason', index: '/reasons', most: 16 },
  { topic: 'treatment', title: 'byTreatment', index: '/treatments', most: 16 },
  { topic: 'payer', title: 'byPayer', index: '/help', most: 16 },
  { topic: 'coverage', title: 'byCoverage', index: '/coverage', most: 20 },
  { topic: 'scenario', title: 'scenariosLead', index: '/scenarios', most: 8 },
  { topic: 'process', title: 'processesLead', index: '/process', most: 10 },
  { topic: 'state', title: 'byState', index: '/states', most: 60 },
]

function shelfOf({ knowledge }: Library, lang: Lang, words: Words, { topic, title, index, most }: Shelf): Html {
  const all = namesOf(knowledge, lang, topic)
  const first = mostSought(knowledge, topic)
  const shown = [...all].sort((a, b) => first(b.id) - first(a.id)).slice(0, most)
  if (!all.length) return none
  const item = ({ id, name }: { id: string; name: string }) =>
    html`<li><a href="${esc(inLang(lang, addressOf(knowledge, topic, id) ?? '/'))}">${esc(name)}</a></li>`
  const more = html`<p class="doing"><a href="${esc(inLang(lang, index))}">${esc(words.all(all.length))}</a></p>`
  return html`<section class="shelf shelf-${esc(topic)}"><h3>${esc(words[title])}</h3><ul>${each(
    all.filter((named) => shown.includes(named)),
    item,
  )}</ul>${all.length > most ? more : none}</section>`
}

/** How early a record should be offered: those that people already looked for, then the reasons that are usual for most treatments. */
function mostSought(k: Knowledge, topic: RecordPageKind): (id: string) => number {
  if (topic === 'payer')
    return (id) => (k.payers.get(id)?.liveSlug ? 2 : 0) + (k.payers.get(id)?.type === 'national_carrier' ? 1 : 0)
  if (topic === 'treatment') return (id) => (k.treatments.get(id)?.liveSlug ? 1 : 0)
  if (topic !== 'reason') return () => 0
  const usual = new Map<string, number>()
  for (const t of k.treatments.values()) for (const id of t.usualReasons) usual.set(id, (usual.get(id) ?? 0) + 1)
  return (id) => usual.get(id) ?? 0
}
