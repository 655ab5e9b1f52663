import { fullCitation } from '../../../../base/citation.ts'
import type { Knowledge } from '../../../../knowledge/assemble.ts'
import type { Reckoning } from '../../../../rights/reckoning.ts'
import { dateWords, sayDate } from '../../dates.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import type { Lang } from '../../language.ts'
import { inTongue } from '../../render/claims.ts'
import { assumptionIn, countIn, ruleIn, type Worded } from '../../words/reckoning.ts'
import { TRACK_WORDS } from './words/words.ts'

/** What following a case assumes beside what any reckoning does. A date in it is an English one. */
const ES: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [
    /^It is not known whether the care was already given, so the longer time is used\.$/,
    () => 'No se sabe si la atención ya se dio; por eso se usa el plazo más largo.',
  ],
  [
    /^Sent by mail on (.+); it is taken to have arrived by (.+)\.$/,
    (sent = '', by = '') => `Se envió por correo el ${dayEs(sent)}; se supone que llegó a más tardar el ${dayEs(by)}.`,
  ],
  [
    /^Counted from the day the request arrived; the State may count from a later day\.$/,
    () => 'Se cuenta desde el día en que llegó la solicitud; el estado puede contar desde un día posterior.',
  ],
  [
    /^The other side wrote that it takes until (.+)\.$/,
    (until = '') => `La otra parte escribió que necesita hasta el ${dayEs(until)}.`,
  ],
]

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

function dayEs(english: string): string {
  const [, month = '', day = '', year = ''] = /^(\w+) (\d+), (\d{4})$/.exec(english) ?? []
  const m = MONTHS.indexOf(month) + 1
  return m ? sayDate('es', `${year}-${String(m).padStart(2, '0')}-${day.padStart(2, '0')}`) : english
}

export function trackAssumption(lang: Lang, sentence: string): Worded {
  for (const [pattern, say] of lang === 'es' ? ES : []) {
    const m = pattern.exec(sentence)
    if (m) return { text: say(...m.slice(1)), lang: undefined }
  }
  return assumptionIn(lang, sentence)
}

/** The reckoning in Spanish, for calendars. */
export const reckoningIn = (knowledge: Knowledge, lang: Lang, r: Reckoning): Reckoning =>
  lang === 'en'
    ? r
    : {
        ...r,
        rule: ruleIn(knowledge, lang, r).text,
        arithmetic: countIn(lang, r.arithmetic),
        assumptions: r.assumptions.map((a) => trackAssumption(lang, a).text),
      }

const SEMICOLON = html`; `

/** Rule, count, law and what was assumed, to be opened by whoever wants to check a date. */
export function reckoningBox(knowledge: Knowledge, lang: Lang, r: Reckoning): Html {
  const words = TRACK_WORDS[lang]
  const row = (label: string, body: Html) => html`<div><dt>${esc(label)}</dt><dd>${body}</dd></div>`
  const tongue = ({ text, lang: kept }: Worded) => inTongue(text, kept)
  const law = each(
    r.citations,
    (c, i) =>
      html`${i ? SEMICOLON : none}${esc(fullCitation(c))}${when(c.status === 'recalled', () => html` <small>(${esc(words.recalled)})</small>`)}`,
  )
  const later =
    r.alternative && r.alternative !== r.due
      ? html`<p class="help">${esc(words.laterReading(sayDate(lang, r.alternative)))}</p>`
      : none
  return html`<details class="reckoned"><summary>${esc(words.reckoning)}</summary><dl>${when(r.rule, () => row(words.rule, tongue(ruleIn(knowledge, lang, r))))}${when(r.arithmetic, () => row(words.count, esc(dateWords(lang, countIn(lang, r.arithmetic)))))}${when(r.citations.length, () => row(words.law, law))}${when(r.assumptions.length, () => row(words.assumed, html`<ul>${each(r.assumptions, (a) => html`<li>${tongue(trackAssumption(lang, a))}</li>`)}</ul>`))}</dl>${later}</details>`
}
