import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { inLang } from './language.ts'
import type { Library } from './library.ts'
import { bytesOf, type Published, publishedPages } from './published.ts'
import type { Assets } from './server/assets.ts'

export interface Exported {
  readonly pages: number
  readonly bytes: number
}

/** Files written at a time: enough to keep the disk busy, few enough to keep memory flat. */
const CHUNK = 64

/** Every published page as a file, "/help/cigna" as "help/cigna/index.html", with the style sheet, font and icon. */
export async function exportSite(
  library: Library,
  assets: Assets,
  out: string,
  progress: (pages: number) => void,
  all: Iterable<Published> = publishedPages(library),
): Promise<Exported> {
  const folders = new Set<string>()
  const write = async (path: string, bytes: string | Uint8Array) => {
    const file = join(out, path)
    const folder = dirname(file)
    if (!folders.has(folder)) await mkdir(folder, { recursive: true })
    folders.add(folder)
    await writeFile(file, bytes)
  }
  await Promise.all([...assets.byPath.values()].map((asset) => write(asset.path, asset.bytes)))
  let pages = 0
  let bytes = 0
  let chunk: Promise<void>[] = []
  for (const published of all) {
    const document = bytesOf(library, published)
    pages++
    bytes += document.length
    chunk.push(write(fileOf(published), document))
    if (chunk.length < CHUNK) continue
    await Promise.all(chunk)
    chunk = []
    if (pages % (CHUNK * 32) === 0) progress(pages)
  }
  await Promise.all(chunk)
  return { pages, bytes }
}

const fileOf = ({ lang, address }: Published): string => join(inLang(lang, address), 'index.html')
