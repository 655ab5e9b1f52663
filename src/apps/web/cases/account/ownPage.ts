import { esc, type Html, html, none } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import type { AppAsked } from '../route.ts'
import type { AppPage } from '../shell/page.ts'

/** A page of the application that belongs to no case. `address`: path without language. */
export function ownPage(
  asked: AppAsked,
  address: string,
  title: string,
  main: Html,
  more: Partial<Pick<AppPage, 'again' | 'wide' | 'script'>> = {},
): AppPage {
  return {
    lang: asked.lang,
    address,
    title,
    main,
    bar: null,
    signedIn: asked.session?.person.email != null,
    csrf: asked.csrf,
    ...more,
  }
}

/** The token every form of a session carries. */
export const token = ({ csrf }: AppAsked): Html => (csrf ? html`<input type="hidden" name="csrf" value="${esc(csrf)}">` : none)

/** A path in the language of the request, for an attribute. */
export const at = ({ lang }: Pick<AppAsked, 'lang'>, path: string): Html => esc(inLang(lang, path))
