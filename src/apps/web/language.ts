import type { GuideLang } from '../../document/guide/guide.ts'

export { inLang } from '../../document/pages/address.ts'

export type Lang = GuideLang
export const LANGS: readonly Lang[] = ['en', 'es']

/** A path taken apart: "/es/states/ca" is Spanish and "/states/ca". */
export function langOfPath(path: string): { readonly lang: Lang; readonly address: string } {
  if (path === '/es') return { lang: 'es', address: '/' }
  return path.startsWith('/es/') ? { lang: 'es', address: path.slice(3) } : { lang: 'en', address: path }
}
