import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { AwsV4Signer } from 'aws4fetch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blobName } from '../../src/infra/store/blobs.ts'
import { type S3Settings, s3Blobs, s3Problem } from '../../src/infra/store/s3Blobs.ts'

const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }
const sha256 = (of: Uint8Array | string) => createHash('sha256').update(of).digest('hex')
const hmac = (key: Uint8Array | string, of: string) => createHmac('sha256', key).update(of).digest()

describe('signing', () => {
  // "Authenticating Requests: Using the Authorization Header", examples of the Amazon S3 API reference.
  it.each([
    [
      'https://examplebucket.s3.amazonaws.com/test.txt',
      { range: 'bytes=0-9' },
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ],
    ['https://examplebucket.s3.amazonaws.com/?lifecycle', {}, 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
    [
      'https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J',
      {},
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ],
  ])('is as published: %s', async (url, headers, signature) => {
    const signer = new AwsV4Signer({
      ...keys,
      url,
      service: 's3',
      region: 'us-east-1',
      datetime: '20130524T000000Z',
      headers: { ...headers, 'x-amz-content-sha256': sha256('') },
      allHeaders: true,
    })
    expect((await signer.sign()).headers.get('authorization')).toContain(`Signature=${signature}`)
  })
})

/** The signature as the other side reckons it, from what arrived. */
function expectedSignature(request: IncomingMessage, body: Uint8Array): string {
  const [, scope = '', names = ''] =
    /Credential=[^/]+\/([^,]+), ?SignedHeaders=([^,]+)/.exec(request.headers.authorization ?? '') ?? []
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
  const canonical = [request.method, request.url, '', headers.join(''), names, sha256(body)].join('\n')
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const key = scope.split('/').reduce<Uint8Array | string>((k, part) => hmac(k, part), `AWS4${keys.secretAccessKey}`)
  return hmac(key, text).toString('hex')
}

describe('files in an S3-compatible store', () => {
  const held = new Map<string, Buffer>()
  const answers: number[] = []
  let server: Server
  let settings: S3Settings
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part)
      const body = Buffer.concat(parts)
      const answer = (status: number, bytes?: Buffer) => response.writeHead(status).end(bytes)
      const forced = answers.shift()
      if (forced) return forced === 302 ? response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end() : answer(forced)
      if (!request.headers.authorization?.endsWith(`Signature=${expectedSignature(request, body)}`)) return answer(403)
      if (!/SignedHeaders=[^,]*x-amz-content-sha256/.test(request.headers.authorization)) return answer(403)
      const name = request.url ?? ''
      const found = held.get(name)
      if (request.method === 'PUT') held.set(name, body)
      if (request.method === 'DELETE') held.delete(name)
      if (request.method === 'GET') return found ? answer(200, found) : answer(404)
      return answer(request.method === 'PUT' ? 200 : 204)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    settings = { ...keys, endpoint: `http://127.0.0.1:${port}`, region: 'eu-central-1', bucket: 'appeals' }
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  it('are put, read and removed, each call signed', async () => {
    const blobs = s3Blobs(settings)
    const name = blobName()
    const bytes = randomBytes(100_000)
    await blobs.put(name, bytes)
    expect([...held.keys()]).toEqual([`/appeals/${name}`])
    expect(Buffer.from((await blobs.get(name)) ?? []).equals(bytes)).toBe(true)
    await blobs.remove(name)
    await blobs.remove(name)
    expect(await blobs.get(name)).toBeNull()
  })
  it('are not taken with a wrong key', async () => {
    const blobs = s3Blobs({ ...settings, secretAccessKey: 'another' })
    await expect(blobs.put(blobName(), new Uint8Array([1]))).rejects.toThrow('403')
    await expect(blobs.get(blobName())).rejects.toThrow('403')
  })
  it('are tried again when the store is busy, and are never fetched from where it points to', async () => {
    const blobs = s3Blobs(settings)
    answers.push(503, 500)
    await blobs.put(blobName(), new Uint8Array([1]))
    answers.push(302)
    await expect(blobs.get(blobName())).rejects.toThrow('302')
  })
  it('have names that are ours', async () => {
    await expect(async () => s3Blobs(settings).get('../other')).rejects.toThrow('not the name')
  })
  it.each([
    ['https://s3.example.org', true],
    ['http://127.0.0.1:9000', true],
    ['http://s3.example.org', false],
    ['http://127.0.0.1.example.org', false],
    ['https://user:secret@s3.example.org', false],
    ['ftp://127.0.0.1', false],
    ['s3.example.org', false],
  ])('lie at an address that is safe: %s %s', (endpoint, safe) => {
    expect(s3Problem({ ...settings, endpoint }) === null).toBe(safe)
  })
})
