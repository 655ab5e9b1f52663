import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseId } from '../../../src/usecases/cases/ports.ts'
import { type Browser, openTestApp, type TestApp } from './harness.ts'

const examples = join(import.meta.dirname, '../../../examples/ocrelizumab-step-therapy')
const file = (field: string, path: string) => ({
  field,
  name: path.split('/').at(-1) ?? path,
  bytes: new Uint8Array(readFileSync(join(examples, path))),
})

let app: TestApp
let browser: Browser
let id: CaseId
const at = (path: string) => `/case/${id}${path}`
const page = async (path: string) => (await browser.get(at(path))).text()
/** Sends a form and reads the answer to its end, so that the connection is free again. */
async function send(path: string, fields: Parameters<Browser['post']>[1] = {}, files: Parameters<Browser['post']>[2] = []) {
  const answer = await browser.post(path, fields, files)
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text: async () => text }
}
const status = async (path: string) => {
  const answer = await browser.get(path)
  await answer.arrayBuffer()
  return answer.status
}

/** Number and words of the first sentence that holds these words. */
function sentence(text: string, words: string): { readonly s: string; readonly says: string } {
  for (const [, s = '', says = ''] of text.matchAll(/<a class="sentence[^"]*" id="s-(\d+)"[^>]*>(.*?)<\/a>/gs))
    if (says.includes(words)) return { s, says: says.replace(/<span.*$/s, '') }
  throw new Error(`no sentence with "${words}"`)
}
const plain = (html: string) => html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

beforeAll(async () => {
  app = await openTestApp()
  browser = app.browser()
  id = await app.caseOf(browser, file('letter', 'denial.pdf'))
  await send(at('/evidence/add'), { role: 'record' }, [file('file', 'records/neurology-note-2026-09-14.pdf')])
  for (let i = 0; i < 300 && (await page('/evidence')).includes('data-again'); i++)
    await new Promise((resolve) => setTimeout(resolve, 100))
}, 120_000)
afterAll(() => app?.close())

describe('the letter beside its sources', () => {
  test('every sentence is a link, and choosing one shows the place on its page', async () => {
    const letter = await page('/draft')
    expect(letter.match(/class="sentence"/g)?.length).toBeGreaterThan(30)
    const { s } = sentence(letter, 'Glatiramer acetate')
    const chosen = await page(`/draft?s=${s}`)
    expect(chosen).toMatch(new RegExp(`id="s-${s}"[^>]*aria-current="true"`))
    expect(chosen).toMatch(/class="support-picture page-picture"/)
    expect(chosen).toContain('neurology-note-2026-09-14.pdf, page')
  })

  test('a number that no sentence has shows the letter alone', async () => {
    for (const s of ['99999', 'abc', '-1', '']) expect(await page(`/draft?s=${s}`), s).toContain('class="pane stays idle"')
  })

  test('a page of a long letter stays light', async () => {
    expect(Buffer.byteLength(await page('/draft?s=20'))).toBeLessThan(150_000)
  })
})

describe('changing the letter', () => {
  test('a sentence changed by hand is one’s own statement, and comes back', async () => {
    const { s, says } = sentence(await page('/draft'), 'Glatiramer acetate')
    const path = at('/draft/appeal/edit')
    const empty = await send(path, { s, sentence: plain(says), do: 'replace', text: ' ' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('The sentence is empty.')
    const done = await send(path, {
      s,
      sentence: plain(says),
      do: 'replace',
      text: 'I took it for two years & it failed.',
    })
    expect(done.headers.get('location')).toBe(`${at('/draft')}?s=${s}#s-${s}`)
    const changed = await page(`/draft?s=${s}`)
    expect(changed).toContain('class="sentence own"')
    expect(changed).toContain('I took it for two years &amp; it failed.')
    expect(changed).toContain('No page stands behind it')
    expect(changed).not.toContain('support-picture')
    expect(changed).toContain('Only your word for it')
    const edit = /name="edit" value="([\w-]+)"/.exec(changed)?.[1] ?? ''
    await send(path, { s, edit, do: 'restore' })
    const back = await page(`/draft?s=${s}`)
    expect(back).not.toContain('class="sentence own"')
    expect(back).toContain('support-picture')
  }, 30_000)

  test('left out, it is listed and can be put back', async () => {
    const { s, says } = sentence(await page('/draft'), 'Glatiramer acetate')
    await send(at('/draft/appeal/edit'), { s, sentence: plain(says), do: 'remove' })
    const without = await page('/draft')
    expect(without).toContain('Left out by you')
    expect(() => sentence(without, 'Glatiramer acetate, 40 mg SC three times weekly, from')).toThrow()
    const edit = /name="edit" value="([\w-]+)"/.exec(without)?.[1] ?? ''
    await send(at('/draft/appeal/edit'), { edit, do: 'restore' })
    expect(sentence(await page('/draft'), 'Glatiramer acetate, 40 mg').s).toBe(s)
  }, 30_000)

  test('when the case changes, a change without its sentence is kept and can be placed again', async () => {
    const { s, says } = sentence(await page('/draft'), 'Glatiramer acetate')
    await send(at('/draft/appeal/edit'), { s, sentence: plain(says), do: 'replace', text: 'Two years, two relapses.' })
    await send(at('/evidence/reject'), { kind: 'treatment', what: 'glatiramer acetate', why: 'wrong' })
    const moved = await page('/draft')
    expect(moved).toContain('Changes without a place')
    expect(moved).toContain('Two years, two relapses.')
    expect(() => sentence(moved, 'Two years, two relapses.')).toThrow()
    const edit = /name="edit" value="([\w-]+)"><button class="plain" name="do" value="place"/.exec(moved)?.[1] ?? ''
    await send(at('/draft/appeal/edit'), { edit, do: 'place' })
    const placed = await page('/draft')
    expect(sentence(placed, 'Two years, two relapses.')).toBeTruthy()
    expect(placed).not.toContain('Changes without a place')
    await send(at('/draft/appeal/edit'), { edit, do: 'restore' })
    await send(at('/evidence/accept'), { kind: 'treatment', what: 'glatiramer acetate', document: '' })
  }, 30_000)

  test('what a sentence says is text, never markup', async () => {
    const { s, says } = sentence(await page('/draft'), 'Glatiramer acetate')
    const bad = '<script>alert(1)</script>'
    await send(at('/draft/appeal/edit'), { s, sentence: plain(says), do: 'add', text: bad })
    const text = await page('/draft')
    expect(text).not.toContain(bad)
    const added = sentence(text, '&lt;script&gt;')
    await send(at('/draft/appeal/edit'), { s: added.s, sentence: bad, do: 'remove' })
    expect(await page('/draft')).not.toContain('alert(1)')
  }, 30_000)
})

describe('shaping the letter', () => {
  test('grounds: one unmarked is left out; none is refused', async () => {
    const all = [...(await page('/draft')).matchAll(/name="ground" value="(\w+)" checked/g)].map((m) => m[1] ?? '')
    expect(all.length).toBeGreaterThan(1)
    expect((await send(at('/draft/grounds'), {})).status).toBe(422)
    await send(at('/draft/grounds'), { ground: all.slice(1) })
    const text = await page('/draft')
    expect(text).not.toContain(`value="${all[0]}" checked`)
    expect(text).toContain(`value="${all[0]}"`)
    await send(at('/draft/grounds'), { ground: all })
    expect(await page('/draft')).toContain(`value="${all[0]}" checked`)
  }, 30_000)

  test('each voice reads as its own', async () => {
    await send(at('/draft/voice'), { voice: 'prescriber' })
    const prescriber = await page('/draft')
    expect(prescriber).toMatch(/which I (?:prescribed|ordered) for my patient Renata/)
    expect(prescriber).toContain('my patient keeps the right')
    expect(prescriber).not.toMatch(/which [A-Z][^.]*, MD (?:prescribed|ordered)/)
    const nameless = await send(at('/draft/voice'), { voice: 'advocate', name: ' ' })
    expect(nameless.status).toBe(422)
    expect(await nameless.text()).toContain('A representative signs by name.')
    await send(at('/draft/voice'), { voice: 'advocate', name: 'Jo Marsh' })
    const advocate = await page('/draft')
    for (const words of ['Jo Marsh', 'For the member, as representative']) expect(advocate).toContain(words)
    await send(at('/draft/voice'), { voice: 'member' })
    const member = await page('/draft')
    expect(member).not.toContain('Jo Marsh<br>')
    expect(member).toMatch(/MD (?:prescribed|ordered) for/)
  }, 30_000)

  test('what a reviewer would object to is said, with the way to answer it', async () => {
    const text = await page('/draft')
    expect(text).toContain('What a reviewer may object to')
    expect(text).toContain('What helps:')
  })

  test('the other letters are one press away; no such letter is said so', async () => {
    const text = await page('/draft')
    expect(text).toContain(at('/draft/medical_necessity'))
    expect(await page('/draft/medical_necessity')).toContain('class="letter"')
    expect(await page('/draft/external_review_request')).toBeTruthy()
    expect(await status(at('/draft/nonsense'))).toBe(303)
  })
})

describe('the files', () => {
  test('are made on demand, named without the person, and said to be old after a change', async () => {
    expect(await status(at('/files/packet.pdf'))).toBe(303)
    await send(at('/draft/packet'), {})
    for (let i = 0; i < 300; i++) {
      if ((await status(at('/draft/packet'))) === 303) break
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const text = await page('/draft')
    expect(text).toContain(at('/files/packet.pdf'))
    const packet = await browser.get(at('/files/packet.pdf'))
    expect(packet.headers.get('content-type')).toBe('application/pdf')
    expect(packet.headers.get('content-disposition')).toContain('filename="packet.pdf"')
    expect(
      Buffer.from(await packet.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    const docx = await browser.get(at('/files/medical_necessity.docx'))
    expect(docx.headers.get('content-disposition')).toContain('filename="medical-necessity.docx"')
    expect(text).not.toContain('These files are older')
    const { s, says } = sentence(text, 'Glatiramer acetate')
    await send(at('/draft/appeal/edit'), { s, sentence: plain(says), do: 'remove' })
    expect(await page('/draft')).toContain('These files are older than your last change.')
  }, 60_000)

  test.each(['../../etc/passwd', 'constructor', 'packet', 'packet.exe', '__proto__'])(
    'no other name is served: %s',
    async (name) => {
      expect([303, 404]).toContain(await status(at(`/files/${encodeURIComponent(name)}`)))
    },
  )

  test('nobody else sees letter or files', async () => {
    const other = app.browser()
    for (const path of ['/draft', '/evidence', '/criteria', '/files/packet.pdf', '/source/denial-1/1'])
      expect(await other.get(at(path)).then(async (r) => [await r.text(), r.status][1]), path).toBe(401)
  })
})
