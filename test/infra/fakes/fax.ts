import { type Answered, type Asked, type Fake, startFake } from './server.ts'

export interface FakeFax {
  id: string
  direction: 'OUTBOUND'
  to: string
  from: string | null
  status: 'QUEUED' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILURE'
  numberOfPages: number
  pagesSentSuccessfully?: number
  createTime: string
  completedTime?: string
  errorType?: string
  errorCode?: number
  labels: Record<string, string>
  bytes: number
}

export interface FaxService extends Fake {
  readonly faxes: FakeFax[]
}

export const FAX_PROJECT = '11111111-2222-3333-4444-555555555555'
const AUTHORIZED = `Basic ${Buffer.from('key-id:key-secret').toString('base64')}`

/** Fax API v3 as documented: basic authentication, JSON with base64 files, no idempotency; a fax for every request. */
export async function startFaxService(): Promise<FaxService> {
  const faxes: FakeFax[] = []
  const root = `/v3/projects/${FAX_PROJECT}/faxes`
  const serve = (asked: Asked): Answered => {
    if (asked.headers.authorization !== AUTHORIZED) return failed(401, 'UNAUTHENTICATED', 'Invalid credentials')
    if (asked.path === root && asked.method === 'POST') return create(asked)
    if (asked.path === root && asked.method === 'GET') return list(asked)
    if (asked.method === 'DELETE') {
      const kept = faxes.find((f) => asked.path === `${root}/${f.id}/file`)
      if (!kept?.bytes) return failed(404, 'NOT_FOUND', 'File not found')
      kept.bytes = 0
      return { status: 204, body: null }
    }
    const id = asked.path.startsWith(`${root}/`) ? asked.path.slice(root.length + 1) : ''
    const fax = faxes.find((f) => f.id === id)
    return fax ? { status: 200, body: fax } : failed(404, 'NOT_FOUND', 'Fax not found')
  }
  const create = (asked: Asked): Answered => {
    if (!asked.headers['content-type']?.startsWith('application/json')) return failed(400, 'INVALID_ARGUMENT', 'content type')
    if (asked.body.length > 27_000_000) return failed(413, 'PAYLOAD_TOO_LARGE', 'too large')
    const { to, from = null, files, labels = {} } = JSON.parse(asked.body.toString('utf8'))
    if (!/^\+[1-9]\d{6,14}$/.test(to)) return failed(400, 'INVALID_ARGUMENT', 'to is not E.164')
    const pdf = Buffer.from(files?.[0]?.file ?? '', 'base64')
    if (files?.[0]?.fileType !== 'PDF' || pdf.subarray(0, 4).toString() !== '%PDF') return failed(400, 'INVALID_ARGUMENT', 'file')
    const id = `01FAX${String(faxes.length + 1).padStart(6, '0')}`
    const createTime = new Date().toISOString()
    const fax: FakeFax = {
      id,
      direction: 'OUTBOUND',
      to,
      from,
      status: 'QUEUED',
      numberOfPages: 3,
      createTime,
      labels,
      bytes: pdf.length,
    }
    faxes.push(fax)
    return { status: 200, body: fax }
  }
  const list = ({ query }: Asked): Answered => {
    const size = Number(query.get('pageSize') ?? 100)
    const page = Number(query.get('page') ?? 1)
    const body = {
      faxes: faxes.slice((page - 1) * size, page * size),
      page,
      pageSize: size,
      totalItems: faxes.length,
      totalPages: Math.ceil(faxes.length / size),
    }
    return { status: 200, body }
  }
  return Object.assign(await startFake(serve), { faxes })
}

const failed = (status: number, code: string, message: string): Answered => ({
  status,
  body: { error: { code: status, status: code, message } },
})
