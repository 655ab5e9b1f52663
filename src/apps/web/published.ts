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
  for (const route of ROUTES) {
    const names = paramNames(route.path)
    for (const address of route.addresses?.(library) ?? [])
      for (const lang of LANGS) yield { lang, address, make: () => pageOf(library, route, names, lang, address) }
  }
}

const NOTHING = new URLSearchParams()

function pageOf(library: Library, route: Route, names: readonly string[], lang: Lang, address: string): Page {
  const asked: Asked = { library, lang, params: paramsOf(names, address), query: NOTHING, form: NOTHING }
  const made = route.make(asked)
  if (made?.kind !== 'page') throw new Error(`${inLang(lang, address)} is listed as published and is no page`)
  return made.page
}

/** "/help/:payer" → ["", "", "payer"]: what each part of an address is called, empty where the pattern has the part itself. */
const paramNames = (pattern: string): readonly string[] =>
  pattern.split('/').map((part) => (part.startsWith(':') ? part.slice(1) : ''))

function paramsOf(names: readonly string[], address: string): Record<string, string> {
  const params: Record<string, string> = {}
  const parts = address.split('/')
  for (let i = 0; i < names.length; i++) {
    const name = names[i]
    if (name) params[name] = parts[i] ?? ''
  }
  return params
}

/** In memory that the next call uses again. */
export const bytesOf = (library: Library, published: Published): Buffer => frameBytes(published.make(), library.frame)

export const documentOf = (library: Library, published: Published): string => bytesOf(library, published).toString()
