import { makeLibrary } from '../../src/apps/web/makeLibrary.ts'
import { readAssets } from '../../src/apps/web/server/assets.ts'
import { openWorld } from '../../src/apps/wire.ts'
import type { CivilDate } from '../../src/base/date.ts'

/** A library as the server has it. Every call makes a new one, with nothing rendered. */
export function openLibrary() {
  const world = openWorld()
  const ports = world.ports()
  if (!ports.ok) throw new Error('The knowledge is broken: run npm run knowledge:check.')
  const assets = readAssets()
  const today = () => '2026-01-01' as CivilDate
  return { assets, library: makeLibrary(ports.value, world.exampleLetters(), assets, 'https://guides.example.org', today) }
}

/** Every `step`-th in an order that mixes: neighbours in the library share parts, readers come from anywhere. */
export function* mixed<T>(list: readonly T[]): Iterable<T> {
  // A step without a factor in common with the length visits each once.
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b))
  let step = Math.max(1, Math.floor(list.length * 0.618))
  while (common(step, list.length) !== 1) step++
  for (let i = 0, at = 0; i < list.length; i++, at = (at + step) % list.length) {
    const item = list[at]
    if (item !== undefined) yield item
  }
}
