import { RECORDS } from '../../../document/pages/address.ts'
import { nameOf as named } from '../../../document/pages/links.ts'
import type { RecordPageKind } from '../../../document/pages/page.ts'
import type { Knowledge } from '../../../knowledge/assemble.ts'
import type { Lang } from '../language.ts'

/** A record's name for readers; empty where it is not held. */
export const nameOf = (knowledge: Knowledge, lang: Lang, topic: RecordPageKind, id: string): string =>
  named({ knowledge, lang }, topic, id)?.text ?? ''

export interface Named {
  readonly id: string
  readonly name: string
}

const collator = new Intl.Collator(['en', 'es'], { numeric: true })

/** Every record of a kind, by name. */
export const namesOf = (knowledge: Knowledge, lang: Lang, topic: RecordPageKind): readonly Named[] =>
  [...knowledge[RECORDS[topic]].keys()]
    .map((id) => ({ id, name: nameOf(knowledge, lang, topic, id) }))
    .sort((a, b) => collator.compare(a.name, b.name))
