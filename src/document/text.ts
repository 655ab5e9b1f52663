import type { Block, Letter } from './letter.ts'

const WIDTH = 96

/** A letter as plain text: for reading in a terminal, for golden files, for people who paste. */
export function letterText(letter: Letter): string {
  const re = letter.re.map(({ label, claim }) => `${`${label}:`.padEnd(18)}${claim.sentence}`)
  const signed = letter.blocks.findLastIndex((b) => b.kind === 'signature') + 1 || letter.blocks.length
  const parts = [
    letter.from.join('\n'),
    letter.date,
    letter.to.join('\n'),
    letter.title.sentence.toUpperCase(),
    re.join('\n'),
    letter.salutation,
    ...letter.blocks.slice(0, signed).map(blockText),
    letter.enclosures.length ? `Enclosures\n${letter.enclosures.map((e) => `  ${e.sentence}`).join('\n')}` : '',
    ...letter.blocks.slice(signed).map(blockText),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text.sentence}`
    case 'paragraph':
      return wrap(block.claims.map((c) => c.sentence).join(' '))
    case 'list':
      return block.items
        .map((item, i) => wrap(`${block.ordered ? `${i + 1}.` : '-'} ${item.map((c) => c.sentence).join(' ')}`, '  '))
        .join('\n')
    case 'quote':
      return [...block.claims.map((c) => wrap(`  “${c.sentence}”`, '  ')), `  — ${block.attribution.sentence}`].join('\n')
    case 'table': {
      const rows = block.rows.map((row) => row.map((cell) => cell.map((c) => c.sentence).join(' ')).join(' | '))
      return [block.caption.sentence, block.columns.join(' | '), ...rows].join('\n')
    }
    case 'fields':
      return block.rows.map((r) => `${`${r.label}:`.padEnd(30)}${r.claim.sentence}`).join('\n')
    case 'signature':
      return ['____________________________  Date: ____________', block.name, ...block.lines, block.role].join('\n')
  }
}

/** Greedy wrap at a fixed width; continuation lines start with `indent`. */
function wrap(text: string, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = indent + word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line].join('\n')
}
