import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { codePoints } from './cmap.ts'

const require = createRequire(import.meta.url)
const folder = (name: string) => dirname(require.resolve(`@expo-google-fonts/${name}/package.json`))

/** Static faces: only these are used, so that a machine's own fonts never change a letter. */
const FACES = [
  ['source-serif-4', '400Regular', 'SourceSerif4_400Regular.ttf'],
  ['source-serif-4', '600SemiBold', 'SourceSerif4_600SemiBold.ttf'],
  // Typed signatures only.
  ['source-serif-4', '400Regular_Italic', 'SourceSerif4_400Regular_Italic.ttf'],
  ['public-sans', '400Regular', 'PublicSans_400Regular.ttf'],
  ['public-sans', '600SemiBold', 'PublicSans_600SemiBold.ttf'],
] as const

export interface Fonts {
  readonly files: readonly Buffer[]
  /** True when the serif faces, the fallback of every other, can draw it. */
  readonly has: (codePoint: number) => boolean
}

let loaded: Fonts | null = null

export function fonts(): Fonts {
  if (loaded) return loaded
  const files = FACES.map(([family, face, file]) => readFileSync(join(folder(family), face, file)))
  let drawable: readonly ReadonlySet<number>[] | null = null
  const has = (codePoint: number) => {
    drawable ??= files.slice(0, 3).map(codePoints)
    return drawable.every((face) => face.has(codePoint))
  }
  loaded = { files, has }
  return loaded
}
