import { addressOfPage } from '../../document/pages/address.ts'
import type { RecordPageKind } from '../../document/pages/page.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'

/** Where the page of a record stands, without language; null for a record that is not held. */
export const addressOf = (knowledge: Knowledge, topic: RecordPageKind, id: string): string | null =>
  addressOfPage(knowledge, 'en', topic, id)
