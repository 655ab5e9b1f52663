import type { CivilDate } from '../../base/date.ts'
import type { ExampleLetters } from '../../document/pages/library.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { Ports } from '../../usecases/ports.ts'
import type { Lang } from './language.ts'
import type { PartStore } from './render/parts.ts'
import type { FrameContext } from './shell/frame.ts'
import type { Page } from './shell/page.ts'

/** What every page is made from: the records, the frame's fixed parts, and pieces of markup that pages share. */
export interface Library {
  readonly ports: Ports
  readonly knowledge: Knowledge
  readonly frame: FrameContext
  readonly parts: PartStore
  /** Whether this server takes cases; a library alone only finds guides. */
  readonly takesCases: boolean
  /** Worked letters by reason id. */
  readonly letters: ExampleLetters
  today(): CivilDate
}

/** What a route makes of an address. Null: there is no such page. */
export type Made =
  | { readonly kind: 'page'; readonly page: Page; readonly status?: 200 | 404 | 405 | 413 | 422 | 500 }
  /** `to` is without language. `for good`: search engines and bookmarks may forget the old address. */
  | { readonly kind: 'moved'; readonly to: string; readonly lang: Lang; readonly forGood: boolean }
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly text: string }
  | null

export const page = (made: Page, status: 200 | 404 | 405 | 413 | 422 | 500 = 200): Made => ({ kind: 'page', page: made, status })

export const moved = (lang: Lang, to: string, forGood = true): Made => ({ kind: 'moved', to, lang, forGood })
