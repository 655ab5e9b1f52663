/**
 * Makes the documents of `examples/<case>` from its `source`, at the same relative path:
 * `source/records/x.typ` → `records/x.pdf`, `source/denial.docx.ts` → `denial.docx`.
 * Text and HTML documents have no source: they are written by hand. Same sources, same bytes.
 *
 *   node scripts/make-examples.ts            all cases
 *   node scripts/make-examples.ts cimt       the cases whose folder name contains "cimt"
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { EXAMPLES, exampleDocuments } from '../test/fixtures/example-documents.ts'

for await (const { path, bytes } of exampleDocuments(process.argv[2])) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  process.stderr.write(`${relative(EXAMPLES, path)}  ${Math.ceil(bytes.length / 1024)} KB\n`)
}
