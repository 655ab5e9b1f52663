import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Html, trusted } from '../../src/apps/web/html/html.ts'
import type { RenderContext } from '../../src/apps/web/render/blocks.ts'
import { listItem, said, timed } from '../../src/apps/web/render/claims.ts'
import { renderSection } from '../../src/apps/web/render/sections.ts'
import { filled, slotted } from '../../src/apps/web/render/slotted.ts'
import { WORDS } from '../../src/apps/web/words/words.ts'
import { claim } from '../../src/argument/claim.ts'
import type { GuideClaim } from '../../src/document/guide/guide.ts'
import { PAYER_NAME } from '../../src/document/guide/slots.ts'
import type { PageSection } from '../../src/document/pages/page.ts'

const says = (sentence: string, lang?: 'en'): GuideClaim => ({
  ...claim(sentence, [{ kind: 'law', source: 's', pin: '', quote: sentence, status: 'verified' }]),
  ...(lang ? { lang } : {}),
})

const context = (lang: 'en' | 'es'): RenderContext => ({
  lang,
  words: WORDS[lang],
  timeline: (coverage) => trusted(`<figure>${coverage}</figure>`),
  pageOf: (kind, id) => (id === 'unknown' ? null : `/${kind}/${id}`),
})

/** A small guide with every kind of block. */
const SECTIONS: readonly PageSection[] = [
  { id: 'answer', heading: 'In short', blocks: [{ kind: 'paragraph', claims: [says('First.'), says('Second.')] }] },
  {
    id: 'rights',
    heading: 'Your rights',
    blocks: [
      {
        kind: 'rights',
        rows: [
          {
            coverages: ['erisa_self_funded', 'church'],
            names: 'Employer plan; Church plan',
            firstAppeal: says('Internal appeal: you have at least 180 days.'),
            decision: says('Decision due: urgent 72 hours.'),
            after: says('Then external review: you have 4 months.'),
            court: null,
            cite: '29 CFR 2560.503-1(h)(3)(i)',
          },
        ],
      },
    ],
  },
  {
    id: 'angle',
    heading: `What ${PAYER_NAME} asks`,
    blocks: [
      { kind: 'heading', text: 'Grounds' },
      {
        kind: 'list',
        ordered: false,
        items: [
          [says('Step done (29 CFR 2560.503-1(h)(1)). Proved by: fill history.')],
          [says('Claim file, employer plans: Upon request the claimant is given it free of charge.')],
        ],
      },
      { kind: 'list', ordered: true, items: [[says('Ask.')], [says('Send.')]] },
      { kind: 'fields', rows: [{ label: 'Reviewed', claim: says('Not yet.') }] },
      {
        kind: 'table',
        caption: says('One row for each step.'),
        columns: ['Step', 'Dates: when', 'Page'],
        rows: [[[says('Interferon')], [says('2024')], []]],
      },
      {
        kind: 'pages',
        pages: [
          { kind: 'reason', id: 'step', title: 'Step therapy', why: says('The reason.') },
          { kind: 'process', id: 'unknown', title: 'No page', why: says('Named only.') },
        ],
      },
      {
        kind: 'links',
        links: [
          {
            key: { payer: 'a', treatment: 'b', reason: 'c' },
            address: '/help/a/b/c',
            title: 'Another guide',
            why: says('If the letter says so.'),
          },
        ],
      },
      {
        kind: 'refs',
        refs: [{ kind: 'coverage', id: 'va', address: '/es/coverage/va', title: 'VA', why: null }],
      },
      {
        kind: 'sources',
        sources: [
          {
            ids: ['x'],
            cite: '5 CFR 890.105',
            titles: ['Filing claims'],
            publisher: 'OPM',
            asOf: '2025-01-24',
            statuses: ['verified', 'recalled'],
            url: 'https://www.ecfr.gov/current/title-5/section-890.105',
          },
        ],
      },
    ],
  },
  {
    id: 'framework',
    heading: 'The law',
    blocks: [
      { kind: 'paragraph', claims: [says('It depends.')] },
      { kind: 'heading', text: 'Inside the plan' },
      { kind: 'paragraph', claims: [says('Rule.')] },
      { kind: 'heading', text: 'Outside', lang: 'en' },
      { kind: 'paragraph', claims: [says('Rule two.', 'en')] },
    ],
  },
]

/** One tag a line, so that a difference reads like one. */
const laidOut = (markup: Html) =>
  `${markup.replace(/(?<=>)(?=<)/g, '\n').replace(/(?<=[^\n])(<\/?(?:section|ul|ol|dl|table|article|details|h2|h3)\b)/g, '\n$1')}\n`

describe('blocks as markup', () => {
  test.each(['en', 'es'] as const)('a small guide, %s', (lang) => {
    const made = SECTIONS.map((section) =>
      laidOut(
        filled(slotted(renderSection(section, context(lang))), {
          payerName: trusted('Cigna &amp; Co'),
          top: trusted('<form></form>'),
        }),
      ),
    ).join('\n')
    const file = join(import.meta.dirname, 'golden', `small-guide.${lang}.html`)
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, made)
    expect(made).toBe(readFileSync(file, 'utf8'))
  })

  test.each([
    ['You have at least 180 days.', 'You have at least <b class="time">180 days</b>.'],
    [
      'Urgente: 72 horas; después 5 días hábiles.',
      'Urgente: <b class="time">72 horas</b>; después <b class="time">5 días hábiles</b>.',
    ],
    [
      'Within 4 months (29 CFR 2590.715(d)(2)(i)).',
      'Within <b class="time">4 months</b> <small>(29 CFR 2590.715(d)(2)(i))</small>.',
    ],
    ['33 companies and 12 daysailers.', '33 companies and 12 daysailers.'],
  ])('%s', (sentence, markup) => expect(timed(says(sentence))).toBe(markup))

  test.each([
    ['See (5 CFR 890.105(e)) & more.', 'See <small>(5 CFR 890.105(e))</small> &amp; more.'],
    ['A child (or parent) may ask.', 'A child (or parent) may ask.'],
    [
      'At https://www.cms.gov/a?b=1&c=2.',
      'At <a href="https://www.cms.gov/a?b=1&amp;c=2" rel="external">https://www.cms.gov/a?b=1&amp;c=2</a>.',
    ],
  ])('%s', (sentence, markup) => expect(said(says(sentence))).toBe(markup))

  test('a lead-in is short, and what proves a thing stands by itself', () => {
    expect(listItem([says('A point: with at least thirty letters after it.')])).toBe(
      '<b>A point:</b> with at least thirty letters after it.',
    )
    expect(listItem([says('Too short: no.')])).toBe('Too short: no.')
    expect(listItem([says('Tried. Proved by: the chart.')])).toBe('Tried. <span class="by">Proved by: the chart.</span>')
  })
})
