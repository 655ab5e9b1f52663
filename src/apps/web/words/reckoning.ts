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
  const spanish = GUIDE_WORDS.es.reckoned(sentence) ?? CONDITIONS[sentence]
  const { text, lang: kept } = found(spanish, sentence)
  return { text: kept ? text : dateWords(lang, text), lang: kept }
}

/** What `rights/conditions.ts` and `rights/receipt.ts` take to be so while it is not known. */
const CONDITIONS: Readonly<Record<string, string>> = {
  'Assumes that the coverage comes from a private employer’s plan under ERISA.':
    'Se supone que la cobertura es de un empleador privado, bajo la ley ERISA.',
  'Assumes that the coverage is insurance, not paid by the sponsor itself.':
    'Se supone que la cobertura es un seguro y que no la paga el propio patrocinador.',
  'Assumes that the denial is no dispute about surprise bills.':
    'Se supone que la denegación no es una disputa por facturas sorpresa.',
  'Assumes that care already authorized is being ended, suspended or reduced.':
    'Se supone que se termina, suspende o reduce una atención ya autorizada.',
  'Assumes that the denial is about medical necessity.': 'Se supone que la denegación trata de la necesidad médica.',
  'Assumes that the denial is about medical necessity, not about a fact or a coverage rule.':
    'Se supone que la denegación trata de la necesidad médica, y no de un hecho ni de una regla de cobertura.',
  'The hour at which the clock started is not known, so the whole day is counted.':
    'No se sabe a qué hora empezó el plazo, así que se cuenta el día entero.',
}
