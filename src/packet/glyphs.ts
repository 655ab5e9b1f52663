/** Stands for characters that no packaged font can show. */
export const UNPRINTABLE = '[?]'

export interface Printable {
  readonly text: string
  /** Characters shown as `[?]`. */
  readonly replaced: number
}

/** Same meaning, more common character. Private-use codes are Word's Symbol and Wingdings bullets. */
const STAND_INS: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '–',
  '\u2015': '—',
  '\u25cf': '•',
  '\u25cb': '•',
  '\u25a0': '•',
  '\u25aa': '•',
  '\u2023': '•',
  '\uf0b7': '•',
  '\uf0a7': '•',
  '\u25a1': '☐',
  '\uf0a8': '☐',
  '\u2714': '✓',
  '\uf0fc': '✓',
  '\u211e': 'Rx',
  '\u27a2': '→',
  '\uf0e0': '→',
}

/** Controls, zero-width characters, direction marks and variation selectors: nothing to see, and fatal to a tagged PDF. */
const INVISIBLE = /[[\p{Cc}\p{Cf}\p{Variation_Selector}]--[\n]]/gv

function drawable(plain: string, has: (codePoint: number) => boolean): boolean {
  for (let i = 0; i < plain.length; i++) if (plain[i] !== '\n' && !has(plain.charCodeAt(i))) return false
  return true
}

/** What nearly every sentence is made of: one code unit each, in no need of another form. */
const PLAIN = /^[\n\x20-\x7e§–—‘’“”…•]*$/

/**
 * The text with only characters that `has` says a font can draw: as it is where possible, else in an
 * equivalent form, else `[?]` (once per run), so that one emoji can't stop a letter.
 */
export function printable(text: string, has: (codePoint: number) => boolean): Printable {
  if (PLAIN.test(text) && drawable(text, has)) return { text, replaced: 0 }
  const clean = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .normalize('NFC')
    .replace(INVISIBLE, '')
  const known = (s: string) => [...s].every((c) => c === '\n' || has(c.codePointAt(0) ?? 0))
  if (known(clean)) return { text: clean, replaced: 0 }
  let out = ''
  let replaced = 0
  for (const char of clean) {
    const shown = [char, STAND_INS[char] ?? '', char.normalize('NFKC'), char.normalize('NFKD').replace(/\p{M}/gu, '')].find(
      (form) => form && known(form),
    )
    if (shown) out += shown
    else {
      replaced += 1
      if (!out.endsWith(UNPRINTABLE)) out += UNPRINTABLE
    }
  }
  return { text: out, replaced }
}
