import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** A file that never changes under its name, because the name holds its hash. */
interface Asset {
  readonly path: string
  readonly type: string
  readonly bytes: Buffer
}

export interface Assets {
  readonly style: Asset
  /** The same with what only the application's pages need. */
  readonly appStyle: Asset
  readonly font: Asset
  readonly icon: Asset
  /** Modules of `script/` by their name without ending. */
  readonly scripts: ReadonlyMap<string, Asset>
  readonly byPath: ReadonlyMap<string, Asset>
}

const STYLE = join(import.meta.dirname, '../style')
const SCRIPT = join(import.meta.dirname, '../script')

/** Read at the start and kept: a style sheet of all of `style/` in the order of its names, the heading font, the icon. */
export function readAssets(): Assets {
  const require = createRequire(import.meta.url)
  const font = asset(
    'fraunces',
    'woff2',
    readFileSync(require.resolve('@fontsource/fraunces/files/fraunces-latin-600-normal.woff2')),
  )
  const icon = asset('mark', 'svg', readFileSync(join(STYLE, 'mark.svg')))
  const sheet = (name: string, folders: readonly string[]) =>
    asset(name, 'css', Buffer.from(minified(folders.map(sheetsIn).join('\n').replaceAll('FONT_ADDRESS', font.path))))
  const style = sheet('guide', [STYLE])
  const appStyle = sheet('app', [STYLE, join(STYLE, 'app')])
  const scripts = new Map(
    readdirSync(SCRIPT)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name.slice(0, -3), asset(name.slice(0, -3), 'js', readFileSync(join(SCRIPT, name)))] as const),
  )
  const all = [style, appStyle, font, icon, ...scripts.values()]
  return { style, appStyle, font, icon, scripts, byPath: new Map(all.map((a) => [a.path, a])) }
}

/** All sheets of a folder in the order of their names. */
const sheetsIn = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')

const TYPES = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
} as const

function asset(name: string, ending: keyof typeof TYPES, bytes: Buffer): Asset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  return { path: `/assets/${name}.${hash}.${ending}`, type: TYPES[ending], bytes }
}

/** Without comments and needless white space. Our sheets hold no string with either in it. */
export const minified = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/:\s+/g, ':')
    .replace(/;\}/g, '}')
    .trim()
