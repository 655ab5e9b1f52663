import { z } from 'zod'
import type { PostalAddress } from '../../casefile/sendingPostal.ts'
import type { Parcel, SendingStatus } from '../../usecases/cases/ports.ts'
import { instantOf } from './instant.ts'
import { proofText } from './proof.ts'
import type { LetterSettings } from './settings.ts'

const trackingSchema = z.object({
  name: z.string(),
  time: z.string().nullish(),
  location: z.string().nullish(),
  details: z.object({ description: z.string().nullish(), notes: z.string().nullish() }).nullish(),
})

/** The letter object, as far as it is used. */
export const letterSchema = z.object({
  id: z.string().min(1),
  status: z.string().nullish(),
  deleted: z.boolean().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  carrier: z.string().nullish(),
  tracking_number: z.string().nullish(),
  date_created: z.string().nullish(),
  tracking_events: z.array(trackingSchema).nullish(),
})
export type LobLetter = z.infer<typeof letterSchema>

export const lettersSchema = z.object({ data: z.array(letterSchema) })

export function letterForm(parcel: Parcel, to: PostalAddress, from: PostalAddress, service: LetterSettings['service']): FormData {
  const form = new FormData()
  for (const [side, address] of [
    ['to', to],
    ['from', from],
  ] as const)
    for (const [field, value] of addressFields(address)) form.set(`${side}[${field}]`, value)
  form.set('description', parcel.subject)
  form.set('metadata[sending]', parcel.key)
  form.set('color', 'false')
  form.set('double_sided', 'true')
  form.set('mail_type', 'usps_first_class')
  form.set('extra_service', service)
  form.set('use_type', 'operational')
  form.set('file', new Blob([Uint8Array.from(parcel.pdf)], { type: 'application/pdf' }), 'letter.pdf')
  return form
}

const addressFields = (a: PostalAddress): (readonly [string, string])[] => [
  ['name', a.name],
  ...(a.company ? [['company', a.company] as const] : []),
  ['address_line1', a.line1],
  ...(a.line2 ? [['address_line2', a.line2] as const] : []),
  ['address_city', a.city],
  ['address_state', a.state],
  ['address_zip', a.zip],
  ['address_country', 'US'],
]

/** By the scans of the postal service: the last word of a letter that went back is that it went back. */
export function letterStatus(letter: LobLetter): SendingStatus {
  const events = letter.tracking_events ?? []
  if (letter.status === 'failed' || letter.deleted) return { state: 'failed', providerId: letter.id, why: 'document_rejected' }
  if (events.some((e) => e.name === 'Returned to Sender')) return { state: 'failed', providerId: letter.id, why: 'returned' }
  const arrived = events.find((e) => e.name === 'Delivered')
  const on = instantOf(arrived?.time)
  if (!on) return { state: 'waiting', providerId: letter.id }
  return { state: 'delivered', providerId: letter.id, on, pages: null, proof: trackingProof(letter) }
}

const trackingProof = (letter: LobLetter): Uint8Array =>
  proofText('Certified mail: tracking record', [
    ['Carrier', letter.carrier ?? 'USPS'],
    ['Tracking number', letter.tracking_number],
    ['Letter id', letter.id],
    ['Handed over', letter.date_created],
    ...(letter.tracking_events ?? []).map(
      (e) => [e.time ?? '', [e.name, e.details?.notes ?? e.details?.description, e.location].filter(Boolean).join(', ')] as const,
    ),
  ])
