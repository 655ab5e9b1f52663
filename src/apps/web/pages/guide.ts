import type { GuideKey } from '../../../document/guide/guide.ts'
import { type GuidePlan, planGuide } from '../../../document/guide/plan.ts'
import { fillText } from '../../../document/guide/slots.ts'
import { aboutTreatment } from '../discover/about.ts'
import { ladderFigure } from '../figures/ladder.ts'
import { rungsOf } from '../figures/rungs.ts'
import { esc, html, none } from '../html/html.ts'
import { inLang, type Lang } from '../language.ts'
import type { Library } from '../library.ts'
import { said } from '../render/claims.ts'
import { contextOf } from '../render/context.ts'
import { fillInto } from '../render/encoded.ts'
import { renderParts } from '../render/guideParts.ts'
import type { RenderedPart } from '../render/parts.ts'
import type { Page } from '../shell/page.ts'
import { WORDS } from '../words/words.ts'
import { deadlineForm } from './deadlineForm.ts'
import { guideCrumbs } from './guideCrumbs.ts'
import { oncePerLang } from './once.ts'
import { emptyPicker, type Pick, picker } from './picker.ts'

/** The guide for all coverage types, or for the one a reader picked; null where there is none. */
export function guidePage(library: Library, lang: Lang, key: GuideKey, pick: Pick): Page | null {
  const { knowledge } = library
  const planned = planGuide(knowledge, {
    ...key,
    lang,
    ...(pick.coverage ? { coverage: pick.coverage.id } : {}),
    ...(pick.state ? { state: pick.state } : {}),
  })
  if (!planned.ok) return null
  const plan = planned.value
  const parts = renderParts(plan, library.parts, contextOf(library, lang))
  const inserts = insertsOf(library, lang, plan, pick)
  const payer = payerFill(plan)
  const pieces: Uint8Array[] = []
  const contents: Uint8Array[] = []
  for (const part of parts) {
    const id = part.contents[0]?.id
    if (!id) continue
    fillInto(pieces, part.markup, payer, inserts.top[id], inserts.end[id])
    fillInto(contents, part.entries, payer)
  }
  return {
    kind: 'guide',
    lang,
    address: plan.address,
    title: plan.title.sentence,
    heading: said(plan.title),
    description: fillText(partOf(parts, 'answer')?.opening ?? '', plan.payer),
    index: plan.indexable && pick.coverage === null && pick.state === null && !pick.unknown,
    crumbs: guideCrumbs(knowledge, lang, plan.key),
    contents: { pieces: contents },
    main: { pieces },
    asOf: plan.knowledgeAsOf,
    about: aboutTreatment(knowledge, lang, plan.key.treatment),
  }
}

const partOf = (parts: readonly RenderedPart[], id: string): RenderedPart | undefined =>
  parts.find((part) => part.contents[0]?.id === id)

const payerFill = ({ payer }: GuidePlan) => ({
  payerName: Buffer.from(esc(payer.name)),
  payerSlug: Buffer.from(esc(encodeURIComponent(payer.slug))),
})

/** A page's own pieces at the start and the end of sections, by section. */
interface Inserts {
  readonly top: Readonly<Record<string, readonly Uint8Array[]>>
  readonly end: Readonly<Record<string, readonly Uint8Array[]>>
}

function insertsOf({ knowledge }: Library, lang: Lang, plan: GuidePlan, pick: Pick): Inserts {
  const words = WORDS[lang]
  const { coverage } = pick
  const plain = !coverage && !pick.state && !pick.unknown
  const ladder = coverage ? ladderFigure('ladder', coverage.name[lang], rungsOf(knowledge, coverage, lang, words), words) : none
  const asked = { ...(coverage ? { coverage: coverage.id } : {}), ...(pick.state ? { state: pick.state } : {}) }
  return {
    top: {
      rights: plain
        ? emptyPicker(knowledge, lang, plan.address)
        : [Buffer.from(html`${picker(knowledge, lang, plan.address, pick)}${ladder}`)],
    },
    end: {
      documents: [
        Buffer.from(
          html`<p class="doing"><a href="${esc(inLang(lang, plan.address))}?print=checklist" rel="nofollow">${esc(words.checklist)}</a></p>`,
        ),
      ],
      deadline: [plain ? emptyDeadline(knowledge, lang) : Buffer.from(deadlineForm(knowledge, lang, asked))],
    },
  }
}

const emptyDeadline = oncePerLang((knowledge, lang) => Buffer.from(deadlineForm(knowledge, lang, {})))

/** The documents alone, each with a box to tick, for paper. */
export function checklistPage(library: Library, lang: Lang, key: GuideKey): Page | null {
  const planned = planGuide(library.knowledge, { ...key, lang })
  if (!planned.ok) return null
  const plan = planned.value
  const words = WORDS[lang]
  const documents = partOf(renderParts(plan, library.parts, contextOf(library, lang)), 'documents')
  const heading = documents?.contents[0]?.heading
  if (!documents || !heading) return null
  const back = html`<a href="${esc(inLang(lang, plan.address))}">${said(plan.title)}</a>`
  const pieces: Uint8Array[] = [Buffer.from(html`<p>${esc(words.checklistFor)} ${back}</p>`)]
  fillInto(pieces, documents.markup, payerFill(plan))
  const trail = guideCrumbs(library.knowledge, lang, plan.key)
  return {
    kind: 'checklist',
    lang,
    address: plan.address,
    title: fillText(heading, plan.payer),
    description: '',
    index: false,
    crumbs: [
      ...trail.slice(0, -1),
      ...trail.slice(-1).map(({ text }) => ({ text, address: plan.address })),
      { text: words.checklist, address: null },
    ],
    contents: [],
    main: { pieces },
    asOf: plan.knowledgeAsOf,
  }
}
