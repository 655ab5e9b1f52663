import { each, esc, type Html, html } from '../html/html.ts'

/** Width of every picture in its own units: on the narrowest phone one unit is nearly one pixel. */
export const WIDTH = 300

/** A picture with a name and a text that says all it shows; `id` is unique on the page. */
export const picture = (id: string, title: string, description: string, height: number, marks: Html): Html =>
  html`<svg role="img" aria-labelledby="${esc(id)}-t ${esc(id)}-d" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"><title id="${esc(id)}-t">${esc(title)}</title><desc id="${esc(id)}-d">${esc(description)}</desc>${marks}</svg>`

/** Text broken at words, since SVG does not break it: at most `most` characters a line. */
export function lines(text: string, most: number): readonly string[] {
  const out: string[] = []
  for (const word of text.split(' ')) {
    const last = out.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) out[out.length - 1] = `${last} ${word}`
    else out.push(word)
  }
  return out
}

export const LINE = 16

/** Lines of text, the first baseline at `y`. */
export const textAt = (x: number, y: number, text: readonly string[], className: string): Html =>
  html`<text x="${x}" y="${y}" class="${esc(className)}">${each(text, (line, i) => html`<tspan x="${x}" y="${y + i * LINE}">${esc(line)}</tspan>`)}</text>`
