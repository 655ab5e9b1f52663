import { execFile, spawn } from 'node:child_process'
import { type Gray, pgm } from '../../images/gray.ts'
import { NOMINAL_DPI, RECOGNITION_TIME, type Recogniser, type Unrecognised } from './engine.ts'

const COMMAND = 'tesseract'
/** Words of a page are some hundred kilobytes; more is not a page. */
const MOST_OUTPUT = 32 * 1024 * 1024
/** Its own threads get in each other's way: one core for a page is four times as fast. */
const env = () => ({ PATH: process.env.PATH, TESSDATA_PREFIX: process.env.TESSDATA_PREFIX, OMP_THREAD_LIMIT: '1' })

/** True where the machine has Tesseract with English. */
export const hasSystemTesseract = (): Promise<boolean> =>
  new Promise((resolve) => {
    execFile(COMMAND, ['--list-langs'], { timeout: 5_000, env: env() }, (error, out, err) =>
      resolve(!error && /^eng$/m.test(`${out}\n${err}`)),
    )
  })

/** The machine's own Tesseract, a process for each page; the page goes in and out by pipes, never by a file. */
export class SystemRecogniser implements Recogniser {
  recognise(page: Gray, signal: AbortSignal | undefined): Promise<{ readonly tsv: string } | Unrecognised> {
    if (signal?.aborted) return Promise.resolve('cancelled')
    return new Promise((resolve) => {
      const args = ['-', '-', '--psm', '3', '--oem', '1', '--dpi', NOMINAL_DPI, '-l', 'eng', 'tsv']
      const child = spawn(COMMAND, args, { env: env(), stdio: ['pipe', 'pipe', 'ignore'] })
      const chunks: Buffer[] = []
      let size = 0
      const finish = (answer: { readonly tsv: string } | Unrecognised) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', cancel)
        child.kill('SIGKILL')
        resolve(answer)
      }
      const timer = setTimeout(() => finish('slow'), RECOGNITION_TIME)
      const cancel = () => finish('cancelled')
      signal?.addEventListener('abort', cancel)
      child.stdout.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > MOST_OUTPUT) finish('broken')
        else chunks.push(chunk)
      })
      child.on('error', () => finish('broken'))
      child.on('close', (code) => finish(code === 0 ? { tsv: Buffer.concat(chunks).toString('utf8') } : 'broken'))
      // A process that ended early closes its pipe; its exit is what is reported.
      child.stdin.on('error', () => {})
      child.stdin.end(pgm(page))
    })
  }

  async rest(): Promise<void> {}
}
