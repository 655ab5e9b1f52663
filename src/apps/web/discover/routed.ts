import { langOfPath } from '../language.ts'
import type { Library } from '../library.ts'
import type { Route } from '../route.ts'
import { ROUTES } from '../routes.ts'
import type { Page } from '../shell/page.ts'

const NOTHING = new URLSearchParams()

interface Pattern {
  readonly route: Route
  readonly of: RegExp
}

const patterns: readonly Pattern[] = ROUTES.filter((route) => route.method === 'get').map((route) => ({
  route,
  of: new RegExp(`^${route.path.replace(/:([a-z]+)/g, '(?<$1>[^/]+)')}$`),
}))

/** The page at a path ("/es/help/cigna") that search engines may list; null where there is none. */
export function listedPage(library: Library, path: string): Page | null {
  const { lang, address } = langOfPath(path)
  for (const { route, of } of patterns) {
    const found = of.exec(address)
    if (!found) continue
    const made = route.make({ library, lang, params: { ...found.groups }, query: NOTHING, form: NOTHING })
    return made?.kind === 'page' && made.page.index ? made.page : null
  }
  return null
}
