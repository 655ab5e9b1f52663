import type { Problem } from '../../../../base/problem.ts'
import type { Voice } from '../../../../casefile/event.ts'
import { claimsOfLetter } from '../../../../document/claims.ts'
import type { LetterKind } from '../../../../document/letter.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import type { Objection } from '../../../../usecases/objections.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import type { CaseAsked } from '../route.ts'
import { say, spanishIn } from '../words/say.ts'
import { letterPath } from './pane.ts'
import { DRAFT_WORDS } from './words/words.ts'

const VOICES: readonly Voice[] = ['member', 'prescriber', 'advocate']

/** A choice that could not be taken. */
export interface RefusedChoice {
  readonly of: 'grounds' | 'voice'
  readonly problem: Problem
}

const at = (asked: CaseAsked, path: string): Html => esc(inLang(asked.lang, `/case/${asked.id}${path}`))
const csrf = (asked: CaseAsked): Html => html`<input type="hidden" name="csrf" value="${esc(asked.csrf)}">`

/** The other letters, one press away. */
export function lettersNav(asked: CaseAsked, analysis: Analysis, here: LetterKind): Html {
  const words = DRAFT_WORDS[asked.lang]
  if (analysis.letters.length < 2) return none
  const items = each(analysis.letters, ({ kind }) => {
    const now = analysis.now.includes(kind)
    return html`<li><a href="${esc(letterPath(asked, kind))}"${kind === here ? html` aria-current="page"` : none}>${esc(words.kinds[kind])}</a>${when(now && kind !== 'appeal', () => html` <span class="tag">${esc(words.useNow)}</span>`)}</li>`
  })
  return html`<nav class="letters" aria-label="${esc(words.letters)}"><details${here === 'appeal' ? none : html` open`}><summary>${esc(words.letters)} <span class="count">${analysis.letters.length}</span></summary><ul>${items}</ul></details></nav>`
}

export function groundsPart(asked: CaseAsked, { grounds }: Analysis, wrong: RefusedChoice | null): Html {
  const words = DRAFT_WORDS[asked.lang]
  if (!grounds.length || !asked.mayAlso('grounds.choose')) return none
  const boxes = each(
    grounds,
    (g) =>
      html`<p class="check"><input type="checkbox" id="ground-${esc(g.id)}" name="ground" value="${esc(g.id)}"${g.chosen ? html` checked` : none}><label for="ground-${esc(g.id)}" lang="en">${esc(g.heading)}</label></p>`,
  )
  const said = wrong?.of === 'grounds' ? html`<p class="error" role="alert">${esc(words.groundsNone)}</p>` : none
  return html`<details class="choice" id="grounds"${wrong?.of === 'grounds' ? html` open` : none}><summary><h2>${esc(words.grounds)}</h2></summary><form method="post" action="${at(asked, '/draft/grounds')}">${csrf(asked)}<p>${esc(words.groundsSay)}</p>${said}<fieldset class="choices"><legend class="unseen">${esc(words.grounds)}</legend>${boxes}</fieldset><button class="second">${esc(words.saveGrounds)}</button></form></details>`
}

export function voicePart(asked: CaseAsked, analysis: Analysis, wrong: RefusedChoice | null): Html {
  const words = DRAFT_WORDS[asked.lang]
  if (!asked.mayAlso('draft.edit')) return none
  const { voice, stated } = asked.state
  const name = asked.given.fields.get('name') ?? stated.get('signer.name')?.value
  const bad = wrong?.of === 'voice'
  // What was chosen stays chosen while its name is still missing.
  const marked = bad ? (VOICES.find((v) => v === asked.given.fields.get('voice')) ?? voice) : voice
  const options = each(
    VOICES,
    (v) =>
      html`<p class="check"><input type="radio" id="voice-${esc(v)}" name="voice" value="${esc(v)}"${v === marked ? html` checked` : none}><label for="voice-${esc(v)}">${esc(words.voices[v])}</label></p>`,
  )
  const form = analysis.letters.some((l) => l.kind === 'authorized_representative')
    ? html` <a href="${esc(letterPath(asked, 'authorized_representative'))}">${esc(words.kinds.authorized_representative)}</a>`
    : none
  return html`<details class="choice" id="voice"${bad ? html` open` : none}><summary><h2>${esc(words.voice)}</h2> <span class="help">${esc(words.voices[voice])}</span></summary><form method="post" action="${at(asked, '/draft/voice')}">${csrf(asked)}<fieldset class="choices"><legend class="unseen">${esc(words.voice)}</legend>${options}</fieldset><div class="field${bad ? esc(' wrong') : none}"><label for="voice-name">${esc(words.voiceName)}</label>${bad ? html`<p class="error" id="voice-wrong" role="alert">${esc(words.voiceNeedsName)}</p>` : none}<input id="voice-name" name="name" value="${esc(typeof name === 'string' ? name : '')}" maxlength="120" autocomplete="off" aria-describedby="voice-help${bad ? esc(' voice-wrong') : none}"><p class="help" id="voice-help">${esc(words.voiceForm)}${form}</p></div><button class="second">${esc(words.saveVoice)}</button></form></details>`
}

/** What a reviewer would object to, each with what helps and where to do it. */
export function objectionsPart(asked: CaseAsked, analysis: Analysis): Html {
  const words = DRAFT_WORDS[asked.lang]
  const { objections } = analysis
  const own = spanishIn(asked.library.knowledge)
  const items = each(objections, (o) => {
    const to = fixOf(asked, analysis, o)
    return html`<li><p><span class="tag">${esc(words.objectionKinds[o.kind])}</span></p><p><b>${say(asked.lang, o.about.replace(/\s+/g, ' ').trim(), own)}</b></p><p>${say(asked.lang, o.why, own)}</p>${o.answer && !o.answer.includes(o.about) ? html`<p>${esc(words.answer)} ${say(asked.lang, o.answer, own)}</p>` : none}${to ? html`<p><a href="${esc(to)}">${esc(words.fix[o.kind])}<span class="unseen">: ${say(asked.lang, o.about.slice(0, 80), own)}</span></a></p>` : none}</li>`
  })
  return html`<details class="choice" id="objections"><summary><h2>${esc(words.objections)}</h2> <span class="count">${objections.length}</span></summary>${objections.length ? html`<ul class="objections">${items}</ul>` : html`<p>${esc(words.objectionsNone)}</p>`}</details>`
}

function fixOf(asked: CaseAsked, analysis: Analysis, { kind, about }: Objection): string | null {
  const to = (path: string) => inLang(asked.lang, `/case/${asked.id}${path}`)
  switch (kind) {
    case 'not_met':
    case 'no_evidence':
      return to('/criteria')
    case 'disagreement':
      return `${to('/evidence')}#facts`
    case 'old_measure':
      return to('/evidence/fact/measures')
    case 'no_policy':
      return analysis.letters.some((l) => l.kind === 'claim_file_request')
        ? letterPath(asked, 'claim_file_request')
        : to('/criteria')
    case 'late':
      return to('/letter')
    case 'only_said': {
      const appeal = analysis.letters.find((l) => l.kind === 'appeal')
      const place = appeal ? claimsOfLetter(appeal).findIndex((c) => c.sentence === about) : -1
      return place < 0 ? null : `${letterPath(asked, 'appeal')}?s=${place}#s-${place}`
    }
  }
}

/** Sentences left out, and changes that have lost their place: nothing a person wrote is ever gone. */
export function leftPart(asked: CaseAsked, analysis: Analysis, kind: LetterKind): Html {
  const words = DRAFT_WORDS[asked.lang]
  if (!asked.mayAlso('draft.edit')) return none
  const action = at(asked, `/draft/${kind}/edit`)
  const orphans = analysis.orphans[kind] ?? []
  const lost = new Set(orphans.map((o) => o.edit))
  const out = [...asked.state.edits.values()].filter((e) => e.letter === kind && e.action === 'remove' && !lost.has(e.edit))
  const button = (edit: string, what: string, label: string) =>
    html`<form method="post" action="${action}">${csrf(asked)}<input type="hidden" name="edit" value="${esc(edit)}"><button class="plain" name="do" value="${esc(what)}">${esc(label)}</button></form>`
  const leftOut = out.length
    ? html`<section class="left-out" aria-labelledby="left-out"><h2 id="left-out">${esc(words.leftOut)}</h2><ul>${each(out, (e) => html`<li><s lang="en">${esc(e.original)}</s> ${button(e.edit, 'restore', words.putBack)}</li>`)}</ul></section>`
    : none
  const orphaned = orphans.length
    ? html`<section class="note orphans" aria-labelledby="orphans"><h2 id="orphans">${esc(words.orphans)}</h2><p>${esc(words.orphansSay)}</p><ul>${each(orphans, (e) => html`<li>${e.text ? html`<p lang="en">${esc(e.text)}</p>` : html`<p>${esc(words.removedOne)} <s lang="en">${esc(e.original)}</s></p>`}<div class="fact-do">${e.text ? button(e.edit, 'place', words.placeEnd) : none}${button(e.edit, 'restore', words.letGo)}</div></li>`)}</ul></section>`
    : none
  return html`${orphaned}${leftOut}`
}
