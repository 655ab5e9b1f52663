import { expect, test } from 'vitest'
import type { Signing } from '../../src/casefile/state.ts'
import { signingMessage } from '../../src/usecases/cases/sign/mail.ts'

const mailTo = (name: string): string =>
  signingMessage({ to: { name } } as unknown as Signing, 'dr@example.org', 'https://a.example/signing/x', 'asked').text

test('a name goes into our mail, anything else that was typed does not', () => {
  for (const name of ['Dr. Ana Núñez-Ruiz', "Siobhán O'Neill, MD", 'Wei Li']) expect(mailTo(name)).toContain(`Hello ${name},`)
  for (const typed of [
    'Your account is closed, go to https://evil.example now',
    'evil.example',
    'Dr. Lee\n\nPay here',
    '<b>x</b>',
    'Ana ruiz@evil.example',
    'A'.repeat(51),
    '',
  ])
    expect(mailTo(typed)).toMatch(/^Hello,\n/)
})
