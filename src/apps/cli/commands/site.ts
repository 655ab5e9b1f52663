import { fail, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import { exportSite } from '../../web/export.ts'
import { makeLibrary } from '../../web/makeLibrary.ts'
import { readAssets } from '../../web/server/assets.ts'
import { readSettings } from '../../web/settings.ts'
import { parseOptions } from '../arguments.ts'
import type { Command } from '../command.ts'

export const site: Command = {
  name: 'site',
  help: `Usage: appealwright site --out DIR [--base-url URL] [--og]

Writes every published page of the guide library, in English and Spanish, as files that any web server
can serve. The forms (deadline, letter, search) need the server of "npm start".

  --base-url URL   scheme and host where the pages will stand, for canonical addresses, site maps and feeds
  --og             also draw the picture of each page for sharing: about 20 a second

Example:
  appealwright site --out site --base-url https://guides.example.org
`,
  async run(args, world) {
    const parsed = parseOptions('site', args, {
      out: { type: 'string' },
      'base-url': { type: 'string' },
      og: { type: 'boolean' },
    })
    if (!parsed.ok) return parsed
    const { out, 'base-url': base, og = false } = parsed.value.values
    if (!out) return fail(problem('usage', '--out', 'A folder to write to is needed.', 'Add --out DIR.'))
    const settings = readSettings({ PUBLIC_URL: base })
    if (!settings.ok)
      return fail(problem('usage', '--base-url', 'This is not scheme and host.', 'For example https://guides.example.org.'))
    const ports = world.ports()
    if (!ports.ok) return ports
    const assets = readAssets()
    const made = makeLibrary(ports.value, world.exampleLetters(), assets, settings.value.publicUrl, () => world.today())
    const library = { ...made, frame: { ...made.frame, withoutCards: !og } }
    try {
      const done = await exportSite(library, assets, out, (pages) => process.stderr.write(`${pages} pages\n`), undefined, og)
      return ok(`${done.pages} pages, ${Math.round(done.bytes / 1e6)} MB, in ${out}\n`)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : null
      if (code === null) throw error
      return fail(problem('output-unwritable', '--out', `It cannot write there (${code}).`, 'Choose another folder.'))
    }
  },
}
