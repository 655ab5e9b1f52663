/** One line of running text. */
export const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim()

/**
 * A source's words as they may stand between quotation marks in a sentence of ours: on one line, without
 * the label or number before them and the full stop after them, and without a parenthesis left open
 * where the reading ended; its own quotation marks become single ones. What remains is still the source's own words.
 */
export function quotable(words: string): string {
  const whole = oneLine(words)
    .replace(/^(?:reasons?(?: for (?:the |our )?(?:denial|decision))?\s*:|\(?\d{1,2}[.)](?=\s)|[-•*·])\s*/i, '')
    .replace(/[\s.;:,]+$/, '')
    .replace(/“([^“”]*)”|(?<=^|[\s(])"([^"]*)"(?=$|[\s).,;:])/g, (_, curly, straight) => `‘${curly ?? straight}’`)
  const open = whole.lastIndexOf('(')
  return open > whole.lastIndexOf(')') ? whole.slice(0, open).trim() : whole
}
