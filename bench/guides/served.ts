import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../example.ts'
import { type Spread, spread } from '../figures.ts'

export interface Served {
  /** Requests a second, each run. */
  readonly ours: Spread
  readonly nginx: Spread
  /** Of the medians. */
  readonly ratio: number
  readonly bytes: number
  readonly encoding: string
}

const PAGE = '/help/cigna/cimt/step-therapy'
const RUNS = 5
const SECONDS = 4

/** What is missing of the tools, with how to get it; null where all are there. */
export function missingTools(): string | null {
  const missing = ['wrk', 'nginx', 'taskset'].filter((tool) => spawnSync('which', [tool]).status !== 0)
  return missing.length ? `${missing.join(', ')}: apt-get install wrk nginx-light util-linux` : null
}

/** One cached page through both servers in turn, each alone on core 0 with wrk on core 1, kept-alive connections. */
export async function served(encoding: 'identity' | 'gzip'): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-guides-'))
  const [port, nginxPort] = [await freePort(), await freePort()]
  const node = spawn('taskset', ['-c', '0', process.execPath, join(root, 'scripts/start.ts')], {
    env: { ...process.env, PORT: String(port), PUBLIC_URL: 'https://guides.example.org' },
    stdio: 'ignore',
  })
  try {
    await answering(`http://127.0.0.1:${port}/`)
    const headers = { 'accept-encoding': encoding }
    const page = await fetch(`http://127.0.0.1:${port}${PAGE}`, { headers })
    await page.arrayBuffer()
    const plain = Buffer.from(
      await (await fetch(`http://127.0.0.1:${port}${PAGE}`, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer(),
    )
    startNginx(folder, nginxPort, plain)
    try {
      await answering(`http://127.0.0.1:${nginxPort}/page.html`)
      const ours: number[] = []
      const theirs: number[] = []
      let bytes = 0
      for (let run = 0; run < RUNS; run++) {
        ours.push(load(`http://127.0.0.1:${port}${PAGE}`, encoding).perSecond)
        const one = load(`http://127.0.0.1:${nginxPort}/page.html`, encoding)
        theirs.push(one.perSecond)
        bytes = one.bytes
      }
      const [a, b] = [spread(ours), spread(theirs)]
      return { ours: a, nginx: b, ratio: a.median / b.median, bytes, encoding }
    } finally {
      spawnSync('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-s', 'stop'], { stdio: 'ignore' })
    }
  } finally {
    node.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A fixed one may be taken, and its holder would then be what is measured. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

function startNginx(folder: string, port: number, page: Buffer) {
  mkdirSync(join(folder, 'www'))
  mkdirSync(join(folder, 'logs'))
  writeFileSync(join(folder, 'www/page.html'), page)
  // Compressed ahead, so that nginx too sends what is ready.
  spawnSync('gzip', ['-k', '-6', join(folder, 'www/page.html')])
  writeFileSync(
    join(folder, 'nginx.conf'),
    `worker_processes 1; worker_cpu_affinity 01; pid ${folder}/nginx.pid; error_log ${folder}/logs/error.log;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; gzip_static on; open_file_cache max=10;
types { text/html html; }
client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
server { listen 127.0.0.1:${port}; root ${folder}/www; } }`,
  )
  const started = spawnSync('taskset', ['-c', '0', 'nginx', '-p', folder, '-c', join(folder, 'nginx.conf')], { encoding: 'utf8' })
  if (started.status !== 0) throw new Error(started.stderr)
}

function load(url: string, encoding: string): { readonly perSecond: number; readonly bytes: number } {
  const args = ['-c', '1', 'wrk', '-t1', '-c16', `-d${SECONDS}s`, '-H', `Accept-Encoding: ${encoding}`, url]
  const said = spawnSync('taskset', args, { encoding: 'utf8' }).stdout
  if (/Non-2xx/.test(said)) throw new Error(said)
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1])
  const [, transferred = '0', unit = 'M'] = /requests in [^,]+, ([\d.]+)(K|M|G)B read/.exec(said) ?? []
  const requests = Number(/(\d+) requests in/.exec(said)?.[1])
  const bytes = (Number(transferred) * { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 }[unit as 'K' | 'M' | 'G']) / requests
  return { perSecond, bytes: Math.round(bytes) }
}

async function answering(url: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    const answer = await fetch(url).catch(() => null)
    if (answer) {
      await answer.arrayBuffer()
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`nothing answers at ${url}`)
}
