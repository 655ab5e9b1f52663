import { searchPage } from '../discover/searchPage.ts'
import { page } from '../library.ts'
import type { Route } from '../route.ts'

/** Open to links and bookmarks, so the words stand in the address; the page says so, and is kept out of search engines. */
export const search: Route = {
  path: '/search',
  method: 'get',
  make: ({ library, lang, query }) => page(searchPage(library, lang, query.get('q') ?? '')),
}
