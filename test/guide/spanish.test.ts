import { describe, expect, test } from 'vitest'
import { addDays, type CivilDate } from '../../src/base/date.ts'
import { claimsOfSection, type GuideSection } from '../../src/document/guide/guide.ts'
import { missingSpanish } from '../../src/document/guide/missingSpanish.ts'
import { fillSections } from '../../src/document/guide/slots.ts'
import { lower } from '../../src/document/guide/voice.ts'
import { en } from '../../src/document/guide/words/en.ts'
import { es } from '../../src/document/guide/words/es.ts'
import { spanishOf } from '../../src/knowledge/spanish.ts'
import { knowledge } from './five.ts'
import { planOf, sampleKeys } from './sample.ts'

/** A name as sentences use it: small, without what stands in parentheses. */
const bare = (name: string) => lower(name.replace(/ \([^)]*\)$/, ''))

/** English words that no Spanish sentence has, names of laws and quotations taken out first. */
const ENGLISH =
  /\b(the|and|of|that|which|with|is|are|was|were|not|this|from|must|your|you|their|has|have|been|by|it|if|The|This|If|Not|You|Your)\b/

/** "Therapy Network of Florida": capitals on both sides of the small word, as no sentence has them. */
const ORGANIZATION = /[A-Z][\w’&]+(?: [A-Z][\w’&]+)* (?:of|and|for|the) [A-Z][\w’&]+/g

/** What stays English by its nature: citations, names in quotation marks, titles, records' proper names. */
function ownWords(text: string): string {
  if (!ENGLISH.test(text)) return ''
  return withoutNames(text.replace(/“[^”]*”/g, ' '))
    .replace(/\([^()]*\)/g, ' ')
    .replace(ORGANIZATION, ' ')
}

function withoutNames(text: string): string {
  let left = text
  for (const name of properNames) if (left.includes(name)) left = left.replaceAll(name, ' ')
  return left
}

const properNames = [
  ...[...knowledge.payers.values()].flatMap((p) => [
    p.displayName,
    ...p.products,
    ...p.aliases,
    ...(p.policies ? [p.policies.name] : []),
    ...p.criteriaSets,
  ]),
  ...[...knowledge.payers.values()].flatMap((p) => p.delegates.flatMap((d) => d.name ?? [])),
  ...[...knowledge.sources.values()].flatMap((s) => [s.cite, s.title, ...(s.publisher ? [s.publisher] : [])]),
  ...[...knowledge.treatments.values()].flatMap((t) => [
    ...[t.displayName, t.displayNameEs, t.shortName].flatMap((name) => (name ? [name, lower(name), bare(name)] : [])),
    ...t.brands,
    ...t.generic,
  ]),
  ...[...knowledge.states.values()].flatMap((state) => state.regulator?.name ?? []),
  'Motor Activity Log',
  'summary plan description',
]
  .filter((name) => name.length > 3)
  .map((name) => name.replaceAll("'", '’'))
  .sort((a, b) => b.length - a.length)

/** Every part of 400 guides once, as a Spanish reader sees it, and its English. */
const parts = new Map<string, { readonly sections: readonly GuideSection[]; readonly english: readonly GuideSection[] }>()
for (const key of sampleKeys(400, 19)) {
  const english = planOf(key)
  for (const [i, part] of planOf({ ...key, lang: 'es' }).parts.entries())
    if (!parts.has(part.key))
      parts.set(part.key, {
        sections: fillSections(part.make([]), english.payer),
        english: fillSections(english.parts[i]?.make([]) ?? [], english.payer),
      })
}
const spanish = [...parts].map(([key, of]) => ({ key, ...of }))
const claims = (sections: readonly GuideSection[]) => sections.flatMap(claimsOfSection)

describe('Spanish guides', () => {
  test('no English in a sentence that is not marked as English', () => {
    expect(spanish.length).toBeGreaterThan(2000)
    for (const { key, sections } of spanish)
      for (const c of claims(sections)) if (!c.lang) expect(ownWords(c.sentence), `${key}: ${c.sentence}`).not.toMatch(ENGLISH)
  })

  test('no English in headings, labels and columns that are not marked', () => {
    const labels = (s: GuideSection) => [
      s.heading,
      ...s.blocks.flatMap((b) => {
        if (b.kind === 'heading') return b.lang ? [] : [b.text]
        if (b.kind === 'table') return b.columnsLang ? [] : [...b.columns]
        if (b.kind === 'fields') return b.rows.map((r) => r.label)
        if (b.kind === 'rights') return b.rows.map((r) => r.names)
        if (b.kind === 'links') return b.links.map((l) => l.title)
        return b.kind === 'pages' ? b.pages.map((page) => page.title) : []
      }),
    ]
    for (const { key, sections } of spanish)
      for (const text of sections.flatMap(labels)) expect(ownWords(text), `${key}: ${text}`).not.toMatch(ENGLISH)
  })

  test('what is marked as English is explained in the same section, in Spanish', () => {
    for (const { key, sections } of spanish)
      for (const s of sections) {
        const said = s.blocks.flatMap((b) => (b.kind === 'paragraph' ? b.claims.map((c) => c.sentence) : []))
        const marked = /"(lang|columnsLang)":"en"/.test(JSON.stringify(s.blocks))
        expect(said.includes(es.keptEnglish), key).toBe(marked)
      }
  })

  test('law, deadlines and our own words are whole in Spanish', () => {
    const whole: readonly string[] = ['rights', 'framework', 'deadline', 'next', 'offer', 'limits', 'status', 'example', 'payer']
    for (const { key, sections } of spanish)
      for (const s of sections) if (whole.includes(s.id)) expect(JSON.stringify(s.blocks), key).not.toContain('"lang":"en"')
  })

  test('figures of law and deadlines are the same in both languages', () => {
    const law = /^(rights|framework|deadline|next|payer|offer|answer|angle)\|/
    const figures = (text: string) => (text.match(/\d+/g) ?? []).sort().join(' ')
    /** A treatment's name may have a figure in one language only. */
    const same = (a: string, b: string) => figures(a) === figures(b) || figures(withoutNames(a)) === figures(withoutNames(b))
    for (const { key, sections, english } of spanish.filter((part) => law.test(part.key))) {
      const translated = claims(sections).filter((c) => c.sentence !== es.keptEnglish)
      const original = claims(english)
      expect(translated.length, key).toBe(original.length)
      for (const [i, c] of translated.entries())
        expect(same(c.sentence, original[i]?.sentence ?? ''), `${key}: ${c.sentence}`).toBe(true)
    }
  })

  test('every kind of day has a deadline whose arithmetic is in Spanish', () => {
    const start = '2026-01-01' as CivilDate
    for (let day = 0; day < 365; day += 31)
      for (const coverage of knowledge.coverage.keys()) {
        const request = { payer: 'cigna', treatment: 'ocrelizumab', reason: 'step-therapy', coverage, lang: 'es' as const }
        const plan = planOf({ ...request, noticeDate: addDays(start, day) })
        const deadline = plan.parts.find((part) => part.id === 'deadline')?.make()
        expect(JSON.stringify(deadline), `${coverage} ${addDays(start, day)}`).not.toContain('"lang":"en"')
      }
  })
})

describe('what has no Spanish', () => {
  const missing = missingSpanish(knowledge)
  const of = (...kinds: readonly string[]) => missing.filter((m) => kinds.includes(m.kind)).map((m) => `${m.where}: ${m.en}`)
  test('rights, deadlines, reasons and notes of guides: nothing', () => expect(of('right', 'guide', 'reason')).toEqual([]))
  test('the list sees a sentence that loses its Spanish', () => {
    const [record] = knowledge.reasons.values()
    const [first] = spanishOf(knowledge).keys()
    if (!record || !first) throw new Error('records missing')
    const less = { ...knowledge, spanish: new Map() }
    expect(missingSpanish(less).length).toBeGreaterThan(missing.length)
  })
})

test('both dictionaries have words for every unit, event, family and kind', () => {
  const paths = (value: unknown, at = ''): string[] =>
    typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, v]) => paths(v, `${at}.${key}`)) : [at]
  expect(paths(es).sort()).toEqual(paths(en).sort())
})
