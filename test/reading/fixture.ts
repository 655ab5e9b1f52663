import type { DenialReading, LetterReading } from '../../src/reading/denial.ts'
import type { SourceDocument } from '../../src/reading/document.ts'
import { contextOf, type ReadingContext } from '../../src/reading/findings/context.ts'
import { readLetters } from '../../src/reading/read-letters.ts'
import type { Resolvers } from '../../src/reading/resolvers.ts'
import { wholeText } from '../../src/reading/text/letter-text.ts'
import { textPages } from '../../src/reading/text-pages.ts'

/** A registry of two payers and one vendor, enough for the tests. */
export const REGISTRY: Resolvers = {
  payer: (name) => {
    const known = { aetna: 'Aetna', unitedhealthcare: 'UnitedHealthcare', evicore: 'eviCore' }
    const key = name
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .replace(/healthcare$/, (m) => (name.toLowerCase().startsWith('evicore') ? '' : m))
    const displayName = known[key as keyof typeof known]
    return displayName ? { payerId: key, displayName, vendor: key === 'evicore' } : null
  },
  hasReason: (id) => id === 'step_therapy' || id === 'medical_necessity',
}

export const documentOf = (text: string): SourceDocument => ({
  id: 'denial',
  name: 'letter.txt',
  media: 'text',
  sha256: '',
  pages: textPages(text),
})

export const contextFor = (text: string): ReadingContext => contextOf(wholeText(documentOf(text)), REGISTRY)

export const lettersIn = (text: string): LetterReading[] => readLetters(documentOf(text), REGISTRY)

/** The first denial of a letter that must have one. */
export function denialIn(text: string): DenialReading {
  const denial = lettersIn(text)[0]?.denials[0]
  if (!denial) throw new Error('no denial was read')
  return denial
}
