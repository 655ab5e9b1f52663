import { type Problem, problem } from '../base/problem.ts'
import { printable } from './glyphs.ts'

/** Makes text printable and keeps count of what could not be shown, part by part. */
export class Ink {
  readonly #has: (codePoint: number) => boolean
  readonly #replaced = new Map<string, number>()

  /** `has`: whether the fonts in use can draw a character. */
  constructor(has: (codePoint: number) => boolean) {
    this.#has = has
  }

  text(text: string, where: string): string {
    const shown = printable(text, this.#has)
    if (shown.replaced > 0) this.#replaced.set(where, (this.#replaced.get(where) ?? 0) + shown.replaced)
    return shown.text
  }

  /** A single line, for labels, titles and addresses. */
  line(text: string, where: string): string {
    return this.text(text, where).replace(/\s+/g, ' ').trim()
  }

  /** One warning per part; never the characters themselves. */
  warnings(): Problem[] {
    return [...this.#replaced].map(([where, n]) =>
      problem(
        'glyph-missing',
        where,
        `${n} ${n === 1 ? 'character has' : 'characters have'} no shape in the packet's fonts and ${n === 1 ? 'is' : 'are'} shown as [?].`,
        'Write the word in Latin letters in the case file.',
      ),
    )
  }
}
