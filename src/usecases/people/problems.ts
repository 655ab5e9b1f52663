import { fail } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'

/** Used, expired, revoked or never made: one answer for all, so that a guess learns nothing. */
export const linkGone = () =>
  fail(
    problem(
      'not-allowed',
      'this link',
      'The link does not work any more.',
      'It may have been used already, or be too old. Ask for a new one.',
    ),
  )

export const notAllowed = () =>
  fail(
    problem(
      'not-allowed',
      'this page',
      'You do not have access to do this.',
      'Ask the person who started the case to share it with you.',
    ),
  )

export const signInNeeded = () =>
  fail(
    problem('sign-in-needed', 'this page', 'You need to sign in for this.', 'Enter your e-mail address to get a sign-in link.'),
  )

export const formInvalid = (field: string, say: string, fix: string) => fail(problem('form-invalid', field, say, fix))
