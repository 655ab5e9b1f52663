import { WORDS as GUIDE_WORDS } from '../../../document/guide/voice.ts'
import type { Knowledge } from '../../../knowledge/assemble.ts'
import { provisionOf } from '../../../knowledge/citations.ts'
import { spanishOf } from '../../../knowledge/spanish.ts'
import type { Reckoning } from '../../../rights/reckoning.ts'
import { dateWords } from '../dates.ts'
import type { Lang } from '../language.ts'

/** A text, and whether it is English although the page is not. */
export interface Worded {
  readonly text: string
  readonly lang: 'en' | undefined
}

const found = (spanish: string | null | undefined, english: string): Worded =>
  spanish ? { text: spanish, lang: undefined } : { text: english, lang: 'en' }

/** What a record or a provision says, in the reader's language where it has it. */
export function lawIn(knowledge: Knowledge, lang: Lang, english: string, ref: string | null): Worded {
  if (lang === 'en') return { text: english, lang: undefined }
  const own = ref ? provisionOf(knowledge, ref).provision?.saysEs : undefined
  return found(own ?? spanishOf(knowledge).get(english), english)
}

export const ruleIn = (knowledge: Knowledge, lang: Lang, { ref, rule }: Reckoning): Worded => lawIn(knowledge, lang, rule, ref)

/** The count, dates written out: it is checked by people, not machines. */
export const countIn = (lang: Lang, arithmetic: string): string =>
  dateWords(lang, GUIDE_WORDS[lang].reckoned(arithmetic) ?? arithmetic)

/** "72 hours", as a decider's clock gives it. */
export const amountIn = (lang: Lang, amount: string): string => {
  const [, n = '', unit = ''] = /^(\S+) (.+)$/.exec(amount) ?? []
  const key = UNITS.find((u) => GUIDE_WORDS.en.units[u].includes(unit))
  return key ? `${n} ${GUIDE_WORDS[lang].units[key][n === '1' ? 0 : 1]}` : amount
}

const UNITS = ['hours', 'days', 'business_days', 'months', 'years'] as const

/** What was assumed. A sentence without Spanish stays English and is marked so. */
export function assumptionIn(lang: Lang, sentence: string): Worded {
  if (lang === 'en') return { text: dateWords(lang, sentence), lang: undefined }
  const { text, lang: kept } = found(GUIDE_WORDS.es.reckoned(sentence), sentence)
  return { text: kept ? text : dateWords(lang, text), lang: kept }
}
