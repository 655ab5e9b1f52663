import type { Letter } from '../../document/letter.ts'
import { Ink } from '../../packet/ink.ts'
import { type BlockView, type LetterView, letterView } from '../../packet/letterView.ts'
import type { LetterMeta } from '../../packet/plan.ts'
import { blockElements, fieldLines } from './blocks.ts'
import { coreProperties } from './coreProperties.ts'
import { contentTypes, documentRelations, packageRelations, relationId } from './package.ts'
import { LANDSCAPE_WIDTH, numbering, PAGE, SANS, styles, TEXT_WIDTH } from './style.ts'
import { field, paragraph, root, run } from './word.ts'
import { zip } from './zip.ts'

/** Word's present layout rules; without it the file opens in compatibility mode. */
const SETTINGS =
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'

/** The letter for Word and LibreOffice, to be edited. Same input, same bytes. */
export async function letterDocx(letter: Letter, meta: LetterMeta): Promise<Uint8Array> {
  // Word brings its own fonts for every script, so only what XML forbids is taken out.
  const view = letterView(letter, new Ink(() => true))
  const runs = sections(view)
  const feet = runs.flatMap(({ landscape }, i): [string, string][] => [
    [`header${i + 1}`, header(view, landscape)],
    [`footer${i + 1}`, footer(meta.reference, landscape)],
  ])
  const lists = [...view.blocks, ...view.attachments].map((b) => b.kind === 'list' && b.ordered)
  const word = new Map([
    ['styles', styles(meta.language)],
    ['numbering', numbering(lists)],
    ['settings', root('settings', SETTINGS)],
    // The first page of the letter has its own head: none.
    ['header0', root('hdr', paragraph({}))],
    ...feet,
  ])
  const parts = [...word.keys()]
  return zip(
    [
      ['[Content_Types].xml', contentTypes(parts)],
      ['_rels/.rels', packageRelations()],
      ['docProps/core.xml', coreProperties(view.title, meta)],
      ['word/document.xml', root('document', `<w:body>${body(runs, parts)}</w:body>`)],
      ['word/_rels/document.xml.rels', documentRelations(parts)],
      ...[...word].map(([part, xml]) => [`word/${part}.xml`, xml] as const),
    ],
    meta.today,
  )
}

interface Section {
  readonly landscape: boolean
  readonly content: string
}

/** A table that needs a wide page gets a section of its own. */
function sections(view: LetterView): readonly Section[] {
  const runs: { landscape: boolean; content: string }[] = [{ landscape: false, content: opening(view) }]
  const add = (block: BlockView, i: number) => {
    const landscape = block.kind === 'table' && block.landscape
    const content = blockElements(block, i + 1)
    const last = runs.at(-1)
    if (last?.landscape === landscape) last.content += content
    else runs.push({ landscape, content })
  }
  view.blocks.forEach(add)
  const last = runs.at(-1)
  if (last) last.content += enclosures(view)
  view.attachments.forEach((block, i) => {
    add(block, view.blocks.length + i)
  })
  return runs
}

/** The last section's properties end the body; an earlier one's stand in an empty paragraph that ends it. */
const body = (runs: readonly Section[], parts: readonly string[]): string =>
  runs
    .map(({ landscape, content }, i) => {
      const properties = sectionProperties(landscape, i, parts)
      return content + (i === runs.length - 1 ? properties : `<w:p><w:pPr>${properties}</w:pPr></w:p>`)
    })
    .join('')

function sectionProperties(landscape: boolean, i: number, parts: readonly string[]): string {
  const reference = (kind: string, type: string, part: string) =>
    `<w:${kind}Reference w:type="${type}" r:id="${relationId(parts, part)}"/>`
  const [width, height] = landscape ? [PAGE.height, PAGE.width] : [PAGE.width, PAGE.height]
  const margins = ['top', 'right', 'bottom', 'left'].map((side) => `w:${side}="${PAGE.margin}"`).join(' ')
  return [
    '<w:sectPr>',
    reference('header', 'default', `header${i + 1}`),
    reference('footer', 'default', `footer${i + 1}`),
    ...(i === 0 ? [reference('header', 'first', 'header0'), reference('footer', 'first', 'footer1')] : []),
    `<w:pgSz w:w="${width}" w:h="${height}"${landscape ? ' w:orient="landscape"' : ''}/>`,
    `<w:pgMar ${margins} w:header="708" w:footer="708" w:gutter="0"/>`,
    ...(i === 0 ? ['<w:titlePg/>'] : []),
    '<w:docGrid w:linePitch="360"/></w:sectPr>',
  ].join('')
}

const header = (view: LetterView, landscape: boolean): string =>
  root('hdr', running(landscape, run(`${view.to[0] ?? ''}\t`), run(view.date)))

const footer = (reference: string | null, landscape: boolean): string =>
  root(
    'ftr',
    running(
      landscape,
      run(`${reference ? `Reference ${reference}` : ''}\t`),
      run('Page '),
      field('PAGE'),
      run(' of '),
      field('NUMPAGES'),
    ),
  )

const running = (landscape: boolean, ...runs: readonly string[]): string =>
  paragraph({ style: 'Running', tabs: [{ at: landscape ? LANDSCAPE_WIDTH : TEXT_WIDTH, right: true }] }, ...runs)

function opening(view: LetterView): string {
  const lines = (texts: readonly string[], size: number) =>
    texts.map((text, i) => paragraph({ spacing: { after: i === texts.length - 1 ? 240 : 0 } }, run(text, { size })))
  const [name, ...rest] = view.from
  return [
    ...(name ? [paragraph({ spacing: { after: 0 } }, run(name, { font: SANS, bold: true, size: 26 }))] : []),
    ...lines(rest, 19),
    ...lines([view.date], 22),
    ...lines(view.to, 22),
    fieldLines(view.re),
    paragraph({ style: 'Heading1' }, run(view.title)),
    ...(view.salutation ? [paragraph({}, run(view.salutation))] : []),
  ].join('')
}

const enclosures = (view: LetterView): string =>
  view.enclosures.length === 0
    ? ''
    : paragraph({ style: 'Heading2' }, run('Enclosures')) +
      view.enclosures.map((text) => paragraph({ spacing: { after: 20 } }, run(text, { size: 20 }))).join('')
