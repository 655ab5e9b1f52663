import { describe, expect, test } from 'vitest'
import type { Brief } from '../../src/argument/brief.ts'
import { termsOf } from '../../src/argument/term.ts'
import { statementTerms } from '../../src/argument/terms/statements.ts'
import { subjectTerms } from '../../src/argument/terms/subject.ts'

interface Given {
  readonly reason?: string
  readonly service?: string
  readonly diagnosis?: { readonly name: string; readonly code: string | null }
  readonly event?: string
  readonly signer?: Brief['signer']
  readonly said?: { readonly who: 'patient' | 'prescriber'; readonly text: string }
}

const span = (quote: string) => ({ doc: 'denial', page: 1, start: 0, end: quote.length, quote, boxes: [] })
const document = (quote: string) => ({ kind: 'document' as const, role: 'denial' as const, span: span(quote) })
const known = <T>(value: T) => ({ state: 'known' as const, value, origin: document(String(value)) })
const unknown = { state: 'unknown' as const }

/** The parts of a brief that these terms read. */
const brief = ({ reason = '', service, diagnosis, event, signer, said }: Given): Brief =>
  ({
    treatment: null,
    signer: signer ?? { role: 'patient', name: null },
    facts: {
      patient: { name: known('Ada Morrow'), birthDate: known('1980-01-01') },
      prescriber: { name: known('Noor Haddad'), credentials: known('MD') },
      treatment: { name: service ? known(service) : unknown },
      denial: {
        reasons: reason ? [{ value: { category: 'x', reasonId: null }, origin: document(reason) }] : [],
        reading: { reasonPassage: null, service: null, codes: [] },
      },
      diagnoses: diagnosis ? [{ value: { ...diagnosis, since: null }, origin: document(diagnosis.name) }] : [],
      events: event ? [{ value: { kind: 'surgery', date: null, what: event }, origin: document(event) }] : [],
      statements: said ? [{ value: { ...said, ground: 'care_needed' }, origin: document(said.text) }] : [],
    },
  }) as unknown as Brief

const subjects = (given: Given) => {
  const terms = termsOf(subjectTerms(brief(given)))
  return (name: string) => terms.get(`subject.${name}`)?.text ?? null
}

describe('subjectTerms', () => {
  test.each([
    ['rescission', 'We rescinded your policy as of January 1.', 'Your policy was cancelled as of today.'],
    ['premium', 'Coverage ended for unpaid premium.', 'Coverage ended on June 30.'],
    ['inpatientRehabilitation', 'Admission to inpatient rehabilitation is denied.', 'Outpatient rehabilitation is denied.'],
    ['hospital', 'The inpatient admission is denied; observation was enough.', 'The visit is denied.'],
    ['nursingFacility', 'Skilled nursing facility care will end.', 'Home care will end.'],
    ['breastReconstruction', 'Reconstruction of the breast is cosmetic.', 'Breast reduction is cosmetic.'],
    ['replacement', 'The item has not reached its useful lifetime.', 'The item is a convenience.'],
    ['tier', 'Your tiering exception is denied.', 'Your request is denied.'],
    ['sex', 'Not covered for the sex on file.', 'Not covered at this age.'],
  ])('%s', (name, yes, no) => {
    expect(subjects({ reason: yes })(name)).not.toBeNull()
    expect(subjects({ reason: no })(name)).toBeNull()
  })
  test('the service counts as well as the reason', () =>
    expect(subjects({ reason: 'Denied.', service: 'power wheelchair' })('homeEquipment')).toBe('wheelchair'))
  test('a mental condition, by its code', () => {
    expect(subjects({ diagnosis: { name: 'Autism spectrum disorder', code: 'F84.0' } })('mental')).not.toBeNull()
    expect(subjects({ diagnosis: { name: 'Asthma', code: 'J45.40' } })('mental')).toBeNull()
  })
  test('a mastectomy, by diagnosis or by surgery', () => {
    expect(subjects({ diagnosis: { name: 'Acquired absence of right breast', code: 'Z90.11' } })('mastectomy')).not.toBeNull()
    expect(subjects({ event: 'Right mastectomy on 04/22/2025' })('mastectomy')).not.toBeNull()
    expect(subjects({ event: 'Lumpectomy on 04/22/2025' })('mastectomy')).toBeNull()
  })
})

describe('a statement as a sentence of the letter', () => {
  const said = (who: 'patient' | 'prescriber', voice: 'signer' | 'prescriber', signer?: Brief['signer']) =>
    termsOf(statementTerms(brief({ said: { who, text: 'It hurt.' }, ...(signer ? { signer } : {}) }), voice)).get(
      'statements.care_needed.0.said',
    )?.text
  test.each([
    ['patient', 'signer', 'patient', 'It hurt'],
    ['prescriber', 'signer', 'patient', 'Noor Haddad, MD states: “It hurt”'],
    ['prescriber', 'prescriber', 'patient', 'It hurt'],
    ['patient', 'prescriber', 'patient', 'Ada Morrow states: “It hurt”'],
    ['patient', 'signer', 'parent', 'It hurt'],
    ['patient', 'prescriber', 'parent', 'The parent of Ada Morrow states: “It hurt”'],
    ['patient', 'signer', 'representative', 'Ada Morrow states: “It hurt”'],
  ] as const)('%s, in the voice of the %s, signed by the %s', (who, voice, role, expected) =>
    expect(said(who, voice, { role, name: null })).toBe(expected),
  )
})
