import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../example.ts'
import type { Browser, SentFile } from './browser.ts'

/** The cases of `examples/`, in turn. */
export const EXAMPLES = readdirSync(join(root, 'examples'), { withFileTypes: true })
  .filter((d) => d.isDirectory())
  .map((d) => d.name)
  .sort()

/** A letter of an example, other in its bytes than that of any other case. */
export function letterOf(example: string): SentFile {
  const folder = join(root, 'examples', example)
  const name = readdirSync(folder).find((f) => f.startsWith('denial.'))
  if (!name) throw new Error(`examples/${example} holds no denial`)
  return { field: 'letter', name, bytes: new Uint8Array(readFileSync(join(folder, name))) }
}

function evidenceOf(example: string): readonly { readonly role: string; readonly files: readonly SentFile[] }[] {
  const folder = join(root, 'examples', example)
  const file = (path: string): SentFile => ({
    field: 'file',
    name: path.split('/').at(-1) ?? path,
    bytes: new Uint8Array(readFileSync(join(folder, path))),
  })
  const records = readdirSync(folder).includes('records') ? readdirSync(join(folder, 'records')).sort() : []
  const policy = readdirSync(folder).find((f) => f.startsWith('policy.'))
  return [
    ...(records.length ? [{ role: 'record', files: records.map((r) => file(`records/${r}`)) }] : []),
    ...(policy ? [{ role: 'policy', files: [file(policy)] }] : []),
  ]
}

/** Opens a case by its letter, waits until it is read, adds the records and the policy, and waits for these. Returns the case's id. */
export async function seedCase(browser: Browser, example: string): Promise<string> {
  const opened = await browser.post('/start', { as: 'patient' }, [letterOf(example)])
  const id = /\/case\/([^/]+)\//.exec(opened.to ?? '')?.[1]
  if (!id) throw new Error(`no case was opened: ${opened.status}`)
  await settled(browser, `/case/${id}/letter`)
  for (const { role, files } of evidenceOf(example)) {
    const added = await browser.post(`/case/${id}/evidence/add`, { role }, files)
    if (added.status !== 303) throw new Error(`the records were refused: ${added.status}`)
  }
  await settled(browser, `/case/${id}/evidence`)
  return id
}

/** Until the page no longer looks by itself. */
export async function settled(browser: Browser, path: string): Promise<void> {
  for (let i = 0; i < 600; i++) {
    const page = await browser.get(path)
    if (page.status === 200 && !page.text.includes('data-again')) return
    await sleep(300)
  }
  throw new Error(`${path.replace(/case\/[^/]+/, 'case/…')} did not settle`)
}
