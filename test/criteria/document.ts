import { readFileSync } from 'node:fs'
import type { SourceDocument } from '../../src/reading/document.ts'

/** A text as a document: form feeds part its pages. */
export const textDocument = (text: string, id = 'policy'): SourceDocument => ({
  id,
  name: `${id}.txt`,
  media: 'text',
  sha256: '',
  pages: text
    .replace(/\f$/, '')
    .split('\f')
    .map((page, i) => ({ number: i + 1, width: 612, height: 792, text: page, words: [] })),
})

export const policyText = (file: string): string => readFileSync(new URL(`policies/${file}`, import.meta.url), 'utf8')
