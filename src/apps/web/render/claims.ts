import type { GuideClaim } from '../../../document/guide/guide.ts'
import { WORDS as GUIDE_WORDS } from '../../../document/guide/voice.ts'
import { esc, type Html, html, join, none, trusted } from '../html/html.ts'

/** A parenthesis that holds a citation, one level of parentheses inside it allowed: "(29 CFR 2560.503-1(h)(1))". */
const CITED = /\((?=(?:[^()]|\([^()]*\))*\b(?:\d+ (?:CFR|USC)|prescribing information|brochure)\b)((?:[^()]|\([^()]*\))*)\)/g

/** A length of time with its figure, in either language. */
const TIME =
  /\b\d+ (?:calendar days|working days?|business days?|hours?|days?|months?|years?|días hábiles|días calendario|horas?|días?|meses|mes|años?)(?!\p{L})/gu

/** `lang` where the text is English on a Spanish page. */
export const langAttr = (lang: 'en' | undefined): Html => (lang ? trusted(' lang="en"') : none)

/** Plain text, marked English where it is so on a Spanish page. */
export const inTongue = (text: string, lang: 'en' | undefined): Html =>
  lang ? html`<span lang="en">${esc(text)}</span>` : esc(text)

const marked = (claim: GuideClaim, text: Html): Html => (claim.lang ? html`<span lang="en">${text}</span>` : text)

/** An address in a sentence, without the stop that ends the sentence. */
const ADDRESS = /https?:\/\/[^\s<>"'()]*[^\s<>"'().,;:!?]/g

/** Citations set back, so that the eye can pass over them; addresses as links. Most sentences have neither. */
function setBack(text: string): Html {
  let out: string = esc(text)
  if (out.includes('(')) out = out.replace(CITED, '<small>($1)</small>')
  if (out.includes('://')) out = out.replace(ADDRESS, '<a href="$&" rel="external">$&</a>')
  return trusted(out)
}

export const said = (claim: GuideClaim): Html => marked(claim, setBack(claim.sentence))

export const sentences = (claims: readonly GuideClaim[]): Html => join(claims.map(said), ' ')

/** A sentence about a deadline: its lengths of time stand out. */
export const timed = (claim: GuideClaim): Html =>
  marked(claim, trusted(setBack(claim.sentence).replace(TIME, '<b class="time">$&</b>')))

/** "Claim file, employer plans: Upon request …": what an item is about, set as its lead-in. */
const LEAD = /^((?:<span lang="en">)?)([^.:<()]{3,80}): (?=.{30})/

/** Words with which a sentence says what proves it or who has it: "Proved by: "; the rest of an item then stands on its own line. */
const PROOF = (['en', 'es'] as const).flatMap((lang) => {
  const words = GUIDE_WORDS[lang]
  return [words.provedBy, words.shownBy, words.from].map((make) => ` ${make('|').split('|')[0]?.trim()} `)
})

export function listItem(claims: readonly GuideClaim[]): Html {
  const item = sentences(claims).replace(LEAD, '$1<b>$2:</b> ')
  const at = Math.max(...PROOF.map((label) => item.indexOf(label)))
  // A part marked English ends with a tag, which must not be cut in two.
  if (at < 0 || item.includes('<span')) return trusted(item)
  return html`${trusted(item.slice(0, at))} <span class="by">${trusted(item.slice(at + 1))}</span>`
}
