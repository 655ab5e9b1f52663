import type { Knowledge } from '../../../knowledge/assemble.ts'
import { payerBySlug, reasonBySlug, treatmentBySlug } from '../../../knowledge/resolveSlug.ts'
import { addressOf } from '../addresses.ts'
import { each, esc, type Html, html } from '../html/html.ts'
import { inLang, type Lang } from '../language.ts'
import type { Library } from '../library.ts'
import { SECTIONS } from '../shell/frame.ts'
import type { Page } from '../shell/page.ts'
import { WORDS } from '../words/words.ts'
import { nameOf } from './names.ts'
import { pasteForm } from './read.ts'

const problemPage = (lang: Lang, title: string, main: Html): Page => ({
  kind: 'problem',
  lang,
  address: '/',
  title,
  description: '',
  index: false,
  crumbs: [],
  contents: [],
  main,
  asOf: null,
})

/** No such page: what the address does name, then every section, then the letter itself. */
export function notFoundPage({ knowledge }: Library, lang: Lang, address: string): Page {
  const words = WORDS[lang]
  const link = (to: string, text: string) => html`<li><a href="${esc(inLang(lang, to))}">${esc(text)}</a></li>`
  const near = recordsIn(knowledge, address).flatMap(({ topic, id }) => {
    const to = addressOf(knowledge, topic, id)
    return to ? [link(to, nameOf(knowledge, lang, topic, id))] : []
  })
  const sections = SECTIONS.map(([key, to]) => link(to, words.nav[key]))
  return problemPage(
    lang,
    words.notFoundTitle,
    html`<p class="lead">${esc(words.notFoundLead)}</p><ul class="links">${each([...near, ...sections], (item) => item)}</ul>${pasteForm(lang)}`,
  )
}

function recordsIn(k: Knowledge, address: string) {
  return address.split('/').flatMap((part) => {
    const payer = payerBySlug(k, part)
    const treatment = treatmentBySlug(k, part)
    const reason = reasonBySlug(k, part)
    return [
      ...(payer ? [{ topic: 'payer' as const, id: payer.id }] : []),
      ...(treatment ? [{ topic: 'treatment' as const, id: treatment.id }] : []),
      ...(reason ? [{ topic: 'reason' as const, id: reason.id }] : []),
    ]
  })
}

export function faultPage(lang: Lang): Page {
  const words = WORDS[lang]
  return problemPage(lang, words.faultTitle, html`<p class="lead">${esc(words.faultLead)}</p>${start(lang)}`)
}

export const methodPage = (lang: Lang): Page => problemPage(lang, WORDS[lang].methodTitle, start(lang))

export const tooLargePage = (lang: Lang): Page => problemPage(lang, WORDS[lang].tooLargeTitle, pasteForm(lang))

const start = (lang: Lang): Html => html`<p><a href="${esc(inLang(lang, '/'))}">${esc(WORDS[lang].startOver)}</a></p>`
