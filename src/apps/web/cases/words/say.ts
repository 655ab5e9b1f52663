import { WORDS as GUIDE_WORDS } from '../../../../document/guide/voice.ts'
import type { Knowledge } from '../../../../knowledge/assemble.ts'
import { spanishOf } from '../../../../knowledge/spanish.ts'
import { dateWords } from '../../dates.ts'
import { esc, type Html, join } from '../../html/html.ts'
import type { Lang } from '../../language.ts'
import { inTongue } from '../../render/claims.ts'
import type { Worded } from '../../words/reckoning.ts'
import type { Lookup } from './slots.ts'
import { inSpanish, spokenParts } from './spoken.ts'

const lookups = new WeakMap<Knowledge, Lookup>()

/** The Spanish that the records have: their shared sentences, questions and answers, laws, names of levels and who decides. */
export function spanishIn(knowledge: Knowledge): Lookup {
  const known = lookups.get(knowledge)
  if (known) return known
  const made = new Map<string, string>()
  const add = ({ en, es }: { readonly en: string; readonly es: string }) => made.set(en, es)
  for (const record of knowledge.facts.values()) if (record.kind === 'questions') Object.values(record.questions).forEach(add)
  for (const record of knowledge.interview.values())
    if (record.kind === 'question') {
      add(record.asks)
      for (const answer of record.answers)
        add({ en: `${record.asks.en} ${answer.says.en}`, es: `${record.asks.es} ${answer.says.es}` })
    }
  for (const coverage of knowledge.coverage.values()) {
    add(coverage.regulator)
    for (const level of coverage.levels) for (const said of [level.name, level.decider]) add(said)
  }
  for (const source of knowledge.sources.values())
    for (const { says, saysEs } of Object.values(source.provisions)) if (saysEs) made.set(says, saysEs)
  const shared = spanishOf(knowledge)
  const lookup: Lookup = (english) => made.get(english) ?? shared.get(english) ?? counted(english)
  lookups.set(knowledge, lookup)
  return lookup
}

/** The count of a deadline, which src/rights writes without its stop, and what it assumes. */
function counted(english: string): string | null {
  const said = GUIDE_WORDS.es.reckoned(english)
  const stopped = said ?? GUIDE_WORDS.es.reckoned(english.replace(/\.$/, ''))
  return stopped && dateWords('es', said ? stopped : `${stopped}.`)
}

/** Spanish, or what needs none: a page's own words, or nothing but a name. */
const needsNoMark = (text: string): boolean =>
  /[áéíóúñ¿¡]|\b(?:el|la|los|las|del|una?|que|su|se|para|por|está|es)\b/i.test(text) || /^(?:[\p{Lu}\d][^\s]*[ ,]*)+$/u.test(text)

const NOTHING: Lookup = () => null

/** What a use case, an adapter or the engine says, in the reader's language; what is English on a Spanish page is marked so. */
export function say(lang: Lang, text: string, own: Lookup = NOTHING): Html {
  if (lang === 'en') return esc(text)
  const marked = ({ text, lang: kept }: Worded) => inTongue(text, kept && !needsNoMark(text) ? kept : undefined)
  return join(spokenParts(text, own).map(marked), '')
}

/** The same where no mark can stand: inside an attribute or another text. */
export const sayPlain = (lang: Lang, text: string, own: Lookup = NOTHING): string =>
  lang === 'en' ? text : (inSpanish(text, own) ?? text)
