import { describe, expect, it } from 'vitest'
import { appealAddress } from '../../src/reading/findings/appeal-address.ts'
import { appealFax, appealPhone } from '../../src/reading/findings/appeal-numbers.ts'
import { appealPortal } from '../../src/reading/findings/appeal-portal.ts'
import { contextFor } from './fixture.ts'

const HEAD = 'ACME HEALTH PLAN\nPO Box 9921\nSpringfield, IL 62701\n\nDear Jo Doe,\n\nYour request was denied.\n\n'

describe('where an appeal goes', () => {
  it.each([
    ['Appeals Address: Acme Appeals, P.O. Box 1, Atlanta, GA 30374', 'Acme Appeals, P.O. Box 1, Atlanta, GA 30374'],
    ['YOUR APPEAL RIGHTS\nMail: Appeals Unit, P.O. Box 2, Durham, NC 27702', 'Appeals Unit, P.O. Box 2, Durham, NC 27702'],
    ['Send your appeal to:\n\n    Appeals\n    P.O. Box 3\n    Madison, WI 53744\n', 'Appeals, P.O. Box 3, Madison, WI 53744'],
    ['Submit a written appeal to the address above.', 'PO Box 9921, Springfield, IL 62701'],
  ])('%j', (text, address) => expect(appealAddress(contextFor(HEAD + text))?.value).toBe(address))

  it.each([
    'You may appeal within 180 days.',
    'Claims should be mailed to P.O. Box 44121, Madison, WI 53704.',
    'For an external review write to the Insurance Department, PO Box 7, Denver, CO 80202.',
    'Questions? Write to Customer Service, PO Box 8, Denver, CO 80202.',
  ])('no address in %j', (text) => expect(appealAddress(contextFor(HEAD + text))).toBeNull())

  it('gives none for "the address above" when none is printed above', () => {
    expect(appealAddress(contextFor('Acme Health Plan\n\nYou may mail your appeal to the address above.'))).toBeNull()
  })

  it('tells the fax from the telephone, and both from the numbers for questions', () => {
    const text = `${HEAD}HOW TO APPEAL\nPhone: (800) 555-1234\nFax: (800) 555-4321\n\nQuestions? Call Member Services: (800) 555-2222\n`
    expect(appealFax(contextFor(text))?.value).toBe('(800) 555-4321')
    expect(appealPhone(contextFor(text))?.value).toBe('(800) 555-1234')
    const none = contextFor(`${HEAD}Member Services: 1-800-555-0117\nFax for claims: 1-800-555-0118\nYou may appeal in writing.`)
    expect(appealFax(none)).toBeNull()
    expect(appealPhone(none)).toBeNull()
  })

  it('takes a portal only where an appeal can be filed there', () => {
    expect(appealPortal(contextFor(`${HEAD}You can file your appeal online at www.acme.com/appeals.`))?.value).toBe(
      'www.acme.com/appeals',
    )
    expect(appealPortal(contextFor(`${HEAD}Find our policies at www.acme.com. You may appeal.`))).toBeNull()
    expect(appealPortal(contextFor(`${HEAD}To appeal to Medicare see www.medicare.gov.`))).toBeNull()
  })
})
