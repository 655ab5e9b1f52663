import type { GuideKey } from '../../../document/guide/guide.ts'
import type { Knowledge } from '../../../knowledge/assemble.ts'
import { addressOf } from '../addresses.ts'
import type { Lang } from '../language.ts'
import type { Crumb } from '../shell/page.ts'
import { WORDS } from '../words/words.ts'
import { nameOf } from './names.ts'

/** First page, insurers, this insurer, this treatment and reason. */
export function guideCrumbs(knowledge: Knowledge, lang: Lang, key: GuideKey): readonly Crumb[] {
  const words = WORDS[lang]
  return [
    { text: words.home, address: '/' },
    { text: words.nav.payers, address: '/help' },
    { text: nameOf(knowledge, lang, 'payer', key.payer), address: addressOf(knowledge, 'payer', key.payer) },
    {
      text: `${nameOf(knowledge, lang, 'treatment', key.treatment)}: ${nameOf(knowledge, lang, 'reason', key.reason)}`,
      address: null,
    },
  ]
}
