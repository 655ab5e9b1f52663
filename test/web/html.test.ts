import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { esc, html, isWebAddress, join } from '../../src/apps/web/html/html.ts'
import { renderBlock } from '../../src/apps/web/render/blocks.ts'
import { contextOf } from '../../src/apps/web/render/context.ts'
import { claim } from '../../src/argument/claim.ts'
import type { GuideClaim } from '../../src/document/guide/guide.ts'
import { get, library, mainOf, post } from './site.ts'

const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</textarea><script>alert(1)</script>',
  '</title><svg onload=alert(1)>',
  'javascript:alert(1)',
  '&lt;script&gt;',
  '\uE000\uE001\uE010\uE011',
]

/** No tag of the attack became a tag, and no tag of ours took one of its attributes. */
/** A block of data is no script, as long as nothing in it can end it. */
const DATA = /<script type="application\/ld\+json">[^<]*<\/script>/g
const isHarmless = (markup: string) =>
  !/<(?:script|img|svg onload)|<[^>]*\son[a-z]+=/i.test(markup.replace(DATA, '').replace(/"[^"]*"/g, '""'))

describe('markup', () => {
  test.each(ATTACKS)('esc makes %s harmless', (attack) => expect(isHarmless(esc(attack))).toBe(true))

  test('esc loses nothing and lets no special character through', () => {
    const plain = (s: string) =>
      s.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'")
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(plain(esc(text))).toBe(text)
        expect(esc(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/)
      }),
    )
  })

  test('templates and lists put markup together as it is', () => {
    expect(html`<p>${esc('a & b')} ${3}</p>`).toBe('<p>a &amp; b 3</p>')
    expect(join([esc('<'), esc('>')], ' ')).toBe('&lt; &gt;')
  })

  test.each([
    ['https://www.ecfr.gov/current/title-5', true],
    ['http://example.org/a?b=c', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['//example.org', false],
    ['https://example.org/" onclick="x', false],
  ])('%s may be a link: %s', (url, good) => expect(isWebAddress(url)).toBe(good))
})

describe('what comes from records and readers', () => {
  const context = contextOf(library, 'en')

  test.each(ATTACKS)('every block renders %s as text', (attack) => {
    const said: GuideClaim = claim(attack, [{ kind: 'law', source: 's', pin: '', quote: attack, status: 'verified' }])
    const blocks = [
      { kind: 'heading', text: attack },
      { kind: 'paragraph', claims: [said] },
      { kind: 'list', ordered: true, items: [[said]] },
      { kind: 'list', ordered: false, items: [[said, { ...said, lang: 'en' }]] },
      { kind: 'fields', rows: [{ label: attack, claim: said }] },
      {
        kind: 'table',
        caption: said,
        columns: [attack, attack],
        rows: [
          [[said], [said]],
          [[said], []],
        ],
      },
      {
        kind: 'rights',
        rows: [{ coverages: [attack], names: attack, firstAppeal: said, decision: said, after: said, court: null, cite: attack }],
      },
      { kind: 'links', links: [{ key: { payer: '', treatment: '', reason: '' }, address: attack, title: attack, why: said }] },
      {
        kind: 'sources',
        sources: [
          { ids: [], cite: attack, titles: [attack], publisher: attack, asOf: attack, statuses: ['verified'], url: attack },
        ],
      },
    ] as const
    for (const block of blocks) {
      const markup = renderBlock(block, context)
      expect(isHarmless(markup), block.kind).toBe(true)
      expect(markup).not.toMatch(/href="javascript:/)
    }
  })

  test.each(ATTACKS)('a reader who types %s gets it back as text', async (attack) => {
    const pages = [
      await get(`/search?q=${encodeURIComponent(attack)}`),
      await get(`/help/cigna/cimt/step-therapy?coverage=${encodeURIComponent(attack)}&state=${encodeURIComponent(attack)}`),
      await get(`/help/${encodeURIComponent(attack)}/cimt/step-therapy`),
      await post('/read', { text: attack }),
      await post('/deadline', { coverage: attack, notice: attack, received: attack, state: attack, timing: attack }),
    ]
    for (const page of pages) expect(isHarmless(mainOf(await page.text()))).toBe(true)
  })
})
