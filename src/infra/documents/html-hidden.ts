type Attributes = Readonly<Record<string, string>>

/** A rule that takes an element out of sight. What scripts and far-off style sheets do is not known here. */
const UNSEEN =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*0*\.?0+\s*(?:;|!|$)|font-size\s*:\s*0*\.?0+(?:px|pt|r?em|%)?\s*(?:;|!|$)|(?:left|top|text-indent)\s*:\s*-\d{3,})/i
const WHITE = /(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255\s*[,)])/i
const BACKGROUND = /(?:^|[;\s])background(?:-color)?\s*:/i
export interface Sheet {
  /** ".class", "#id" and "tag" that the page's own sheet takes out of sight. */
  readonly unseen: ReadonlySet<string>
  /** The sheet sets a background somewhere: white letters may stand on it. */
  readonly colored: boolean
}

export const NO_SHEET: Sheet = { unseen: new Set(), colored: false }

/** A sheet with one more style element: what it hides, for selectors of one name. */
export function withStyles(sheet: Sheet, css: string): Sheet {
  const unseen = new Set(sheet.unseen)
  for (const { selectors, rules } of topRules(css.replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, ' ')))
    if (UNSEEN.test(rules))
      for (const selector of selectors.split(',')) {
        const name = /^(?:[a-z0-9]*)([.#][\w-]+)$|^([a-z][a-z0-9]*)$/i.exec(selector.trim())
        if (name) unseen.add(name[1] ?? (name[2] ?? '').toLowerCase())
      }
  return { unseen, colored: sheet.colored || BACKGROUND.test(css) }
}

/** Rules outside any block: "@media print { … }" does not hold for the letter as it is read. One pass. */
function* topRules(css: string): Generator<{ readonly selectors: string; readonly rules: string }> {
  let depth = 0
  let from = 0
  let selectors = ''
  for (let i = 0; i < css.length; i++) {
    if (css[i] === '{') {
      if (depth++ === 0) selectors = css.slice(from, i)
      if (depth === 1) from = i + 1
    } else if (css[i] === '}' && depth > 0 && --depth === 0) {
      if (!selectors.includes('@')) yield { selectors, rules: css.slice(from, i) }
      from = i + 1
    }
  }
}

/** True when the element's text is not to be seen on the page. */
export function isHidden(tag: string, attributes: Attributes, sheet: Sheet, onBackground: boolean): boolean {
  const style = attributes.style ?? ''
  if ('hidden' in attributes || UNSEEN.test(style)) return true
  const names = [tag, ...(attributes.class ?? '').split(/\s+/).map((c) => `.${c}`), `#${attributes.id ?? ''}`]
  if (names.some((name) => sheet.unseen.has(name))) return true
  return WHITE.test(style) && !onBackground && !sheet.colored && !setsBackground(attributes)
}

/** Any background, white or not: the text on it is taken as meant to be seen. */
export const setsBackground = (attributes: Attributes): boolean =>
  'bgcolor' in attributes || 'background' in attributes || BACKGROUND.test(attributes.style ?? '')
