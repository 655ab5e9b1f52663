import type { Outcome } from '../../../base/outcome.ts'
import type { Instant } from '../../../casefile/event.ts'
import type { Cents, Coupon, PriceMode } from '../../../casefile/price.ts'
import type { AuditLog, CaseId, CaseStore, Chance, Clock, PaymentNews, Payments, PersonId } from '../ports.ts'

/** `begun`: the provider may know of it; `open`: it can be paid; `ended`: unpaid for good, unless its money comes after all. */
export type PaymentState = 'begun' | 'open' | 'paid' | 'ended'

export interface Payment {
  readonly id: string
  /** Null once the case is deleted. */
  readonly case: CaseId | null
  readonly person: PersonId
  readonly list: Cents
  readonly cents: Cents
  readonly coupon: Coupon | null
  readonly email: string
  readonly state: PaymentState
  readonly begun: Instant
  readonly session: string | null
  readonly url: string | null
  readonly intent: string | null
  /** The provider's own receipt, a page. */
  readonly receipt: string | null
  readonly paid: Instant | null
  /** Of `cents`, altogether so far. */
  readonly refunded: Cents
}

export type NewPayment = Pick<Payment, 'id' | 'person' | 'list' | 'cents' | 'coupon' | 'email'> & { readonly case: CaseId }

/**
 * What a piece of news did. `unknown`: no such payment. `mismatch`: another amount than asked, or other money for
 * a paid payment. `stale`: it changes nothing any more. `duplicate`: this event was taken before.
 */
export type Taken = 'applied' | 'duplicate' | 'stale' | 'unknown' | 'mismatch'

export interface PaymentStore {
  /**
   * Has this person paid for a letter, or did somebody else claim a first letter for this mailbox? The person's own
   * checkouts under way do not count: they are closed before another is opened. Nor does what was given back whole.
   */
  hadFirstLetter(person: PersonId, mailbox: string | null): Promise<boolean>
  /** Keeps the payment and claims its coupon, together. Of two at once, one wins. */
  begin(payment: NewPayment, now: Instant): Promise<'begun' | 'coupon_used' | 'another_open'>
  opened(id: string, session: string, url: string): Promise<void>
  get(id: string): Promise<Payment | null>
  /** Checkouts begun or open, of this person or for this case. */
  underway(person: PersonId, id: CaseId): Promise<readonly Payment[]>
  paidFor(id: CaseId): Promise<readonly Payment[]>
  of(person: PersonId): Promise<readonly Payment[]>
  /** Unpaid: gives the coupon back. */
  end(id: string): Promise<void>
  /** Applies news once for each event id. */
  take(event: string, news: PaymentNews, now: Instant): Promise<Taken>
}

/** What a look at the provider's checkout says. `settling`: done by the customer, the money is not there yet. */
export interface CheckoutLook {
  readonly state: 'open' | 'paid' | 'settling' | 'expired'
  readonly news: PaymentNews
}

/** The provider of payments, with what is asked of it beyond the day's business. */
export interface Checkouts extends Payments {
  /** A verified webhook with its id. */
  event(body: string, signature: string): Outcome<{ readonly id: string; readonly news: PaymentNews }>
  look(session: string): Promise<Outcome<CheckoutLook>>
  /** After it a checkout can not be paid; one that was paid says so. */
  expire(session: string): Promise<Outcome<CheckoutLook>>
}

export interface PayPorts {
  readonly clock: Clock
  readonly chance: Chance
  readonly cases: CaseStore
  readonly audit: AuditLog
  readonly payments: PaymentStore
  /** Null: no provider is configured; only `free` works. */
  readonly checkouts: Checkouts | null
  readonly mode: PriceMode
  readonly origin: string
}
