import type { Kysely } from 'kysely'
import type { Tables } from '../infra/database/tables.ts'
import { openPayment } from '../infra/payment/open.ts'
import type { PaymentSettings } from '../infra/payment/settings.ts'
import type { Vault } from '../infra/store/vault.ts'
import type { PayPorts } from '../usecases/cases/pay/ports.ts'

/** What paying needs from the world: the books, the provider where one is set up, and the case it is about. */
export const openPayments = (
  db: Kysely<Tables>,
  vault: Vault,
  settings: PaymentSettings,
  ports: Pick<PayPorts, 'clock' | 'chance' | 'cases' | 'audit' | 'origin'>,
): PayPorts => ({ ...ports, ...openPayment(db, vault, settings) })
