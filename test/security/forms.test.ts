import { beforeAll, describe, expect, test } from 'vitest'
import { metered } from '../../src/apps/web/cases/server/body.ts'
import { fileName, readForm } from '../../src/apps/web/cases/server/form.ts'
import { ownPage } from '../../src/apps/web/cases/server/guard.ts'
import { makeUploadRoom } from '../../src/apps/web/cases/server/uploadRoom.ts'
import type { CaseId } from '../../src/usecases/cases/ports.ts'
import { type Browser, sharedTestApp, type TestApp } from '../web/cases/harness.ts'
import { letterOf, raw, statusOf, tokenOf } from './world.ts'

let app: TestApp
let owner: Browser
let id: CaseId
beforeAll(async () => {
  app = await sharedTestApp()
  owner = app.browser()
  id = await app.caseOf(owner, letterOf('Ana Ruiz'))
}, 60_000)

const ask = (
  headers: Record<string, string>,
  body: string | URLSearchParams = new URLSearchParams(),
  path = `/case/${id}/letter/right`,
) => fetch(app.base + path, { method: 'POST', headers: { cookie: owner.cookie ?? '', ...headers }, body, redirect: 'manual' })

describe('forged forms', () => {
  test('every way in which another page can send one is refused, and our own page is not', async () => {
    const csrf = await tokenOf(app, owner)
    const stranger = app.browser()
    await app.caseOf(stranger, letterOf('Bo Lee'))
    const foreign = await tokenOf(app, stranger)
    const right = new URLSearchParams({ csrf })
    const own = { origin: app.base }
    const cases: readonly (readonly [string, Record<string, string>, string | URLSearchParams, number])[] = [
      ['our own page', own, right, 303],
      ['our own page, said by the browser', { ...own, 'sec-fetch-site': 'same-origin' }, right, 303],
      ['the token in a header', { ...own, 'x-csrf': csrf }, new URLSearchParams(), 303],
      ['no origin at all', {}, right, 403],
      ['a foreign origin', { origin: 'https://evil.example' }, right, 403],
      ['our host with another scheme, name in front, name behind', { origin: 'https://127.0.0.1.evil.example' }, right, 403],
      ['an origin that is no address', { origin: 'nonsense' }, right, 403],
      ['a page that hides where it is from', { origin: 'null' }, right, 403],
      ['cross-site with our origin', { ...own, 'sec-fetch-site': 'cross-site' }, right, 403],
      ['same-site: another host of our domain', { ...own, 'sec-fetch-site': 'same-site' }, right, 403],
      ['from the address line', { ...own, 'sec-fetch-site': 'none' }, right, 403],
      ['no token', own, new URLSearchParams(), 403],
      ['a token of another session', own, new URLSearchParams({ csrf: foreign }), 403],
      ['half a token', own, new URLSearchParams({ csrf: csrf.slice(0, 30) }), 403],
      ['the token as JSON', { ...own, 'content-type': 'application/json' }, JSON.stringify({ csrf }), 403],
      ['the token as plain text', { ...own, 'content-type': 'text/plain' }, `csrf=${csrf}`, 403],
    ]
    for (const [what, headers, body, status] of cases) expect([what, (await ask(headers, body)).status]).toEqual([what, status])
  })

  test('no header and no field makes a GET into a POST', async () => {
    const csrf = await tokenOf(app, owner)
    for (const headers of [{ 'x-http-method-override': 'POST' }, { 'x-method-override': 'POST' }]) {
      const answer = await fetch(`${app.base}/case/${id}/letter/right?_method=POST&csrf=${csrf}`, {
        headers: { ...headers, cookie: owner.cookie ?? '' },
        redirect: 'manual',
      })
      expect([301, 404]).toContain(answer.status)
    }
  })

  test('over https the host of the request proves nothing', () => {
    const of = (origin: string, host: string) =>
      ownPage(
        { ...app.running.application, origin: 'https://appeals.example' },
        new Request('http://x/', { method: 'POST', headers: { origin, host } }),
      ).ok
    expect(of('https://appeals.example', 'appeals.example')).toBe(true)
    expect(of('http://appeals.example', 'appeals.example')).toBe(false)
    expect(of('https://other.example', 'other.example')).toBe(false)
  })
})

/** One part of a form as it goes over the wire. */
const part = (name: string, value: string, file?: string) =>
  `--B\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"`}\r\n\r\n${value}\r\n`

const multipart = (body: string, type = 'multipart/form-data; boundary=B', path = '/start') =>
  fetch(app.base + path, { method: 'POST', headers: { origin: app.base, 'content-type': type }, body, redirect: 'manual' })

const read = (body: string | URLSearchParams, type: string, most = 1024 * 1024) =>
  readForm(new Request('http://x/', { method: 'POST', body, headers: { 'content-type': type } }), most)

describe('abused forms', () => {
  test.each([
    ['ten thousand fields', part('a', 'b').repeat(10_000) + '--B--\r\n'],
    ['a hundred files', part('letter', 'x', 'a.txt').repeat(100) + '--B--\r\n'],
    ['no end', part('text', 'Dear member')],
    ['an end in the middle of a head', '--B\r\nContent-Disposition: form-data; na'],
    ['another boundary than stated', `--C\r\nContent-Disposition: form-data; name="text"\r\n\r\nx\r\n--C--\r\n`],
    ['one field of a megabyte', part('text', 'x'.repeat(1024 * 1024)) + '--B--\r\n'],
    ['a name of a megabyte', part('n'.repeat(1024 * 1024), 'x') + '--B--\r\n'],
    ['heads without end', `--B\r\n${'X-A: b\r\n'.repeat(50_000)}\r\nx\r\n--B--\r\n`],
    ['nothing', ''],
  ])('%s: refused, and nothing breaks', async (_, body) => {
    const answer = await multipart(body)
    expect([400, 413, 422]).toContain(answer.status)
  })

  test('no boundary, or a type that lies', async () => {
    expect((await multipart('x', 'multipart/form-data')).status).toBe(422)
    expect((await multipart(`${part('text', 'x')}--B--\r\n`, 'application/json')).status).toBe(422)
  })

  test('a million empty fields are refused before they are taken apart', async () => {
    const started = performance.now()
    const answer = await read('&'.repeat(900_000), 'application/x-www-form-urlencoded')
    expect(answer.ok).toBe(false)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('what is sent counts, not what is stated: fields and heads too', async () => {
    const big = part('text', 'x'.repeat(150_000)).repeat(10) + '--B--\r\n'
    const answer = await read(big, 'multipart/form-data; boundary=B', 1024 * 1024)
    expect(answer.ok ? null : answer.problems[0].code).toBe('file-too-large')
    const small = await read(big, 'multipart/form-data; boundary=B', 2 * 1024 * 1024)
    expect(small.ok && small.value.fields.getAll('text').length).toBe(10)
  })

  test('a file one byte over is refused whole, never cut', async () => {
    const of = (size: number) =>
      read(`${part('letter', 'x'.repeat(size), 'a.txt')}--B--\r\n`, 'multipart/form-data; boundary=B', 1000)
    const around = `${part('letter', '', 'a.txt')}--B--\r\n`.length
    const [fits, over] = [await of(1000 - around), await of(1001 - around)]
    expect(fits.ok && fits.value.files[0]?.bytes.length).toBe(1000 - around)
    expect(over.ok).toBe(false)
  })

  test('NUL is in no field and no name', async () => {
    const typed = await read('a%00b=c%00d', 'application/x-www-form-urlencoded')
    expect(typed.ok && [...typed.value.fields]).toEqual([['ab', 'cd']])
    const sent = await read(`${part('a\0b', 'c\0d')}--B--\r\n`, 'multipart/form-data; boundary=B')
    expect(sent.ok ? JSON.stringify([...sent.value.fields]) : 'refused').not.toContain('\\u0000')
  })

  test('whoever stops sending is given up', async () => {
    const silent = new ReadableStream<Uint8Array>({ start: (c) => c.enqueue(new Uint8Array(10)) })
    const got: number[] = []
    await expect(
      (async () => {
        for await (const piece of metered(silent, 1000, 30)) got.push(piece.length)
      })(),
    ).rejects.toThrow('silent')
    expect(got).toEqual([10])
  })

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\letters\\denial.pdf', 'denial.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie: x=1.pdf'],
    ['\u202Efdp.exe', 'fdp.exe'],
    ['', 'document'],
    ['..\\', 'document'],
    ['\ud800x', 'x'],
    [`${'é'.repeat(300)}`, 'é'.repeat(200)],
    ['😀'.repeat(201), '😀'.repeat(200)],
  ])('the file name %j becomes %j', (given, kept) => {
    expect(fileName(given)).toBe(kept)
  })
})

describe('uploads and memory', () => {
  test('so many at once as there is room for, and no address takes it all', () => {
    const room = makeUploadRoom(100, 60)
    const first = room.enter('a', 50)
    expect(first).not.toBeNull()
    expect(room.enter('a', 20)).toBeNull()
    const other = room.enter('b', 50)
    expect(other).not.toBeNull()
    expect(room.enter('c', 1)).toBeNull()
    first?.()
    first?.()
    expect(room.enter('c', 50)).not.toBeNull()
    expect(room.enter('c', 1)).toBeNull()
    other?.()
    expect(room.enter('a', 50)).not.toBeNull()
  })

  test('nobody who may not send is listened to', async () => {
    const big = 'x'.repeat(5 * 1024 * 1024)
    for (const [path, status] of [
      [`/case/${id}/evidence/add`, 401],
      ['/case/AAAAAAAAAAAAAAAAAAAAAA/evidence/add', 401],
    ] as const) {
      const head = `POST ${path} HTTP/1.1\r\nHost: ${new URL(app.base).host}\r\nOrigin: ${app.base}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: ${big.length}\r\nConnection: close\r\n\r\n`
      // Not one byte of the body is sent: the answer does not wait for it.
      expect(statusOf(await raw(app.base, head, 4000))).toBe(status)
    }
  })
})

describe('requests that are none', () => {
  test.each([
    ['two lengths', 'POST /start HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabc'],
    [
      'a length and pieces',
      'POST /start HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a length that is no number', 'POST /start HTTP/1.1\r\nHost: x\r\nContent-Length: ten\r\n\r\n'],
    ['a bare line feed in a head', 'GET / HTTP/1.1\nHost: x\nX: a\n\n'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['a host that is no name', 'GET /start HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n'],
    ['nonsense', '\x16\x03\x01\x02\x00\x01'],
  ])('%s', async (_, sent) => {
    const answer = await raw(app.base, sent, 3000)
    expect([0, 400]).toContain(statusOf(answer))
  })

  test('heads are bounded, and a server that said no goes on', async () => {
    const answer = await raw(app.base, `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(70_000)}\r\n\r\n`)
    expect(statusOf(answer)).toBe(431)
    expect((await fetch(`${app.base}/start`)).status).toBe(200)
  })
})
