import type { Action } from './access.ts'
import type { CaseEvent } from './event.ts'

/** Whole US cents. */
export type Cents = number

/** Every price of the service. Nothing else in the code names an amount. */
export const PRICES = {
  currency: 'usd',
  /** One case: its letters, packet, signing and sending. */
  list: 4000,
  coupons: {
    /** A customer's first letter. */
    SEO25: { cents: 3000, firstLetterOnly: true },
  },
  /** Days after payment in which a customer may take the money back unasked, while nothing was sent. */
  refundDays: 30,
} as const satisfies {
  currency: 'usd'
  list: Cents
  coupons: Record<string, { cents: Cents; firstLetterOnly: boolean }>
  refundDays: number
}

export type Coupon = keyof typeof PRICES.coupons

/** `free`: the service asks no money of anybody, the default of who runs it for themselves. */
export type PriceMode = 'free' | 'paid'

export interface QuoteAsked {
  readonly mode: PriceMode
  /** As typed; null: none. */
  readonly coupon: string | null
  /** This customer has not had a first letter yet. */
  readonly firstLetter: boolean
  /** The customer said that they can not pay. */
  readonly hardship: boolean
}

/** What the button says and what is charged: one value for both. */
export interface Quote {
  readonly cents: Cents
  readonly list: Cents
  readonly why: 'list' | 'coupon' | 'hardship' | 'free_mode'
  readonly coupon: Coupon | null
  /** A code was given and does not count. */
  readonly refused: 'unknown_coupon' | 'not_first_letter' | null
}

/** Codes are typed by hand: case, spaces and dashes do not matter. */
export function couponOf(typed: string): Coupon | null {
  const code = typed.replace(/[\s-]/g, '').toUpperCase()
  return Object.hasOwn(PRICES.coupons, code) ? (code as Coupon) : null
}

export function quote(asked: QuoteAsked): Quote {
  const list = PRICES.list
  const free = (why: 'free_mode' | 'hardship'): Quote => ({ cents: 0, list, why, coupon: null, refused: null })
  if (asked.mode === 'free') return free('free_mode')
  if (asked.hardship) return free('hardship')
  const full = (refused: Quote['refused']): Quote => ({ cents: list, list, why: 'list', coupon: null, refused })
  if (asked.coupon === null || asked.coupon.trim() === '') return full(null)
  const coupon = couponOf(asked.coupon)
  if (!coupon) return full('unknown_coupon')
  const { cents, firstLetterOnly } = PRICES.coupons[coupon]
  if (firstLetterOnly && !asked.firstLetter) return full('not_first_letter')
  return { cents, list, why: 'coupon', coupon, refused: null }
}

/**
 * What waits for payment: taking the finished packet away, having it signed, having it sent. Reading, deadlines,
 * the criteria table, the draft on the screen, one's own documents, export and deletion never do. Who signs as
 * prescriber is never asked for money: the asking was paid for.
 */
const PAID: ReadonlySet<Action> = new Set<Action>(['packet.download', 'signing.ask', 'letter.sign.member', 'send'])
export const needsPayment = (action: Action): boolean => PAID.has(action)

/** Nothing is owed for this case: the service is free, the fee was waived, or it was paid and not wholly given back. */
export function feeSettled(events: readonly { readonly event: CaseEvent }[], mode: PriceMode): boolean {
  if (mode === 'free') return true
  let paid = 0
  for (const { event } of events) {
    if (event.kind === 'feeWaived') return true
    if (event.kind === 'paid') paid += event.cents
    if (event.kind === 'refunded') paid -= event.cents
  }
  return paid > 0
}

/** "$30", "$12.50": as the button and the receipt print it. */
export function dollars(cents: Cents): string {
  const whole = Math.trunc(cents / 100)
  const rest = cents % 100
  return rest === 0 ? `$${whole}` : `$${whole}.${String(rest).padStart(2, '0')}`
}

/** What a customer may take back without asking anybody, in cents; days are whole days since payment. */
export function refundable(paid: {
  readonly cents: Cents
  readonly refunded: Cents
  readonly days: number
  readonly sent: boolean
}): Cents {
  if (paid.sent || paid.days > PRICES.refundDays) return 0
  return Math.max(0, paid.cents - paid.refunded)
}
