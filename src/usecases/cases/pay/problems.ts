import { fail } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'

export const paymentOff = () =>
  fail(problem('provider-off', 'payment', 'Payment is not set up here.', 'Ask whoever runs this site. Nothing was charged.'))

export const priceMoved = () =>
  fail(
    problem(
      'form-invalid',
      'price',
      'The price is not the one that was shown to you.',
      'Look at the price on the page again before you pay. Nothing was charged.',
    ),
  )

export const emailNeeded = () =>
  fail(problem('form-invalid', 'e-mail', 'An e-mail address is needed for the receipt.', 'Write it like name@example.org.'))

export const paymentMissing = () =>
  fail(problem('record-unknown', 'payment', 'There is no such payment.', 'Open the payment from the page of your case.'))

export const notPayable = (say: string) =>
  fail(problem('payment-failed', 'payment', say, 'Go back to your case. Nothing was charged.'))
