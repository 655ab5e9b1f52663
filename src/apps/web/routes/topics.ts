import { addressOfPage, pageAddressed } from '../../../document/pages/address.ts'
import { pageAddresses } from '../../../document/pages/library.ts'
import type { PageKind } from '../../../document/pages/page.ts'
import { payerBySlug, reasonBySlug, treatmentBySlug } from '../../../knowledge/resolveSlug.ts'
import { moved, page } from '../library.ts'
import { topicPage } from '../pages/topic.ts'
import type { Asked, Route } from '../route.ts'

const FOLDERS = ['help', 'treatments', 'reasons', 'coverage', 'states', 'process', 'scenarios'] as const

/** Pages of a folder at a depth: 2 its index, 3 its records, 4 their letters. */
const addressesIn =
  (folder: (typeof FOLDERS)[number], depth: number): NonNullable<Route['addresses']> =>
  ({ knowledge, letters }) =>
    pageAddresses(knowledge, 'en', letters).filter((address) => {
      const parts = address.split('/')
      return parts[1] === folder && parts.length === depth
    })

const at = ({ library, lang }: Asked, address: string) => {
  const found = pageAddressed(library.knowledge, address)
  const made = found && topicPage(library, lang, found)
  return made && page(made)
}

/** A record by an earlier address or its id leads to the address it has now. */
function earlier({ library: { knowledge }, lang, params: { slug = '' } }: Asked, folder: (typeof FOLDERS)[number]) {
  const to = (kind: PageKind, record: { readonly id: string } | null | undefined) => {
    const address = record ? addressOfPage(knowledge, 'en', kind, record.id) : null
    return address !== null && !address.endsWith(`/${slug}`) ? moved(lang, address) : null
  }
  switch (folder) {
    case 'help':
      return to('payer', payerBySlug(knowledge, slug))
    case 'treatments':
      return to('treatment', treatmentBySlug(knowledge, slug))
    case 'reasons':
      return to('reason', reasonBySlug(knowledge, slug))
    case 'coverage':
      return to('coverage', knowledge.coverage.get(slug))
    case 'states':
      return to(
        'state',
        [...knowledge.states.values()].find((s) => s.name.toLowerCase().replaceAll(' ', '-') === slug),
      )
    case 'process':
      return to('process', knowledge.processes.get(slug))
    case 'scenarios':
      return to('scenario', knowledge.scenarios.get(slug))
  }
}

/** Indexes, the page of each record, and the worked letter of a reason. */
export const TOPIC_ROUTES: readonly Route[] = [
  ...FOLDERS.flatMap((folder): Route[] => [
    { path: `/${folder}`, method: 'get', make: (asked) => at(asked, `/${folder}`), addresses: addressesIn(folder, 2) },
    {
      path: `/${folder}/:slug`,
      method: 'get',
      make: (asked) => at(asked, `/${folder}/${asked.params.slug}`) ?? earlier(asked, folder),
      addresses: addressesIn(folder, 3),
    },
  ]),
  {
    path: '/reasons/:slug/letter',
    method: 'get',
    make: (asked) => at(asked, `/reasons/${asked.params.slug}/letter`),
    addresses: addressesIn('reasons', 4),
  },
]
