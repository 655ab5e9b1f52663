import { inLang, LANGS } from '../language.ts'
import type { Library } from '../library.ts'
import type { Published } from '../published.ts'
import { cardPath } from './cards.ts'
import { cardWords } from './cardWords.ts'
import { readChanges } from './changes.ts'
import { feed, feedPath } from './feed.ts'
import { llmsText } from './llms.ts'
import { robotsText } from './robots.ts'
import { siteMap, siteMapIndex, siteMapPath, siteMaps } from './siteMap.ts'

interface File {
  readonly path: string
  readonly bytes: string | Uint8Array
}

/**
 * The files of an export beside its pages. Site maps and feeds hold whole addresses only, so there are none where the
 * public address is not known. `withCards`: pages to draw a picture of; about 20 a second.
 */
export async function* discoveryFiles(library: Library, withCards: Iterable<Published>): AsyncIterable<File> {
  const { publicUrl } = library.frame
  yield { path: '/robots.txt', bytes: robotsText(publicUrl) }
  yield { path: '/llms.txt', bytes: llmsText(library, publicUrl) }
  if (publicUrl) {
    yield { path: '/sitemap.xml', bytes: siteMapIndex(library, publicUrl) }
    for (const name of siteMaps(library).keys()) yield { path: siteMapPath(name), bytes: siteMap(library, publicUrl, name) ?? '' }
    for (const lang of LANGS) yield { path: feedPath(lang), bytes: feed(readChanges(), lang, publicUrl) }
  }
  for (const published of withCards) {
    const png = await library.ports.drawCard(cardWords(published.make(), library.frame.siteName))
    if (!(png instanceof Uint8Array)) throw new Error(`no picture of ${inLang(published.lang, published.address)}`)
    yield { path: cardPath(published), bytes: png }
  }
}
