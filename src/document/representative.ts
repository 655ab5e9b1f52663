import { claim } from '../argument/claim.ts'
import type { Terms } from '../argument/term.ts'
import type { Block } from './letter.ts'

const BLANK = '________________________________'
const FIELDS = [
  'Member',
  'Member’s address',
  'Member’s telephone',
  'Representative',
  'Relation to member',
  'Representative’s address',
  'Representative’s telephone',
  'Date',
]

/** The lines of the form that the two persons fill in by hand; what the case knows is filled in. */
export function representativeFields(terms: Terms): Block[] {
  const law = terms.get('law.representative')
  const name = terms.get('patient.name')
  const address = terms.get('patient.address')
  const named = terms.get('signer.role')?.text === 'representative' ? terms.get('signer.name') : null
  if (!law) return []
  const known: Record<string, typeof name> = {
    Member: name,
    'Member’s address': address,
    'Member’s telephone': terms.get('patient.phone'),
    Representative: named,
  }
  return [
    {
      kind: 'fields',
      rows: FIELDS.map((label) => {
        const found = known[label]
        return { label, claim: claim(found?.text ?? BLANK, found?.support.length ? found.support : law.support) }
      }),
    },
  ]
}
