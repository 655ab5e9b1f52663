import { type Claim, claim } from '../../argument/claim.ts'
import type { Support } from '../../base/support.ts'

/** A sentence of a guide: straight quotation marks of the records become typographic ones. */
export const say = (sentence: string, support: readonly Support[]): Claim => claim(typographic(sentence), support)

const typographic = (text: string): string =>
  text
    .replace(/(^|[\s(“])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s(])'/g, '$1‘')
    .replace(/'/g, '’')
