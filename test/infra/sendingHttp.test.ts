import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer as createTcp } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { isLoopbackAddress, isPrivateAddress, isPublicAddress } from '../../src/infra/http/addresses.ts'
import { type HttpSettings, openClient } from '../../src/infra/http/client.ts'

const open: { close(): unknown }[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

const listen = async (listener: RequestListener): Promise<Server & { url: string; hits: string[] }> => {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(request.url ?? '')
    listener(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  open.push({
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  })
  return Object.assign(server, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hits })
}

const client = (origin: string, change: Partial<HttpSettings> = {}) => {
  const made = openClient({ origin, timeoutMs: 10_000, maxBytes: 1000, allowLoopback: true, ...change })
  if (!made.ok) throw new Error(made.problems[0].say)
  return made.value
}
const get = (origin: string, change: Partial<HttpSettings> = {}) => client(origin, change).request({ method: 'GET', path: '/x' })

describe('addresses', () => {
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.9.9.9',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2001:db8::1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('%s is closed', (a) => expect(isPublicAddress(a)).toBe(false))
  test.each([
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450::1',
  ])('%s is open', (a) => expect(isPublicAddress(a)).toBe(true))
  test('loopback', () =>
    expect(['127.0.0.1', '::1', '10.0.0.1', '8.8.8.8'].map(isLoopbackAddress)).toEqual([true, true, false, false]))
})

describe('the origin', () => {
  test.each([
    'http://api.example.com',
    'ftp://api.example.com',
    'https://api.example.com/v1',
    'https://user:pass@api.example.com',
    'https://api.example.com?x=1',
    'api.example.com',
    '',
    'file:///etc/passwd',
  ])('%s is refused', (origin) =>
    expect(openClient({ origin, timeoutMs: 1, maxBytes: 1, allowLoopback: true })).toMatchObject({
      ok: false,
      problems: [{ code: 'setting-invalid' }],
    }),
  )
  test('plain http to this machine only where that is allowed', () => {
    const settings = { origin: 'http://127.0.0.1:1', timeoutMs: 1, maxBytes: 1 }
    expect([openClient(settings).ok, openClient({ ...settings, allowLoopback: true }).ok]).toEqual([false, true])
  })
  test.each(['//evil.example/x', 'https://evil.example/x', 'x', '/\\evil.example'])(
    'a path that names another host never leaves: %s',
    (path) => {
      expect(() => client('https://api.example.com').request({ method: 'GET', path })).toThrow(/own host/)
    },
  )
})

describe('where a name leads', () => {
  const named = (address: string, change: Partial<HttpSettings> = {}) =>
    get('https://api.example.com', {
      allowLoopback: false,
      resolve: async () => [{ address, family: address.includes(':') ? 6 : 4 }],
      ...change,
    })

  test.each(['127.0.0.1', '169.254.169.254', '10.0.0.5', '::1', '::ffff:127.0.0.1', 'fd00:ec2::254'])(
    'to %s is refused',
    async (address) => expect(await named(address)).toEqual({ kind: 'unreached', why: 'address' }),
  )
  test('one bad address among good ones spoils the name', async () => {
    const resolve = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]
    expect(await named('8.8.8.8', { resolve })).toEqual({ kind: 'unreached', why: 'address' })
  })
  test.each([
    '127.0.0.1',
    '0.0.0.0',
    '169.254.169.254',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    'fe80::1',
    'fd00:ec2::254',
  ])('a private network opens no way to %s', async (address) =>
    expect(await named(address, { allowPrivate: true })).toEqual({ kind: 'unreached', why: 'address' }),
  )
  test('a private network is what an organisation numbers itself', () => {
    expect(['10.0.0.5', '172.31.0.1', '192.168.0.1', 'fd12::1'].map(isPrivateAddress)).toEqual([true, true, true, true])
    expect(['9.255.255.255', '11.0.0.0', '172.32.0.1', '8.8.8.8', 'fe80::1', '100.100.100.200'].some(isPrivateAddress)).toBe(
      false,
    )
  })
  test('an address instead of a name is judged the same', async () => {
    for (const origin of [
      'https://127.0.0.1',
      'https://169.254.169.254',
      'https://[::1]',
      'https://2130706433',
      'https://0x7f.1',
    ])
      expect(await get(origin, { allowLoopback: false })).toEqual({ kind: 'unreached', why: 'address' })
  })
  test('the name of this machine, resolved by the system', async () => {
    expect(await get('https://localhost:1', { allowLoopback: false })).toEqual({ kind: 'unreached', why: 'address' })
  })
  test('a name that is not known', async () => {
    expect(await get('https://api.example.com', { resolve: () => Promise.reject(new Error('ENOTFOUND')) })).toEqual({
      kind: 'unreached',
      why: 'name',
    })
  })
  test('the checked address is the one connected to: a name is asked once', async () => {
    const server = await listen((_, response) => response.end('{}'))
    let asked = 0
    const resolve = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '169.254.169.254', family: 4 }]
    const origin = server.url.replace('127.0.0.1', 'localhost')
    expect(await get(origin, { resolve })).toMatchObject({ kind: 'answer', status: 200 })
    expect(asked).toBe(1)
  })
})

describe('answers', () => {
  test('a redirect to the metadata service is not followed', async () => {
    const target = await listen((_, response) => response.end('secret'))
    for (const location of [target.url, 'http://169.254.169.254/latest/meta-data/']) {
      const server = await listen((_, response) => response.writeHead(302, { location }).end())
      expect(await get(server.url)).toEqual({ kind: 'lost', why: 'redirect' })
    }
    expect(target.hits).toEqual([])
  })
  test('as large as allowed, and one byte more', async () => {
    const server = await listen((request, response) => response.end('a'.repeat(request.url === '/x' ? 1000 : 1001)))
    expect(await get(server.url)).toMatchObject({ kind: 'answer' })
    expect(await client(server.url).request({ method: 'GET', path: '/y' })).toEqual({ kind: 'lost', why: 'too_large' })
  })
  test('one that never ends is cut off, not gathered', async () => {
    const server = await listen((_, response) => {
      const timer = setInterval(() => response.write('a'.repeat(300)), 1)
      response.on('close', () => clearInterval(timer))
    })
    expect(await get(server.url)).toEqual({ kind: 'lost', why: 'too_large' })
  })
  test('a drop now and then does not stretch the time limit', async () => {
    const server = await listen((_, response) => {
      const timer = setInterval(() => response.write('a'), 20)
      response.on('close', () => clearInterval(timer))
    })
    const from = performance.now()
    expect(await get(server.url, { timeoutMs: 1000 })).toEqual({ kind: 'lost', why: 'timeout' })
    expect(performance.now() - from).toBeLessThan(5000)
  })
  test('a broken line after the request is a doubt, a closed port is none', async () => {
    const server = await listen((request) => void request.socket.destroy())
    expect(await get(server.url)).toEqual({ kind: 'lost', why: 'cut' })
    const half = await listen((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.socket?.destroy())
    })
    expect(await get(half.url)).toEqual({ kind: 'lost', why: 'cut' })
    const gone = await listen(() => {})
    gone.closeAllConnections()
    await new Promise((done) => gone.close(done))
    expect(await get(gone.url)).toEqual({ kind: 'unreached', why: 'connection' })
  })
  test('before the handshake of TLS stands, nothing has left', async () => {
    const bytes: Buffer[] = []
    const tcp = createTcp((socket) => socket.on('data', (part) => bytes.push(part)).on('error', () => {}))
    await new Promise<void>((done) => tcp.listen(0, '127.0.0.1', done))
    open.push(tcp)
    const origin = `https://127.0.0.1:${(tcp.address() as AddressInfo).port}`
    const body = Buffer.from('health record')
    const reply = await client(origin, { timeoutMs: 200 }).request({ method: 'POST', path: '/x', body })
    expect(reply).toEqual({ kind: 'unreached', why: 'timeout' })
    expect(Buffer.concat(bytes).includes('health record')).toBe(false)
  })
  test('no reply repeats what was sent', async () => {
    const server = await listen((request) => void request.socket.destroy())
    const headers = { authorization: 'Basic c2VjcmV0' }
    const reply = await client(server.url).request({ method: 'POST', path: '/x', headers, body: Buffer.from('diagnosis') })
    expect(JSON.stringify(reply)).not.toMatch(/diagnosis|c2VjcmV0/)
  })
})
