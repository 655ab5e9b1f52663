import { fail, type Outcome, ok } from '../base/outcome.ts'
import { problem } from '../base/problem.ts'
import { splitAddress } from '../document/address.ts'

/** A US address as a mail house takes it. */
export interface PostalAddress {
  readonly name: string
  readonly company: string | null
  readonly line1: string
  readonly line2: string | null
  readonly city: string
  /** Two letters. */
  readonly state: string
  /** "12345" or "12345-6789". */
  readonly zip: string
}

/** USPS Publication 28, appendix B: states, the district, territories, military "states". */
const STATES = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD ' +
    'TN TX UT VT VA WA WV WI WY AS GU MP PR VI FM MH PW AA AE AP'
  ).split(' '),
)

const LAST_LINE = /^(.+?),?\s+([A-Za-z]{2})\.?\s+(\d{5}(?:-\d{4})?)$/
const STREET = /^(?:\d|(?:p\.?\s*o\.?\s*|post office\s+)?box\b|(?:one|two|three)\s+\S|(?:rr|hc)\s+\d)/i

/** Widths that fit behind the windows of an envelope: a name of 40 characters, both street lines together 50. */
const NAME_WIDTH = 40
const STREET_WIDTH = 50

/** Splits lines of an envelope. `recipient` is the name where the lines have none. */
export function splitPostal(text: string, recipient: string, where = 'postal address'): Outcome<PostalAddress> {
  const bad = (say: string, fix: string) => fail(problem('form-invalid', where, say, fix))
  const given = text
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean)
  const lines = given.length === 1 ? splitAddress(given.join('')) : given
  const last = LAST_LINE.exec(lines.at(-1) ?? '')
  const [, city = '', stateText = '', zip = ''] = last ?? []
  if (!last) return bad('The last line has no city, state and ZIP code.', 'End it such as "Austin, TX 78704".')
  const state = stateText.toUpperCase()
  if (!STATES.has(state))
    return bad('The two letters before the ZIP code are not a state.', 'Use the postal code of the state, such as TX.')
  const rest = lines.slice(0, -1)
  const at = rest.findIndex((l) => STREET.test(l))
  if (at < 0) return bad('There is no line with a street and number or a P.O. box.', 'Add it on a line of its own.')
  const names = rest.slice(0, at)
  if (names.length > 2)
    return bad('There are more than two lines above the street.', 'Keep the name and one line for the department.')
  const [first, company = null] = names.length > 0 ? names : [recipient.trim()]
  if (!first) return bad('There is no name above the street.', 'Add who it goes to.')
  if ([first, company ?? ''].some((n) => n.length > NAME_WIDTH))
    return bad(`A name is longer than ${NAME_WIDTH} characters.`, 'Shorten it so that it fits on the envelope.')
  const line1 = rest[at] ?? ''
  const line2 = rest.slice(at + 1).join(', ') || null
  if (line1.length + (line2?.length ?? 0) > STREET_WIDTH)
    return bad(`The street lines are longer than ${STREET_WIDTH} characters.`, 'Shorten them so that they fit on the envelope.')
  return ok({ name: first, company, line1, line2, city: city.replace(/,$/, ''), state, zip })
}
