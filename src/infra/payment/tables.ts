import type { ColumnType } from 'kysely'
import type { PaymentState } from '../../usecases/cases/pay/ports.ts'

type Moment = ColumnType<Date, string, string>

/** Tables of migration 0003. */
export type PaymentTables = {
  payment: {
    id: string
    case_id: string | null
    person: string
    list_cents: number
    cents: number
    coupon: string | null
    email_sealed: Uint8Array
    state: PaymentState
    begun: Moment
    session: string | null
    url: string | null
    intent: string | null
    receipt: string | null
    paid: ColumnType<Date | null, string | null, string | null>
    refunded_cents: number
  }
  coupon_use: { coupon: string; customer: string; payment: string }
  payment_event: { id: string; payment: string | null; at: Moment }
}
