import { fail, type Outcome, ok } from '../base/outcome.ts'
import { problem } from '../base/problem.ts'
import type { Destination } from './event.ts'
import { splitPostal } from './sendingPostal.ts'

const invalid = (where: string, say: string, fix: string) => fail(problem('form-invalid', where, say, fix))

/**
 * A US number in E.164. North American plan: area code and exchange begin with 2 to 9, an area code
 * never ends in 11. Extensions and lettered numbers are refused: no fax machine answers there.
 */
export function faxNumber(text: string): Outcome<string> {
  const where = 'fax number'
  const plain = text.trim()
  if (/[A-Za-z#]/.test(plain))
    return invalid(where, 'The number has letters or an extension in it.', 'Give the ten digits of the fax line itself.')
  const digits = plain.replace(/\D/g, '')
  if (/^\+(?!1)/.test(plain))
    return invalid(where, 'The number is not one of the United States.', 'Give a US number of ten digits.')
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
  if (!/^[2-9](?!11)\d{2}[2-9]\d{6}$/.test(national))
    return invalid(where, 'This is not a US telephone number.', 'Give all ten digits, area code first.')
  return ok(`+1${national}`)
}

/** One bare address; no name beside it, no list, nothing that could add a header. */
export function emailAddress(text: string): Outcome<string> {
  const address = text.trim()
  const fits =
    address.length <= 254 &&
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}$/.test(address)
  return fits && !address.includes('..')
    ? ok(address)
    : invalid('e-mail address', 'This is not one e-mail address.', 'Write it such as appeals@plan.example.')
}

const onlyText = (text: string, most: number) => {
  const plain = text.trim()
  return plain.length > 0 && plain.length <= most && !/[^\P{Cc}\n\t]/u.test(plain)
}

/** The destination as providers take it, or what is wrong with it. */
export function normalDestination(given: Destination): Outcome<Destination> {
  if (!onlyText(given.recipient, 100) || given.recipient.includes('\n'))
    return invalid('recipient', 'It does not say who it goes to.', 'Name the plan or its appeals department.')
  if (!onlyText(given.source, 200))
    return invalid('source', 'It does not say where this address was taken from.', 'Name the page of the letter it stands on.')
  const target = normalTarget(given)
  return target.ok ? ok({ ...given, to: target.value, recipient: given.recipient.trim() }) : target
}

/** Of something already sent by the person's own hand: written down as told, since it is past correcting. */
export function recordedDestination(given: Destination): Outcome<Destination> {
  const plain = [given.to, given.recipient, given.source].every((t) => onlyText(t, 300))
  return plain
    ? ok({ ...given, to: given.to.trim(), recipient: given.recipient.trim() })
    : invalid(
        'destination',
        'It does not say where and to whom it went.',
        'Fill in the recipient, the address or number, and where you found it.',
      )
}

function normalTarget({ channel, to, recipient }: Destination): Outcome<string> {
  switch (channel) {
    case 'fax':
      return faxNumber(to)
    case 'email':
      return emailAddress(to)
    case 'mail':
    case 'post_by_self': {
      const split = splitPostal(to, recipient)
      return split.ok
        ? ok(
            to
              .split('\n')
              .map((l) => l.trim())
              .filter(Boolean)
              .join('\n'),
          )
        : split
    }
    case 'portal':
    case 'hand':
      return onlyText(to, 300)
        ? ok(to.trim())
        : invalid('destination', 'It does not say where it went.', 'Name the portal or the office.')
  }
}
