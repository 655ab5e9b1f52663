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
  readonly font: Asset
  readonly icon: Asset
  readonly byPath: ReadonlyMap<string, Asset>
}

const STYLE = join(import.meta.dirname, '../style')

/** Read at the start and kept: a style sheet of all of `style/` in the order of its names, the heading font, the icon. */
export function readAssets(): Assets {
  const require = createRequire(import.meta.url)
  const font = asset(
    'fraunces',
    'woff2',
    readFileSync(require.resolve('@fontsource/fraunces/files/fraunces-latin-600-normal.woff2')),
  )
  const icon = asset('mark', 'svg', readFileSync(join(STYLE, 'mark.svg')))
  const sheets = readdirSync(STYLE)
    .filter((name) => name.endsWith('.css'))
    .sort()
  const css = sheets
    .map((name) => readFileSync(join(STYLE, name), 'utf8'))
    .join('\n')
    .replaceAll('FONT_ADDRESS', font.path)
  const style = asset('guide', 'css', Buffer.from(minified(css)))
  return { style, font, icon, byPath: new Map([style, font, icon].map((a) => [a.path, a])) }
}

const TYPES = { css: 'text/css; charset=utf-8', svg: 'image/svg+xml', woff2: 'font/woff2' } as const

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
