import type { Claim } from '../../argument/claim.ts'
import type { Guide, GuideBlock, GuideLang, RightsRow } from './guide.ts'

const WIDTH = 80

/** A guide for a terminal or a printout: 80 columns, tables as one group of lines per row. */
export function guideText(guide: Guide): string {
  const sections = guide.sections.map((s) =>
    [ruled(s.heading, '-'), ...s.blocks.map((b) => blockText(b, guide.lang))].join('\n\n'),
  )
  return `${[ruled(guide.title.sentence, '='), ...sections].join('\n\n')}\n`
}

const ruled = (text: string, mark: string): string => {
  const lines = wrap(text)
  return `${lines}\n${mark.repeat(Math.max(...lines.split('\n').map((l) => l.length)))}`
}

function blockText(block: GuideBlock, lang: GuideLang): string {
  const own = OWN[lang]
  switch (block.kind) {
    case 'heading':
      return wrap(`${block.text}:`)
    case 'paragraph':
      return wrap(words(block.claims))
    case 'list':
      return block.items
        .map((item, i) => {
          const mark = block.ordered ? `${`${i + 1}.`.padEnd(4)}` : '  - '
          return wrap(words(item), mark, '    ')
        })
        .join('\n')
    case 'fields':
      return block.rows.map((r) => wrap(`${r.label}: ${r.claim.sentence}`, '  ', '    ')).join('\n')
    case 'table':
      return [
        wrap(block.caption.sentence),
        wrap(`${own.columns}: ${block.columns.map((c) => c.replace(/:.*/, '')).join(' | ')}`, '', '  '),
        block.rows.map((row, i) => tableRow(block.columns, row, i + 1)).join('\n'),
      ].join('\n')
    case 'rights':
      return block.rows.map((row) => rightsRow(row, own.law)).join('\n\n')
    case 'pages':
      return block.pages.map((p) => wrap(`${p.title}. ${p.why.sentence}`, '  - ', '    ')).join('\n')
    case 'links':
      return block.links.map((l) => `${wrap(`${l.title}. ${l.why.sentence}`, '  - ', '    ')}\n    ${l.address}`).join('\n')
    case 'sources':
      return block.sources
        .map((s) => {
          const publisher = s.publisher && !s.cite.includes(s.publisher) ? ` ${s.publisher}.` : ''
          const part = s.statuses.length > 1 ? `${own.inPart} ` : ''
          const known = s.statuses.map((status) => `${part}${own.status[status]}`).join(', ')
          const line = `${s.cite}: ${s.titles.join('; ')}.${publisher} ${own.textOf} ${s.asOf}; ${known}.`
          return `${wrap(line, '  - ', '    ')}${s.url ? `\n    ${s.url}` : ''}`
        })
        .join('\n')
  }
}

/** Words of the plain text beside those of the guide. */
const OWN = {
  en: {
    columns: 'Columns',
    law: 'Law',
    textOf: 'Text of',
    inPart: 'in part',
    status: {
      verified: 'seen in the source itself',
      secondary: 'seen quoted elsewhere',
      recalled: 'from memory, to be checked before use',
    },
  },
  es: {
    columns: 'Columnas',
    law: 'Ley',
    textOf: 'Texto del',
    inPart: 'en parte',
    status: {
      verified: 'visto en la fuente misma',
      secondary: 'visto citado en otro lugar',
      recalled: 'de memoria, por comprobar antes de usarlo',
    },
  },
} as const

const words = (claims: readonly Claim[]): string => claims.map((c) => c.sentence).join(' ')

/** A row's filled cells; the empty ones are for the reader and stand in the line of columns. */
function tableRow(columns: readonly string[], cells: readonly (readonly Claim[])[], number: number): string {
  return columns
    .flatMap((column, i) => {
      const cell = words(cells[i] ?? [])
      if (!cell) return []
      if (i === 0) return [wrap(cell, `${number}.`.padEnd(4), '    ')]
      return [wrap(`${column.replace(/:.*/, '')}: ${cell}`, '      ', '        ')]
    })
    .join('\n')
}

const rightsRow = (row: RightsRow, law: string): string =>
  [
    wrap(row.names),
    ...[row.firstAppeal, ...(row.decision ? [row.decision] : []), row.after, ...(row.court ? [row.court] : [])].map((c) =>
      wrap(c.sentence, '    ', '      '),
    ),
    wrap(row.cite, `    ${law}: `, '      '),
  ].join('\n')

/** Greedy wrap; the first line starts with `first`, the others with `rest`. */
function wrap(text: string, first = '', rest = ''): string {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.split(/\s+/)) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = rest + word
    } else {
      line = empty ? line + word : `${line} ${word}`
    }
    empty = false
  }
  return [...lines, line].join('\n')
}
