import type { Problem } from '../../../base/problem.ts'
import type { AppPage } from './shell/page.ts'

/** What an application route answers. */
export type Reply =
  | { readonly kind: 'page'; readonly page: AppPage; readonly status: number }
  /** `to` is a path without language; it is put into the language of the request. */
  | { readonly kind: 'goto'; readonly to: string; readonly session?: SessionChange }
  | { readonly kind: 'elsewhere'; readonly url: string }
  | {
      readonly kind: 'bytes'
      readonly bytes: Uint8Array
      readonly type: string
      readonly name: string | null
      readonly keep: boolean
    }
  | { readonly kind: 'json'; readonly value: unknown; readonly status: number; readonly session?: SessionChange }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

/** A new token for the cookie, or the end of the session. */
export type SessionChange = { readonly token: string } | { readonly end: true }

export const shown = (page: AppPage, status = 200): Reply => ({ kind: 'page', page, status })
export const goto = (to: string, session?: SessionChange): Reply => ({ kind: 'goto', to, ...(session ? { session } : {}) })
export const refused = (problems: readonly Problem[]): Reply => ({ kind: 'refused', problems })
/** A file to keep; shown in the browser where it has no name. */
export const bytes = (content: Uint8Array, type: string, name: string | null, keep = false): Reply => ({
  kind: 'bytes',
  bytes: content,
  type,
  name,
  keep,
})
export const json = (value: unknown, status = 200, session?: SessionChange): Reply => ({
  kind: 'json',
  value,
  status,
  ...(session ? { session } : {}),
})
