import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { type Problem, problem } from '../../base/problem.ts'
import { type BlobStore, checkedName } from './blobs.ts'

export interface S3Settings {
  /** "https://s3.eu-central-1.amazonaws.com": the host every call goes to. */
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** Cipher or not, nothing goes over an open line; only to this machine itself. Null: all is well. */
export function s3Problem({ endpoint }: S3Settings): Problem | null {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null
  const loopback = url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  if (url && (url.protocol === 'https:' || loopback) && url.username === '' && url.search === '') return null
  return problem('setting-invalid', 'S3 endpoint', 'It is not an address that begins with https://.', 'Correct the setting.')
}

const TIMEOUT_MS = 30_000

/** Blobs as objects of an S3-compatible store. They are sealed before they get here: the store sees cipher. */
export function s3Blobs(settings: S3Settings): BlobStore {
  const client = new AwsClient({
    accessKeyId: settings.accessKeyId,
    secretAccessKey: settings.secretAccessKey,
    service: 's3',
    region: settings.region,
    retries: 3,
  })
  const call = (method: 'PUT' | 'GET' | 'DELETE', name: string, body?: Uint8Array): Promise<Response> => {
    // The content's hash is signed too: what arrives is what was sent.
    const sha256 = createHash('sha256')
      .update(body ?? '')
      .digest('hex')
    return client.fetch(`${settings.endpoint.replace(/\/$/, '')}/${settings.bucket}/${checkedName(name)}`, {
      method,
      headers: { 'x-amz-content-sha256': sha256, ...(body && { 'content-type': 'application/octet-stream' }) },
      ...(body && { body: Buffer.from(body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  }
  return {
    async put(name, bytes) {
      const answer = await call('PUT', name, bytes)
      await answer.body?.cancel()
      if (!answer.ok) throw refused('PUT', answer)
    },
    async get(name) {
      const answer = await call('GET', name)
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer())
      await answer.body?.cancel()
      if (answer.status === 404) return null
      throw refused('GET', answer)
    },
    async remove(name) {
      const answer = await call('DELETE', name)
      await answer.body?.cancel()
      if (!answer.ok && answer.status !== 404) throw refused('DELETE', answer)
    },
  }
}

const refused = (method: string, { status }: Response) => new Error(`the file store answered ${method} with ${status}`)
