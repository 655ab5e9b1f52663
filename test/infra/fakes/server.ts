import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** What the fake does with a request instead of serving it, for the next one. */
export type Mishap =
  | { readonly kind: 'status'; readonly status: number; readonly body?: unknown }
  /** Serves it, then breaks the line before the answer: the dangerous one. */
  | { readonly kind: 'cut_after' }
  /** Serves it, then never answers. */
  | { readonly kind: 'silent_after' }

export interface Answered {
  readonly status: number
  readonly body: unknown
}

export interface Fake {
  readonly url: string
  readonly asked: Asked[]
  /** The next requests meet these, in order. */
  readonly mishaps: Mishap[]
  close(): Promise<void>
}

/** A JSON service on a free port of this machine. */
export async function startFake(serve: (asked: Asked) => Answered): Promise<Fake> {
  const asked: Asked[] = []
  const mishaps: Mishap[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://fake')
      const one = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(parts),
      }
      asked.push(one)
      const mishap = mishaps.shift()
      if (mishap?.kind === 'status') return answer(response, { status: mishap.status, body: mishap.body ?? {} })
      const served = serve(one)
      if (mishap?.kind === 'cut_after') return void request.socket.destroy()
      if (mishap?.kind === 'silent_after') return
      answer(response, served)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    mishaps,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

function answer(response: ServerResponse, { status, body }: Answered): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(status === 204 ? undefined : JSON.stringify(body))
}
