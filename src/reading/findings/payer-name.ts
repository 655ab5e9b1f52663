import type { PayerName } from '../denial.ts'
import { ordinaryCase } from '../values/names.ts'
import type { ReadingContext } from './context.ts'

/** A name with its registry id, if the registry has it, in the registry's capitals where only those differ. */
export function payerName(ctx: ReadingContext, printed: string): PayerName {
  const known = ctx.resolvers.payer(printed)
  const sameWords = known && known.displayName.toLowerCase() === printed.toLowerCase().replace(/\s+/g, ' ')
  return { name: sameWords ? known.displayName : ordinaryCase(printed), payerId: known?.payerId ?? null }
}
