/**
 * Marks that stand in a letter for the machine or the eye, not for the reader: the quotes and
 * underscores of a data file, leader dots, letters that a scanner took for digits. Each is replaced
 * by as many characters, so that every offset still points into the page.
 */
export function plainMarks(text: string): string {
  return scannedLetters(leaders(isDataFile(text) ? withoutSyntax(text) : withPlainKeys(text)))
}

const isDataFile = (text: string) => /^\s*[{[]/.test(text) && /"[\w -]+"\s*:/.test(text)

/** Blank to a reader, but no gap between columns. */
const FILL = '\u00a0'

/** `  "member_id": "ZGP887",` → `   Member id:  ZGP887  `; an apostrophe inside a value stays. */
const withoutSyntax = (text: string): string =>
  text
    .replace(/"([\w -]+)"\s*:[ \t]*"?/g, (m, key: string) => ` ${opened(key)}:`.padEnd(m.length, FILL))
    .replace(/"(,?)[ \t]*(?=\r?$)/gm, (m) => ' '.repeat(m.length))
    .replace(/(?<=\w),[ \t]*(?=\r?$)/gm, (m) => ' '.repeat(m.length))
    .replace(/(?<=[:[,]\s*)"|^[ \t]*[{}[\]]+,?[ \t]*$/gm, (m) => ' '.repeat(m.length))

/** `denial_reason: …` and `denial_reason = …` at the start of a line. */
const withPlainKeys = (text: string): string =>
  text.replace(/^([ \t>*-]*)([A-Za-z]+(?:_[A-Za-z]+)+)(?=\*{0,2}\s*[:=])/gm, (_, lead: string, key: string) => lead + opened(key))

/** `member_id` → `Member id`: a label as forms print it. */
const opened = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1).replace(/_/g, ' ')

/** "Member name ......... Orville" → "Member name:          Orville". */
const leaders = (text: string): string =>
  text.replace(
    /(?<=[\p{L})#.])([ \t]*)(?:\.{4,}|…{2,}|(?:\. ){3,}\.?|_{4,})(?=[ \t]*\S)/gu,
    (m) => `:${' '.repeat(m.length - 1)}`,
  )

const scannedLetters = (text: string): string =>
  text.replace(/\bP\. ?0\.(?=\s*Box)/gi, (m) => m.replace('0', 'O')).replace(/\blD(?=\s*(?:#|:|No\b|Number\b))/g, 'ID')
