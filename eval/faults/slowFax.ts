import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Between the service and the fax provider: the provider takes a fax at once, its answer comes late, so that there is a time to be killed in. */
export async function slowFax(to: string, delay: () => number): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((asked, answer) => {
    const passed = request(new URL(asked.url ?? '/', to), { method: asked.method, headers: asked.headers }, (reply) => {
      setTimeout(
        () => {
          answer.writeHead(reply.statusCode ?? 500, reply.headers)
          reply.pipe(answer)
        },
        asked.method === 'POST' ? delay() : 0,
      )
    })
    passed.on('error', () => answer.destroy())
    // A service that was killed in the middle of sending has sent nothing.
    asked.on('aborted', () => passed.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.closeAllConnections() }
}
