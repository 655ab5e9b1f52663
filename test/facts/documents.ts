import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileVocabulary, type Vocabulary } from '../../src/facts/vocabulary.ts'
import { assemble } from '../../src/knowledge/assemble.ts'
import type { SourceDocument } from '../../src/reading/document.ts'

const knowledge = join(import.meta.dirname, '../../knowledge')

/** The vocabulary of this repository, compiled once. */
export const vocabulary: Vocabulary = (() => {
  const paths = globSync('facts/**/*.yaml', { cwd: knowledge }).sort()
  const loaded = assemble(paths.map((path) => ({ path, text: readFileSync(join(knowledge, path), 'utf8') })))
  if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.where} ${p.say}`).join('\n'))
  return compileVocabulary(loaded.value.facts.values())
})()

/** A text document as the decoder gives it; form feeds part the pages. */
export function textDocument(text: string, id = 'record-1', name = `${id}.txt`): SourceDocument {
  const pages = text.split('\f').map((t, i) => ({ number: i + 1, width: 612, height: 792, text: t, words: [] }))
  return { id, name, media: 'text', sha256: '', pages }
}

const notes = join(import.meta.dirname, 'notes')
export const noteNames = globSync('*.txt', { cwd: notes }).sort()
export const note = (name: string): SourceDocument =>
  textDocument(readFileSync(join(notes, name), 'utf8'), name.replace(/\.txt$/, ''), name)
