import type { GuideLang } from '../../src/document/guide/guide.ts'
import { makePage, pageKeys } from '../../src/document/pages/library.ts'
import type { Page } from '../../src/document/pages/page.ts'
import { loadExampleLetters } from '../../src/infra/knowledge/exampleLetters.ts'
import { loadKnowledge } from '../../src/infra/knowledge/load.ts'
import type { Knowledge } from '../../src/knowledge/assemble.ts'

export const letters = loadExampleLetters()

/** The shipped records, all kinds. */
export const shipped: Knowledge = (() => {
  const loaded = loadKnowledge()
  if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.where} ${p.say}`).join('\n'))
  return loaded.value
})()

/** Every page of the library in one language. */
export const allPages = (lang: GuideLang): readonly Page[] =>
  pageKeys(shipped, letters).map((key) => {
    const page = makePage(shipped, lang, key, letters)
    if (!page) throw new Error(`no page ${key.kind} ${key.id}`)
    return page
  })
