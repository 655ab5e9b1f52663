import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Gray } from '../../src/infra/images/gray.ts'
import { hasSystemTesseract, SystemRecogniser } from '../../src/infra/ocr/engine/system.ts'
import { openOcr } from '../../src/infra/ocr/ocr.ts'

const path = process.env.PATH
const folders: string[] = []
afterEach(() => {
  process.env.PATH = path
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** Puts a program of that name first on the path. */
function install(script: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'tesseract-'))
  folders.push(folder)
  writeFileSync(join(folder, 'tesseract'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'tesseract'), 0o755)
  process.env.PATH = `${folder}:${path}`
}

const page: Gray = { data: new Uint8Array(6).fill(255), width: 3, height: 2 }
const recognise = (signal?: AbortSignal) => new SystemRecogniser().recognise(page, signal)

describe.skipIf(process.platform === 'win32')("the machine's own engine", () => {
  it('is given the page by a pipe, one thread, and asked for a table', async () => {
    install('head -c 11; echo "|$OMP_THREAD_LIMIT|$HOME|$*"')
    expect(await recognise()).toEqual({ tsv: 'P5\n3 2\n255\n|1||- - --psm 3 --oem 1 --dpi 250 -l eng tsv\n' })
  })

  it('that fails, breaks off or is missing is broken, not a crash', async () => {
    install('cat > /dev/null; exit 3')
    expect(await recognise()).toBe('broken')
    install('exec 0<&-; kill -9 $$')
    expect(await recognise()).toBe('broken')
    process.env.PATH = tmpdir()
    expect(await recognise()).toBe('broken')
  })

  it('is ended when its owner gives up', async () => {
    install('exec sleep 30')
    const stop = new AbortController()
    const said = recognise(stop.signal)
    setTimeout(() => stop.abort(), 50)
    expect(await said).toBe('cancelled')
    expect(await recognise(stop.signal)).toBe('cancelled')
  })

  it('counts as there only with English', async () => {
    install('printf "List of available languages (2):\\neng\\nosd\\n"')
    expect(await hasSystemTesseract()).toBe(true)
    expect(await openOcr({ engine: 'auto', atOnce: 1 })).toMatchObject({ engine: 'system' })
    install('printf "List of available languages (1):\\nosd\\n"')
    expect(await hasSystemTesseract()).toBe(false)
    expect(await openOcr({ engine: 'system', atOnce: 1 })).toBeNull()
    expect(await openOcr({ engine: 'auto', atOnce: 1 })).toMatchObject({ engine: 'packaged' })
  })
})
