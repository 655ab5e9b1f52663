import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { discoveryFiles } from './discover/files.ts'
import { inLang } from './language.ts'
import type { Library } from './library.ts'
import { bytesOf, type Published, publishedPages } from './published.ts'
import type { Assets } from './server/assets.ts'

export interface Exported {
  readonly pages: number
  readonly bytes: number
}

/** Pages between two reports of progress. */
const REPORT = 2048

/**
 * Every published page as a file, "/help/cigna" as "help/cigna/index.html", with the style sheet, font and icon, and what
 * search engines look for. `cards`: the pictures for sharing as well. Throws what the file system throws.
 */
export async function exportSite(
  library: Library,
  assets: Assets,
  out: string,
  progress: (pages: number) => void,
  all: Iterable<Published> = publishedPages(library),
  cards = false,
): Promise<Exported> {
  const folders = new Set<string>()
  // One after the other: a page stands in memory that the next one uses again, and a promise for each costs more than the disk.
  const write = (path: string, bytes: string | Uint8Array) => {
    const file = join(out, path)
    ensure(dirname(file), folders)
    writeFileSync(file, bytes)
  }
  for (const asset of assets.byPath.values()) write(asset.path, asset.bytes)
  let pages = 0
  let bytes = 0
  for (const published of all) {
    const document = bytesOf(library, published)
    write(fileOf(published), document)
    pages++
    bytes += document.length
    if (pages % REPORT === 0) progress(pages)
  }
  for await (const file of discoveryFiles(library, cards ? publishedPages(library) : [])) write(file.path, file.bytes)
  return { pages, bytes }
}

/** Asks the file system once for each folder: a page has one of its own. */
function ensure(folder: string, known: Set<string>): void {
  if (known.has(folder)) return
  const parent = dirname(folder)
  if (known.has(parent)) {
    try {
      mkdirSync(folder)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  } else {
    mkdirSync(folder, { recursive: true })
    known.add(parent)
  }
  known.add(folder)
}

const fileOf = ({ lang, address }: Published): string => join(inLang(lang, address), 'index.html')
