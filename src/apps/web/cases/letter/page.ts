import type { Problem } from '../../../../base/problem.ts'
import type { SourceDocument } from '../../../../reading/document.ts'
import type { Analysis, ShownFinding } from '../../../../usecases/cases/analysis.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { problemList } from '../pages/problem.ts'
import type { CaseAsked } from '../route.ts'
import { crop, markedPages, markedText } from './pictures.ts'
import { GROUPS, sayFinding, WANTED } from './values.ts'
import { LETTER_WORDS } from './words.ts'

/** What a person typed that could not be taken, beside its field. */
export interface Refused {
  readonly path: string
  readonly value: string
  readonly problem: Problem
}

/** The letter beside what was understood of it. `text` is its reading, for letters without pictures. */
export function letterMain(asked: CaseAsked, analysis: Analysis, text: SourceDocument | null, refused: Refused | null): Html {
  const { id, lang } = asked
  const words = LETTER_WORDS[lang]
  const document = analysis.documents.find((d) => d.role === 'denial')
  const pictured = document?.pages.some((p) => p.width > 0) ?? false
  const shown = !document
    ? none
    : pictured
      ? markedPages(lang, id, document, analysis.findings)
      : text
        ? markedText(text, analysis.findings)
        : none
  return html`<p class="lead">${esc(words.lead)}</p>${several(asked, analysis)}${doubts(asked, analysis, refused)}<div class="sides letter-sides"><div class="stays letter-shown"><h2 class="unseen">${esc(words.words)}</h2>${shown}</div><div>${each(
    GROUPS,
    ({ group, fields }) => {
      const cards = each(fields, (field) => fieldCards(asked, analysis, field, refused))
      return cards
        ? html`<section class="card"><h2>${esc(words.groups[group])}</h2><dl class="findings">${cards}</dl></section>`
        : none
    },
  )}<form method="post" action="${esc(inLang(lang, `/case/${id}/letter/right`))}"><input type="hidden" name="csrf" value="${esc(asked.csrf)}"><p class="actions"><button>${esc(words.right)}</button></p></form></div></div>`
}

function several({ state, id, lang, csrf }: CaseAsked, { denials }: Analysis): Html {
  if (denials < 2) return none
  const words = LETTER_WORDS[lang]
  const numbers = Array.from({ length: denials }, (_, i) => i + 1)
  return html`<form class="card" method="post" action="${esc(inLang(lang, `/case/${id}/letter/which`))}"><input type="hidden" name="csrf" value="${esc(csrf)}"><fieldset class="choices"><legend>${esc(words.several)}</legend>${each(numbers, (n) => html`<p class="check"><input type="radio" name="which" id="which-${n}" value="${n}"${(state.which ?? 1) === n ? html` checked` : none}><label for="which-${n}">${esc(words.denialNumber(n))}</label></p>`)}</fieldset><button class="second">${esc(words.chooseThis)}</button></form>`
}

/** What the picture leaves open, asked one by one beside the piece of the picture. */
function doubts(asked: CaseAsked, analysis: Analysis, refused: Refused | null): Html {
  const words = LETTER_WORDS[asked.lang]
  const document = analysis.documents.find((d) => d.role === 'denial')
  const open = analysis.findings.filter((f) => f.doubt && f.path && !asked.state.stated.has(f.path))
  if (!open.length || !document) return none
  return html`<section class="card doubts" aria-labelledby="doubts"><h2 id="doubts">${esc(words.doubtsTitle)}</h2><p>${esc(words.doubtsLead)}</p>${each(
    open,
    (f) => {
      const label = words.fields[f.field as keyof typeof words.fields] ?? f.field
      return html`<div class="doubt">${crop(asked.id, document, f, label)}<p class="help">${esc(words.doubts[f.doubt ?? 'unsure'])}</p>${statedForm(asked, f.path ?? '', label, sayFinding(asked.library, 'en', f), refused, 'doubt')}</div>`
    },
  )}</section>`
}

function fieldCards(asked: CaseAsked, analysis: Analysis, field: string, refused: Refused | null): Html {
  const found = analysis.findings.map((f, i) => ({ f, i })).filter(({ f }) => f.field === field)
  if (found.length) return each(found, ({ f, i }) => findingCard(asked, f, i, refused))
  const path = WANTED[field]
  return path ? findingCard(asked, null, field, refused, path) : none
}

function findingCard(
  asked: CaseAsked,
  finding: ShownFinding | null,
  key: number | string,
  refused: Refused | null,
  wantedPath: string | null = null,
): Html {
  const { lang, state, library } = asked
  const words = LETTER_WORDS[lang]
  const field = finding?.field ?? String(key)
  const label = words.fields[field as keyof typeof words.fields] ?? field
  const path = finding?.path ?? wantedPath
  const own = path ? state.stated.get(path)?.value : undefined
  const read = finding ? sayFinding(library, lang, finding) : ''
  const value = typeof own === 'string' ? sayFinding(library, lang, { field, value: own }) : read
  const place = finding
    ? html` <a class="place" href="#page-${finding.span.page}">${esc(words.page(finding.span.page))}</a>`
    : none
  const mark = own !== undefined ? html` <span class="tag">${esc(words.corrected)}</span>` : none
  const wrong = refused?.path === path
  const form =
    path && field !== 'level'
      ? html`<details class="correct"${wrong ? html` open` : none}><summary>${esc(finding ? words.correct : words.add)}<span class="unseen">: ${esc(label)}</span></summary>${statedForm(asked, path, label, typeof own === 'string' ? own : finding ? finding.value : '', refused, String(key))}${when(own !== undefined && finding, () => backForm(asked, path))}</details>`
      : none
  return html`<div class="finding" id="finding-${esc(String(key))}"><dt>${esc(label)}</dt><dd>${value ? html`<span class="value">${esc(value)}</span>` : html`<span class="missing">${esc(words.notStated)}</span>`}${mark}${place}${form}</dd></div>`
}

function statedForm(asked: CaseAsked, path: string, label: string, value: string, refused: Refused | null, key: string): Html {
  const words = LETTER_WORDS[asked.lang]
  const wrong = refused?.path === path ? refused : null
  const field = `${path.replaceAll('.', '-')}-${key}`
  const lines = path === 'denial.appealAddress'
  const input = lines
    ? html`<textarea id="${esc(field)}" name="value" rows="4" maxlength="400">${esc(wrong?.value ?? value)}</textarea>`
    : html`<input id="${esc(field)}" name="value" value="${esc(wrong?.value ?? value)}" maxlength="300" autocomplete="off">`
  return html`<form class="stated${wrong ? esc(' wrong') : none}" method="post" action="${esc(inLang(asked.lang, `/case/${asked.id}/letter/correct`))}"><input type="hidden" name="csrf" value="${esc(asked.csrf)}"><input type="hidden" name="path" value="${esc(path)}">${wrong ? problemList(asked.lang, [wrong.problem]) : none}<label for="${esc(field)}">${esc(words.itSays)}<span class="unseen">: ${esc(label)}</span></label><div class="together">${input}<button class="second">${esc(words.save)}</button></div></form>`
}

const backForm = (asked: CaseAsked, path: string): Html =>
  html`<form method="post" action="${esc(inLang(asked.lang, `/case/${asked.id}/letter/correct`))}"><input type="hidden" name="csrf" value="${esc(asked.csrf)}"><input type="hidden" name="path" value="${esc(path)}"><input type="hidden" name="back" value="yes"><button class="plain">${esc(LETTER_WORDS[asked.lang].takeBack)}</button></form>`
