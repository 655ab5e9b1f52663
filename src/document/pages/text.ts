import type { GuideClaim } from '../guide/guide.ts'
import type { ExampleLetter, LetterBlock, LetterSentence } from './exampleLetter.ts'
import type { Page, PageBlock, PageRef } from './page.ts'

/** A page as plain text, one thought a line; what stays English in a Spanish page is marked "[en]". */
export function pageText(page: Page): string {
  const lines = [
    `# ${words(page.title)}`,
    `${page.address} (${page.lang})`,
    words(page.description),
    ...page.sections.flatMap((s) => ['', `## ${marked(s.heading, s.headingLang)}`, '', ...s.blocks.flatMap(blockLines)]),
  ]
  return `${lines.join('\n')}\n`
}

const marked = (text: string, lang: 'en' | undefined): string => (lang ? `${text} [en]` : text)

const words = (claim: GuideClaim): string => marked(claim.sentence, claim.lang)

const together = (claims: readonly GuideClaim[]): string => claims.map(words).join(' ')

function blockLines(block: PageBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`### ${marked(block.text, block.lang)}`]
    case 'paragraph':
      return [together(block.claims)]
    case 'list':
      return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${together(item)}`)
    case 'fields':
      return block.rows.map((r) => `- ${marked(r.label, r.labelLang)}: ${words(r.claim)}`)
    case 'table':
      return [words(block.caption), block.columns.join(' | '), ...block.rows.map((row) => row.map(together).join(' | '))]
    case 'rights':
      return block.rows.flatMap((r) => [
        r.names,
        ...[r.firstAppeal, ...(r.decision ? [r.decision] : []), r.after].map((c) => `- ${words(c)}`),
        `- ${r.cite}`,
      ])
    case 'refs':
      return block.refs.map(refLine)
    case 'links':
      return block.links.map((l) => `- ${l.title} <${l.address}> ${words(l.why)}`)
    case 'pages':
      return block.pages.map((p) => `- ${p.title} ${words(p.why)}`)
    case 'letter':
      return letterLines(block.letter)
    case 'sources':
      return block.sources.map((s) => `- ${s.cite}: ${s.titles.join('; ')} (${s.asOf}; ${s.statuses.join(', ')})`)
  }
}

const refLine = (r: PageRef): string => `- ${marked(r.title, r.titleLang)} <${r.address}>${r.why ? ` ${words(r.why)}` : ''}`

/** The letter with, after each sentence, where its support stands. */
function letterLines(letter: ExampleLetter): string[] {
  const said = ({ text, rests }: LetterSentence): string => {
    const places = rests.flatMap((i) => letter.supports[i] ?? []).map((s) => [s.source, s.where].filter(Boolean).join(' '))
    return `${text} [${[...new Set(places)].join('; ')}]`
  }
  const inside = (b: LetterBlock): string[] => {
    switch (b.kind) {
      case 'heading':
        return [`### ${said(b.sentence)}`]
      case 'paragraph':
        return b.sentences.map(said)
      case 'list':
        return b.items.map((item) => `- ${item.map(said).join(' ')}`)
      case 'quote':
        return [...b.sentences.map((s) => `> ${said(s)}`), `> ${said(b.attribution)}`]
      case 'table':
        return [
          said(b.caption),
          b.columns.join(' | '),
          ...b.rows.map((row) => row.map((cell) => cell.map(said).join(' ')).join(' | ')),
        ]
      case 'fields':
        return b.rows.map((r) => `- ${r.label}: ${said(r.sentence)}`)
      case 'signature':
        return [...b.lines]
    }
  }
  return [
    said(letter.title),
    ...letter.from,
    ...letter.to,
    letter.date,
    ...letter.re.map((r) => `${r.label}: ${said(r.sentence)}`),
    letter.salutation,
    ...letter.blocks.flatMap(inside),
    ...letter.enclosures.map((e) => `- ${said(e)}`),
  ]
}
