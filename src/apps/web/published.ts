import { inLang, LANGS, type Lang } from './language.ts'
import type { Library } from './library.ts'
import type { Asked, Route } from './route.ts'
import { ROUTES } from './routes.ts'
import { frameBytes } from './shell/frame.ts'
import type { Page } from './shell/page.ts'

/** One published page: where it stands and what makes it. */
export interface Published {
  readonly lang: Lang
  /** Without language. */
  readonly address: string
  make(): Page
}

/** Every page meant for search engines, in both languages: for the export and for site maps. */
export function* publishedPages(library: Library): Iterable<Published> {
  for (const route of ROUTES)
    for (const address of route.addresses?.(library) ?? [])
      for (const lang of LANGS) yield { lang, address, make: () => pageOf(library, route, lang, address) }
}

const NOTHING = new URLSearchParams()

function pageOf(library: Library, route: Route, lang: Lang, address: string): Page {
  const asked: Asked = { library, lang, params: paramsOf(route.path, address), query: NOTHING, form: NOTHING }
  const made = route.make(asked)
  if (made?.kind !== 'page') throw new Error(`${inLang(lang, address)} is listed as published and is no page`)
  return made.page
}

/** "/help/:payer" and "/help/cigna" → { payer: "cigna" }. */
function paramsOf(pattern: string, address: string): Record<string, string> {
  const parts = address.split('/')
  return Object.fromEntries(
    pattern.split('/').flatMap((part, i) => (part.startsWith(':') ? [[part.slice(1), parts[i] ?? '']] : [])),
  )
}

/** In memory that the next call uses again. */
export const bytesOf = (library: Library, published: Published): Buffer => frameBytes(published.make(), library.frame)

export const documentOf = (library: Library, published: Published): string => bytesOf(library, published).toString()
