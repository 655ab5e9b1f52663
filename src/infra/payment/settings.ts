import { z } from 'zod'
import { given } from '../people/settings.ts'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Settings of payment, by their names in the environment. Without a key the service is free. */
const fields = z
  .object({
    /** "paid" asks for money; "free" is how anybody runs it for themselves. */
    PRICE_MODE: z.enum(['free', 'paid']).default('free'),
    STRIPE_SECRET_KEY: z
      .string()
      .regex(/^(?:sk|rk)_(?:test|live)_\w+$/, 'is not a secret key of Stripe')
      .nullable()
      .default(null),
    STRIPE_WEBHOOK_SECRET: z
      .string()
      .regex(/^whsec_\S+$/, 'is not a webhook secret of Stripe')
      .nullable()
      .default(null),
    /** Only for tests: a server on this machine in Stripe's place. */
    STRIPE_API_BASE: z
      .url({ protocol: /^https?$/ })
      .default('https://api.stripe.com')
      .refine((text) => {
        const url = URL.canParse(text) ? new URL(text) : null
        return url !== null && (url.origin === 'https://api.stripe.com' || loopback.has(url.hostname))
      }, 'must be https://api.stripe.com, or a server on this machine'),
  })
  .refine(
    (s) => s.PRICE_MODE === 'free' || (s.STRIPE_SECRET_KEY !== null && s.STRIPE_WEBHOOK_SECRET !== null),
    'PRICE_MODE=paid needs STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET',
  )

/** Fragment of the settings; a name without a value is as good as none. */
export const paymentSettings = z.preprocess(given, fields)
export type PaymentSettings = z.infer<typeof fields>
