import { z } from 'zod'

/** What browsers answer to a ceremony, as far as its form goes; the content is verified by its signature. */
const bytes = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/)
const credential = {
  id: bytes.min(1),
  rawId: bytes.min(1),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).default({}),
}

const registration = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])).optional(),
  }),
})

const authentication = z.object({
  ...credential,
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes.nullish() }),
})

export const registrationAnswer = (answer: unknown) => registration.safeParse(answer).data ?? null
export const authenticationAnswer = (answer: unknown) => authentication.safeParse(answer).data ?? null
