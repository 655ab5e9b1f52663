import { z } from 'zod'
import type { SendingStatus } from '../../usecases/cases/ports.ts'
import type { SendingWhy } from '../../usecases/cases/send/words.ts'
import { instantOf } from './instant.ts'
import { proofText } from './proof.ts'

/** The fax object, as far as it is used. Everything but the id may be absent. */
export const faxSchema = z.object({
  id: z.string().min(1),
  to: z.string().nullish(),
  from: z.string().nullish(),
  status: z.string().nullish(),
  numberOfPages: z.number().nullish(),
  pagesSentSuccessfully: z.number().nullish(),
  createTime: z.string().nullish(),
  completedTime: z.string().nullish(),
  errorType: z.string().nullish(),
  errorCode: z.coerce.number().nullish(),
  labels: z.record(z.string(), z.string()).nullish(),
})
export type Fax = z.infer<typeof faxSchema>

export const faxesSchema = z.object({ faxes: z.array(faxSchema), totalPages: z.number().nullish() })

/** Codes of CALL_ERROR and the few of FAX_ERROR that mean the same. */
const BUSY_CODES = new Set([15, 17])
const SILENT_CODES = new Set([16, 30, 48])
const WRONG_CODES = new Set([32, 34, 49, 132, 133])

function failure({ errorType, errorCode }: Fax): SendingWhy {
  if (errorType === 'DOCUMENT_CONVERSION_ERROR') return 'document_rejected'
  if (errorCode === 46) return 'not_set_up'
  if (BUSY_CODES.has(errorCode ?? 0)) return 'line_busy'
  if (SILENT_CODES.has(errorCode ?? 0)) return 'no_answer'
  if (WRONG_CODES.has(errorCode ?? 0)) return 'number_wrong'
  return ['CALL_ERROR', 'FAX_ERROR', 'LINE_ERROR'].includes(errorType ?? '') ? 'line_trouble' : 'provider_fault'
}

/** A fax counts as delivered when all of its pages were taken. */
export function faxStatus(fax: Fax): SendingStatus {
  if (fax.status === 'FAILURE') return { state: 'failed', providerId: fax.id, why: failure(fax) }
  const on = instantOf(fax.completedTime)
  if (fax.status !== 'COMPLETED' || !on) return { state: 'waiting', providerId: fax.id }
  const pages = fax.pagesSentSuccessfully ?? fax.numberOfPages ?? null
  if (pages !== null && pages < (fax.numberOfPages ?? pages)) return { state: 'failed', providerId: fax.id, why: 'line_trouble' }
  return { state: 'delivered', providerId: fax.id, on, pages, proof: confirmation(fax) }
}

const confirmation = (fax: Fax): Uint8Array =>
  proofText('Fax confirmation', [
    ['Service', 'Sinch Fax'],
    ['Fax id', fax.id],
    ['To', fax.to],
    ['From', fax.from],
    ['Status', fax.status],
    ['Pages received', fax.pagesSentSuccessfully ?? fax.numberOfPages],
    ['Pages in all', fax.numberOfPages],
    ['Handed over', fax.createTime],
    ['Completed', fax.completedTime],
  ])
