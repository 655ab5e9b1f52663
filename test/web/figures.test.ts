import { describe, expect, test } from 'vitest'
import { ladderFigure } from '../../src/apps/web/figures/ladder.ts'
import { rungsOf } from '../../src/apps/web/figures/rungs.ts'
import { timeline } from '../../src/apps/web/figures/timeline.ts'
import { LANGS } from '../../src/apps/web/language.ts'
import { WORDS } from '../../src/apps/web/words/words.ts'
import { whole } from '../find/whole.ts'

const coverageOf = (id: string) => {
  const found = whole.coverage.get(id)
  if (!found) throw new Error(`no coverage ${id}`)
  return found
}

describe.each(LANGS)('pictures in %s', (lang) => {
  const words = WORDS[lang]
  const time = (id: string) => timeline('t', id, rungsOf(whole, coverageOf(id), lang, words), words)
  const ladder = (id: string) => ladderFigure('l', id, rungsOf(whole, coverageOf(id), lang, words), words)
  const review = { en: 'External review', es: 'Revisión externa' }[lang]

  test('a grandfathered plan is not shown an external review as everybody’s', () => {
    expect(time('grandfathered')).not.toContain(review)
    expect(time('erisa_self_funded')).toContain(review)
  })

  test('the ladder says under which condition a rung is there', () => {
    expect(ladder('grandfathered')).toContain(words.onlyIf.no_surprises_dispute)
    expect(ladder('erisa_self_funded')).not.toContain(words.onlyIf.no_surprises_dispute)
  })

  test('every coverage type has a picture whose words stand in its description too', () => {
    for (const id of whole.coverage.keys())
      for (const picture of [time(id), ladder(id)].filter(Boolean)) {
        const drawn = [...String(picture).matchAll(/<tspan[^>]*>([^<]*)<\/tspan>/g)].map((m) => m[1] ?? '').join(' ')
        expect(String(picture)).toMatch(/<title[^>]*>[^<]+<\/title>/)
        expect(drawn.length).toBeGreaterThan(0)
      }
  })
})
