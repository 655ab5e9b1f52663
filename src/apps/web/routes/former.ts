import { moved } from '../library.ts'
import type { Route } from '../route.ts'

const former = (path: string, to: (params: Readonly<Record<string, string>>) => string): Route => ({
  path,
  method: 'get',
  make: ({ lang, params }) => moved(lang, to(params)),
})

/** Addresses of the earlier service that are still linked to. */
export const FORMER: readonly Route[] = [
  former('/how-it-works', () => '/process'),
  former('/how-it-works/process', () => '/process'),
  former('/how-it-works/process/:slug', ({ slug = '' }) => `/process/${encodeURIComponent(slug)}`),
  former('/how-it-works/scenarios', () => '/scenarios'),
  former('/how-it-works/scenarios/:slug', ({ slug = '' }) => `/scenarios/${encodeURIComponent(slug)}`),
]
