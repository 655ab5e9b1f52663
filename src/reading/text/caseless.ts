/** What a pattern is made of: an escape, a class, the head of a group, or a letter that stands for itself. */
const TOKEN = /\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)|\[(?:\\.|[^\]\\])*\]|\(\?<[A-Za-z]\w*>|\p{L}/gsu
/** Inside a class: an escape, a range, or one character. */
const MEMBER = /\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)|[A-Za-z]-[A-Za-z]|\p{L}/gsu
/** Escapes that would have to be folded: a class of one case, an ASCII letter by its number. */
const ONE_CASE = /\\(?:p\{L[ult]|u00[4-7]|x[4-7])/

/** Letters beyond the two cases that Unicode folds into these. */
const MORE: Readonly<Record<string, string>> = { s: 'ſ', k: '\u212a' }

/**
 * The source of a pattern with each letter in both cases: with the flag `u` alone it matches what the source does
 * with `iu`. The flag `i` makes the engine work out the case of every letter and class when a pattern is first
 * used, ten times the cost of spelling both out, and a run of the program uses most patterns a few times only.
 */
export const caseless = (source: string): string =>
  source.replace(TOKEN, (token) => {
    if (ONE_CASE.test(token)) throw new Error('a letter or class of one case, where case is ignored')
    if (token.startsWith('[')) return token.replace(/^\[\^?|\]$/g, '') === '' ? token : classOf(token)
    return token.startsWith('\\') || token.startsWith('(') ? token : `[${bothCases(token)}]`
  })

const classOf = (token: string): string =>
  `${token.slice(0, -1).replace(MEMBER, (member) => (member.startsWith('\\') ? member : bothCases(member)))}]`

/** Of a letter, or of a range of letters. */
function bothCases(letters: string): string {
  const [lower, upper] = [letters.toLowerCase(), letters.toUpperCase()]
  const folded = letters.includes('-') ? Object.entries(MORE).filter(([l]) => l >= lower.slice(0, 1) && l <= lower.slice(-1)) : []
  return lower + (upper === lower ? '' : upper) + (MORE[lower] ?? '') + folded.map(([, more]) => more).join('')
}
