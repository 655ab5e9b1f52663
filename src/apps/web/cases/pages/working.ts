import type { Progress } from '../../../../usecases/cases/ports.ts'
import { esc, type Html, html, when } from '../../html/html.ts'
import type { Lang } from '../../language.ts'
import { APP_WORDS } from '../words/words.ts'

/** How far long work is. The page around it sets `again`, so that it looks by itself. */
export function working(lang: Lang, progress: Progress | null): Html {
  const words = APP_WORDS[lang]
  const { step, done, of } = progress ?? { step: 'queued' as const, done: 0, of: 0 }
  return html`<div class="working" role="status" data-progress><p class="working-step">${esc(words.working[step])}</p>${when(of > 0, () => html`<progress max="${of}" value="${done}" aria-label="${esc(words.working[step])}"></progress>`)}${when(of > 1, () => html`<p class="help">${esc(words.pageOf(Math.min(done + 1, of), of))}</p>`)}</div><p class="help">${esc(words.worksOn)}</p>`
}
