import { describe, expect, test } from 'vitest'
import { guideExists } from '../../src/document/guide/links.ts'
import { pageAddressed } from '../../src/document/pages/address.ts'
import { pageAddresses, pageAt } from '../../src/document/pages/library.ts'
import { claimsOfPage, type Page, type PageBlock, refsOfPage } from '../../src/document/pages/page.ts'
import { payerNames } from '../../src/knowledge/resolvePayer.ts'
import { payerBySlug, reasonBySlug, treatmentBySlug } from '../../src/knowledge/resolveSlug.ts'
import { allPages, letters, shipped as real } from './all.ts'

const pages = { en: allPages('en'), es: allPages('es') }
const both = [...pages.en, ...pages.es]
const where = (p: Page) => p.address

const isEmpty = (b: PageBlock): boolean => {
  switch (b.kind) {
    case 'heading':
      return !b.text.trim()
    case 'paragraph':
      return !b.claims.length
    case 'list':
      return !b.items.length || b.items.some((i) => !i.length)
    case 'fields':
    case 'rights':
      return !b.rows.length
    case 'table':
      return !b.columns.length
    case 'refs':
      return !b.refs.length
    case 'links':
      return !b.links.length
    case 'pages':
      return !b.pages.length
    case 'sources':
      return !b.sources.length
    case 'letter':
      return !b.letter.blocks.length
  }
}

describe('every page', () => {
  test('says nothing without support, and no support is empty', () => {
    const bare = both.flatMap((p) =>
      claimsOfPage(p)
        .filter((c) => !c.sentence.trim() || c.support.some((s) => !s.quote.trim()))
        .map((c) => `${where(p)}: ${c.sentence}`),
    )
    expect(bare).toEqual([])
  })

  test('has no empty section or block, no heading over nothing, no section twice', () => {
    const wrong = both.flatMap((p) => [
      ...p.sections
        .filter((s) => !s.blocks.length || s.blocks.some(isEmpty) || !s.heading.trim())
        .map((s) => `${where(p)} ${s.id}`),
      ...p.sections
        .filter((s) => s.blocks.some((b, i) => b.kind === 'heading' && (s.blocks[i + 1]?.kind ?? 'heading') === 'heading'))
        .map((s) => `${where(p)} heading in ${s.id}`),
      ...(new Set(p.sections.map((s) => s.id)).size === p.sections.length ? [] : [`${where(p)} twice`]),
    ])
    expect(wrong).toEqual([])
  })

  test('has no slips of the pen', () => {
    const slip = /\bundefined\b|\bNaN\b|[{}]|,,|;;|(?<!\.)\.\.(?!\.)|:\.|,\.|\(\)|\s[,;](?=\s)|\s\.(?=\s|$)|Holds for: \.|\?\./
    const wrong = both.flatMap((p) =>
      claimsOfPage(p)
        .filter((c) => slip.test(c.sentence))
        .map((c) => `${where(p)}: ${c.sentence}`),
    )
    expect([...new Set(wrong)].slice(0, 10)).toEqual([])
  })

  test('ends with how far to trust it, and says that nobody reviewed it', () => {
    for (const p of both) {
      expect(p.reviewed).toBeNull()
      expect(p.sections.at(-1)?.id, where(p)).toBe('limits')
    }
    expect(
      new Set(pages.en.map((p) => claimsOfPage(p).some((c) => c.sentence.startsWith('No clinician or lawyer')))).has(false),
    ).toBe(false)
  })

  test('stands at its own address, alone, in both languages with the same sections', () => {
    expect(new Set(both.map(where)).size).toBe(both.length)
    expect(pages.es.map((p) => [p.address.replace(/^\/es/, '') || '/', p.sections.map((s) => s.id)])).toEqual(
      pages.en.map((p) => [p.address, p.sections.map((s) => s.id)]),
    )
    for (const p of both) expect(pageAddressed(real, p.address)).toEqual({ lang: p.lang, kind: p.kind, id: p.id })
    expect(pageAddresses(real, 'en', letters)).toEqual(pages.en.map(where))
  })

  test('links only to pages and guides that exist, in its own language, once in a block', () => {
    const known = new Set(both.map(where))
    const wrong = both.flatMap((p) =>
      refsOfPage(p)
        .filter((r) => {
          if ((p.lang === 'es') !== /^\/es(\/|$)/.test(r.address)) return true
          if (r.kind !== 'guide') return !known.has(r.address) || r.address === p.address
          const [payer = '', treatment = '', reason = ''] = r.id.split('/')
          const [t, y] = [treatmentBySlug(real, treatment), reasonBySlug(real, reason)]
          return !payerBySlug(real, payer) || !t || !y || !guideExists(real, t, y)
        })
        .map((r) => `${where(p)} → ${r.address}`),
    )
    expect(wrong.slice(0, 10)).toEqual([])
    for (const p of both)
      for (const b of p.sections.flatMap((s) => s.blocks))
        if (b.kind === 'refs') expect(new Set(b.refs.map((r) => `${r.address} ${r.kind}`)).size, where(p)).toBe(b.refs.length)
  })

  test('lists its laws and labels among the sources', () => {
    for (const p of both) {
      const cited = new Set(
        claimsOfPage(p).flatMap((c) => c.support.flatMap((s) => (real.sources.has(s.source) ? [s.source] : []))),
      )
      const listed = new Set(
        p.sections.flatMap((s) => s.blocks).flatMap((b) => (b.kind === 'sources' ? b.sources.flatMap((x) => x.ids) : [])),
      )
      expect([where(p), [...cited].filter((id) => !listed.has(id))]).toEqual([where(p), []])
    }
  })
})

/** Names that are the same in both languages, longest first. */
const NAMES = [
  ...[...real.payers.values()].flatMap((p) => [
    ...payerNames(p),
    ...p.abbreviations,
    ...(p.parent ? [p.parent] : []),
    ...(p.policies ? [p.policies.name] : []),
    ...p.regulators,
    ...p.delegates.flatMap((d) => d.name ?? []),
  ]),
  ...[...real.treatments.values()].flatMap((t) => [t.displayName, ...t.brands, ...t.generic]),
  ...[...real.states.values()].flatMap((s) => [
    s.regulator?.name,
    s.regulator?.help?.name,
    ...(s.regulator?.others ?? []).map((o) => o.name),
  ]),
  ...[...real.sources.values()].map((s) => s.cite),
]
  .flatMap((n) => (n && /\s/.test(n) ? [n] : []))
  .sort((a, b) => b.length - a.length)

const ENGLISH = /\b(the|and|with|your|this|that|which|must|from|when|these|their|should|would)\b/i
const stripped = (text: string) =>
  NAMES.reduce(
    (t, n) => (t.includes(n) ? t.replaceAll(n, '') : t),
    text
      .replace(/“[^”]*”/g, '')
      .replace(/https?:\S+/g, '')
      .replace(/\([^)]*(CFR|USC|U\.S\.C|§|Stat|Code|Ins\.)[^)]*\)/g, ''),
  )

describe('a Spanish page', () => {
  test('has no English outside what is marked English, names and quotations', () => {
    const wrong = pages.es.flatMap((p) => [
      ...claimsOfPage(p)
        .filter((c) => c.lang !== 'en' && ENGLISH.test(c.sentence) && ENGLISH.test(stripped(c.sentence)))
        .map((c) => `${where(p)}: ${c.sentence}`),
      ...p.sections.filter((s) => !s.headingLang && ENGLISH.test(s.heading)).map((s) => `${where(p)} heading: ${s.heading}`),
      ...refsOfPage(p)
        .filter((r) => !r.titleLang && ENGLISH.test(r.title) && ENGLISH.test(stripped(r.title)))
        .map((r) => `${where(p)} link: ${r.title}`),
    ])
    expect([...new Set(wrong)].slice(0, 20)).toEqual([])
  })

  test('of a process, a scenario, a payer or an index is Spanish throughout', () => {
    const kinds = new Set(['process', 'scenario', 'payer', 'home', 'payers', 'coverages', 'processes', 'scenarios', 'letter'])
    const kept = pages.es
      .filter((p) => kinds.has(p.kind))
      .flatMap((p) =>
        claimsOfPage(p)
          .filter((c) => c.lang === 'en')
          .map((c) => `${where(p)}: ${c.sentence}`),
      )
    expect([...new Set(kept)]).toEqual([])
  })
})

describe('what each kind must show', () => {
  test('a treatment with a warning shows it first', () => {
    const warned = [...real.treatments.values()].filter((t) => t.warnings.length).map((t) => t.id)
    expect(warned.length).toBeGreaterThan(0)
    for (const p of both) if (p.kind === 'treatment' && warned.includes(p.id)) expect(p.sections[0]?.id, where(p)).toBe('warning')
  })

  test('a payer and the companies that decide for it name each other', () => {
    const refs = (address: string, section: string) =>
      pageAt(real, address, letters)
        ?.sections.find((s) => s.id === section)
        ?.blocks.flatMap((b) => (b.kind === 'refs' ? b.refs.map((r) => r.id) : [])) ?? []
    for (const p of real.payers.values())
      for (const d of p.delegates)
        if (d.payer) {
          expect(refs(`/help/${p.id}`, 'decides')).toContain(d.payer)
          expect(refs(`/help/${d.payer}`, 'decides-for')).toContain(p.id)
        }
  })

  test('a coverage page has every rung and the clock of every window to ask', () => {
    for (const c of real.coverage.values()) {
      const page = pageAt(real, `/coverage/${c.id.replaceAll('_', '-')}`, letters)
      const said = page ? claimsOfPage(page) : []
      const headings = page?.sections.flatMap((s) => s.blocks).flatMap((b) => (b.kind === 'heading' ? [b.text] : [])) ?? []
      for (const level of c.levels) {
        expect(headings).toContain(level.name.en)
        for (const ref of level.file ?? []) {
          const [source, pin = ''] = ref.split('#')
          const says = real.sources.get(source ?? '')?.provisions[pin]?.says
          expect(
            said.some((claim) => claim.support.some((s) => s.quote === says)),
            `${c.id} ${ref}`,
          ).toBe(true)
        }
      }
    }
  })

  test('an unknown address has no page', () => {
    for (const address of [
      '/help/nobody',
      '/process/nothing',
      '/es/nowhere',
      '/reasons/step-therapy/other',
      '/help/cigna/cimt/step-therapy',
      '/treatments/cimt/letter',
    ])
      expect(pageAt(real, address, letters), address).toBeNull()
    expect(pageAt(real, '/ES/Process/External-Review/', letters)?.address).toBe('/es/process/external-review')
  })
})
