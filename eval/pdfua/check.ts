/**
 * Validates PDFs against PDF/UA-1 with veraPDF: the files given, or the letter and packet of the
 * test fixture. `--require` makes a missing validator a failure (for CI) instead of a skip.
 * How to get the validator: README.md beside this file.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packetPdf } from '../../src/infra/pdf/packetPdf.ts'
import { file, recordPdf } from '../../test/packet/files.ts'
import { plan } from '../../test/packet/fixture.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { require: { type: 'boolean', default: false } } })
const jaxb = ['jaxb-runtime', 'jaxb-core', 'istack-commons-runtime', 'txw2', 'stax-ex', 'FastInfoset', 'javax.activation']
const classpath = [process.env.VERAPDF_JAR ?? '', ...jaxb.map((name) => `/usr/share/java/${name}.jar`)]

const missing = [
  ...(spawnSync('java', ['-version']).status === 0 ? [] : ['java']),
  ...(process.env.VERAPDF_JAR ? [] : ['the environment variable VERAPDF_JAR']),
  ...classpath.filter((jar) => jar && !existsSync(jar)),
]
if (missing.length > 0) {
  console.log(`SKIPPED: PDF/UA was not checked. Missing: ${missing.join(', ')}. See eval/pdfua/README.md.`)
  process.exit(values.require ? 1 : 0)
}

const files = positionals.length > 0 ? positionals : await fixtureFiles()
const run = spawnSync('java', ['-cp', classpath.join(':'), join(import.meta.dirname, 'PdfUa.java'), ...files], {
  encoding: 'utf8',
})
process.stdout.write(run.stdout)
if (run.status !== 0) process.stderr.write(run.stderr)
process.exit(run.status ?? 1)

async function fixtureFiles(): Promise<string[]> {
  const exhibits = new Map(plan.exhibits.map((e) => [e.doc, file(`${e.id}.pdf`, recordPdf(e.title, e.pageCount))]))
  const made = await packetPdf(plan, exhibits)
  if (!made.ok) throw new Error(made.problems[0].say)
  const dir = mkdtempSync(join(tmpdir(), 'pdfua-'))
  return Object.entries({ 'letter.pdf': made.value.letterPdf, 'packet.pdf': made.value.pdf }).map(([name, bytes]) => {
    const path = join(dir, name)
    writeFileSync(path, bytes)
    return path
  })
}
