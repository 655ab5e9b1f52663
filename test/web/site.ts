import { makeLibrary } from '../../src/apps/web/makeLibrary.ts'
import { makeApp } from '../../src/apps/web/server/app.ts'
import { readAssets } from '../../src/apps/web/server/assets.ts'
import { securityHeaders } from '../../src/apps/web/server/headers.ts'
import type { LogLine } from '../../src/apps/web/server/log.ts'
import { PageCache } from '../../src/apps/web/server/pageCache.ts'
import { openWorld } from '../../src/apps/wire.ts'
import type { CivilDate } from '../../src/base/date.ts'

const world = openWorld()
const ports = world.ports()
if (!ports.ok) throw new Error(ports.problems.map((p) => `${p.where}: ${p.say}`).join('\n'))

export const assets = readAssets()
export const library = makeLibrary(ports.value, world.exampleLetters(), assets, '', () => '2026-11-22' as CivilDate)
export const { knowledge } = library
export const logged: LogLine[] = []

/** The parts of a site of its own, for a test that needs its own cache. */
export const siteParts = (cacheBytes = 8 * 1024 * 1024) => ({
  library,
  assets,
  cache: new PageCache(cacheBytes),
  headers: securityHeaders(false),
  log: (line: LogLine) => void logged.push(line),
  logRequests: false,
})

const app = makeApp(siteParts())

export const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  app.fetch(new Request(`http://localhost${path}`, { headers }))

export const post = async (path: string, fields: Record<string, string>): Promise<Response> =>
  app.fetch(new Request(`http://localhost${path}`, { method: 'POST', body: new URLSearchParams(fields) }))

export const send = async (method: string, path: string): Promise<Response> =>
  app.fetch(new Request(`http://localhost${path}`, { method }))

/** The words of markup, one space between them. */
export const words = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()

export const mainOf = (markup: string): string => /<main[^>]*>([\s\S]*)<\/main>/.exec(markup)?.[1] ?? ''

/** One address of every kind of page, in English. */
export const KINDS = {
  home: '/',
  guide: '/help/cigna/cimt/step-therapy',
  payer: '/help/avalon',
  pair: '/help/cigna/cimt',
  treatment: '/treatments/cimt',
  reason: '/reasons/step-therapy',
  coverage: '/coverage/medicare-advantage',
  process: '/process/external-review',
  index: '/reasons',
  deadline: '/deadline',
  read: '/read',
  search: '/search?q=ocrevus',
  checklist: '/help/cigna/cimt/step-therapy?print=checklist',
  picked: '/help/cigna/cimt/step-therapy?coverage=medicare_advantage',
  missing: '/help/cigna/nothing/step-therapy',
  ...first('scenario', '/scenarios', [...knowledge.scenarios.values()][0]?.slug),
  ...first('state', '/states', [...knowledge.states.keys()][0]),
  ...first('letter', '/reasons', [...library.letters.keys()][0]?.replaceAll('_', '-'), '/letter'),
} as const satisfies Readonly<Record<string, string>>

function first(kind: string, folder: string, slug: string | undefined, tail = ''): Record<string, string> {
  return slug === undefined ? {} : { [kind]: `${folder}/${slug}${tail}` }
}
