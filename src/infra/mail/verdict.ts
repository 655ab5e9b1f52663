import { type Failure, fail } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'

const WHO = 'mail server'

/**
 * What a failed delivery means. A reply with a code is the server's own word that it did not take the
 * message: 4xx for now, 5xx for good (RFC 5321, 4.2.1). Without one, all hangs on whether the message had begun to leave.
 * The error's own text is left behind: it may quote the recipient.
 */
export function smtpVerdict(error: unknown, leaving: boolean): Failure {
  const { code, responseCode } = detailsOf(error)
  if (code === 'EAUTH' || code === 'ETLS' || code === 'ENOAUTH')
    return fail(problem('provider-off', WHO, 'It did not accept our credentials or offers no TLS.', 'Check the MAIL settings.'))
  if (responseCode >= 500 && responseCode < 600)
    return fail(problem('provider-refused', WHO, 'It does not take this message.', 'Check the address.'))
  if (responseCode >= 400 || !leaving)
    return code === 'EENVELOPE' && responseCode === 0
      ? fail(problem('provider-refused', WHO, 'The address can not be used.', 'Check the address.'))
      : fail(problem('provider-busy', WHO, 'It is busy or out of reach.', 'It will be tried again.'))
  return fail(problem('provider-uncertain', WHO, 'The line broke while the message was leaving.', 'Find out whether it arrived.'))
}

function detailsOf(error: unknown): { readonly code: string; readonly responseCode: number } {
  if (typeof error !== 'object' || error === null) return { code: '', responseCode: 0 }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const responseCode = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0
  return { code, responseCode }
}
