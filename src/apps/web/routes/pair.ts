import { addressOfPage } from '../../../document/pages/address.ts'
import { payerBySlug, treatmentBySlug } from '../../../knowledge/resolveSlug.ts'
import { moved, page } from '../library.ts'
import { topicPage } from '../pages/topic.ts'
import type { Route } from '../route.ts'

/** The guides of a payer for a treatment. Where none is published, the treatment's own page serves better. */
export const pair: Route = {
  path: '/help/:payer/:treatment',
  method: 'get',
  make({ library, lang, params }) {
    const { knowledge } = library
    const payer = payerBySlug(knowledge, params.payer ?? '')
    const treatment = treatmentBySlug(knowledge, params.treatment ?? '')
    if (!payer || !treatment) return null
    const id = `${payer.id}/${treatment.id}`
    const address = addressOfPage(knowledge, 'en', 'pair', id)
    if (address !== null && address !== `/help/${params.payer}/${params.treatment}`) return moved(lang, address)
    const made = topicPage(library, lang, { kind: 'pair', id })
    if (made) return page(made)
    const instead = addressOfPage(knowledge, 'en', 'treatment', treatment.id)
    return instead === null ? null : moved(lang, instead, false)
  },
}
