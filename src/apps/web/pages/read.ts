import { guideExists } from '../../../document/guide/links.ts'
import { addressOf as guideAddress } from '../../../document/guide/subject.ts'
import type { Knowledge } from '../../../knowledge/assemble.ts'
import { fromLetter, type LetterLead } from '../../../usecases/find/fromLetter.ts'
import { addressOf } from '../addresses.ts'
import { guideLink } from '../discover/finding.ts'
import { DISCOVER_WORDS } from '../discover/words.ts'
import { each, esc, type Html, html, none } from '../html/html.ts'
import { inLang, type Lang } from '../language.ts'
import { type Library, type Made, moved, page } from '../library.ts'
import type { Page } from '../shell/page.ts'
import { WORDS } from '../words/words.ts'
import { nameOf, namesOf } from './names.ts'
import { choice } from './options.ts'

/** Characters: a long denial letter whole. */
const TEXT_MOST = 20_000

/** "Read me my letter". Sent as a body: what is pasted stands in no address. */
export function pasteForm(lang: Lang, text = ''): Html {
  const words = WORDS[lang]
  return html`<form class="paste" method="post" action="${esc(inLang(lang, '/read'))}"><h2>${esc(words.pasteTitle)}</h2><label for="paste">${esc(words.pasteLabel)}</label><textarea id="paste" name="text" rows="5" maxlength="${TEXT_MOST}" required>${esc(text)}</textarea><p class="help">${esc(words.pasteHelp)}</p><button>${esc(words.pasteButton)}</button></form>`
}

interface Found {
  readonly payer: string | null
  readonly treatment: string | null
  readonly reason: string | null
}

/** Leads to the guide where all three are known, else asks for what the text did not say. */
export function readAnswer(library: Library, lang: Lang, form: URLSearchParams): Made {
  const { knowledge } = library
  const text = (form.get('text') ?? '').slice(0, TEXT_MOST)
  const lead = text.trim() ? fromLetter(knowledge, text) : null
  const held = (map: ReadonlyMap<string, unknown>, id: string | null) => (id !== null && map.has(id) ? id : null)
  const found: Found = {
    payer: held(knowledge.payers, form.get('payer')) ?? lead?.payer ?? null,
    treatment: held(knowledge.treatments, form.get('treatment')) ?? lead?.treatment ?? null,
    reason: held(knowledge.reasons, form.get('reason')) ?? lead?.reasons[0] ?? null,
  }
  const guide = guideOf(knowledge, found)
  if (guide && (lead?.guides.length ?? 0) < 2) return moved(lang, guide, false)
  const asked = text.trim() !== '' || found.payer !== null || found.treatment !== null || found.reason !== null
  return page(readPage(library, lang, found, asked, lead), asked ? 200 : 422)
}

function guideOf(k: Knowledge, found: Found): string | null {
  const payer = k.payers.get(found.payer ?? '')
  const treatment = k.treatments.get(found.treatment ?? '')
  const reason = k.reasons.get(found.reason ?? '')
  return payer && treatment && reason && guideExists(k, treatment, reason) ? guideAddress(payer, treatment, reason) : null
}

const PARTS = ['payer', 'treatment', 'reason'] as const

export function readPage(library: Library, lang: Lang, found: Found, asked: boolean, lead: LetterLead | null = null): Page {
  const words = WORDS[lang]
  const { knowledge } = library
  const known = PARTS.filter((part) => found[part])
  const seen = html`<h2>${esc(words.readFound)}</h2><dl>${each(known, (part) => {
    const id = found[part] ?? ''
    return html`<div><dt>${esc(words[part])}</dt><dd><a href="${esc(inLang(lang, addressOf(knowledge, part, id) ?? '/'))}">${esc(nameOf(knowledge, lang, part, id))}</a></dd></div>`
  })}</dl>`
  const complete = known.length === PARTS.length
  const fields = each(PARTS, (part) =>
    choice(
      `read-${part}`,
      part,
      words[part],
      words.chooseOne,
      namesOf(knowledge, lang, part).map(({ id, name }) => ({ value: id, text: name })),
      found[part],
      true,
    ),
  )
  const main = html`${asked ? none : html`<p class="note alert" role="alert">${esc(words.readEmpty)}</p>${pasteForm(lang)}`}${led(library, lang, lead)}${known.length ? seen : none}${complete && !lead?.guides.length ? html`<p>${esc(words.noGuide)}</p>` : none}<form class="panel" method="post" action="${esc(inLang(lang, '/read'))}"><p class="panel-title">${esc(words.readChoose)}</p>${fields}<p><button>${esc(words.readOpen)}</button></p></form>`
  return {
    kind: 'read',
    lang,
    address: '/read',
    title: words.readTitle,
    description: '',
    index: false,
    crumbs: [
      { text: words.home, address: '/' },
      { text: words.readTitle, address: null },
    ],
    contents: [],
    main,
    asOf: null,
  }
}

/** Several reasons have several guides; an approval has none. */
function led({ knowledge }: Library, lang: Lang, lead: LetterLead | null): Html {
  const words = DISCOVER_WORDS[lang]
  const guides = (lead?.guides ?? []).flatMap((guide) => guideLink(knowledge, lang, guide) ?? [])
  const list = html`<h2>${esc(words.guides)}</h2><p>${esc(words.several)}</p><ul class="links">${each(guides, ({ address, text }) => html`<li><a href="${esc(inLang(lang, address))}">${esc(text)}</a></li>`)}</ul>`
  return html`${lead?.approval ? html`<p class="note">${esc(words.approval)}</p>` : none}${guides.length > 1 ? list : none}`
}
