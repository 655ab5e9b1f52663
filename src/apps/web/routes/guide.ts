import { guideExists } from '../../../document/guide/links.ts'
import { published as publishedGuides } from '../../../document/guide/publish.ts'
import { addressOf } from '../../../document/guide/subject.ts'
import { payerBySlug, reasonBySlug, treatmentBySlug } from '../../../knowledge/resolveSlug.ts'
import type { Library } from '../library.ts'
import { moved, page } from '../library.ts'
import { checklistPage, guidePage } from '../pages/guide.ts'
import { pickOf } from '../pages/picker.ts'
import type { Route } from '../route.ts'

/** A guide. An earlier address of any of its three parts leads to the one it has now. */
export const guide: Route = {
  path: '/help/:payer/:treatment/:reason',
  method: 'get',
  make({ library, lang, params, query }) {
    const { knowledge } = library
    const payer = payerBySlug(knowledge, params.payer ?? '')
    const treatment = treatmentBySlug(knowledge, params.treatment ?? '')
    const reason = reasonBySlug(knowledge, params.reason ?? '')
    if (!payer || !treatment || !reason || !guideExists(knowledge, treatment, reason)) return null
    const address = addressOf(payer, treatment, reason)
    if (address !== `/help/${params.payer}/${params.treatment}/${params.reason}`) return moved(lang, address)
    const key = { payer: payer.id, treatment: treatment.id, reason: reason.id }
    const made =
      query.get('print') === 'checklist'
        ? checklistPage(library, lang, key)
        : guidePage(library, lang, key, pickOf(knowledge, query))
    return made && page(made)
  },
  addresses: published,
}

function* published({ knowledge }: Library): Iterable<string> {
  for (const key of publishedGuides(knowledge)) {
    const payer = knowledge.payers.get(key.payer)
    const treatment = knowledge.treatments.get(key.treatment)
    const reason = knowledge.reasons.get(key.reason)
    if (payer && treatment && reason) yield addressOf(payer, treatment, reason)
  }
}
