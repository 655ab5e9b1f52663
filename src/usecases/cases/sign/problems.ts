import { fail } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'

export const noSigning = () =>
  fail(
    problem(
      'case-missing',
      'signature',
      'This request for a signature is not in the case.',
      'Open the page of signatures again.',
    ),
  )

export const noLetter = () =>
  fail(
    problem(
      'signature-void',
      'letter',
      'The case no longer holds this letter.',
      'Look at the facts of the case, or take this request back.',
    ),
  )

export const notOpen = () =>
  fail(
    problem(
      'signature-void',
      'signature',
      'This request is no longer open: it was signed, declined, or taken back.',
      'Open the page of signatures to see where it stands.',
    ),
  )

export const letterChanged = () =>
  fail(
    problem(
      'signature-void',
      'letter',
      'The letter changed after this page was shown to you, so nothing was signed.',
      'Read the letter as it stands now, below, and sign that.',
    ),
  )

export const formProblem = (where: string, say: string, fix: string) => fail(problem('form-invalid', where, say, fix))
