/**
 * Flesch-Kincaid grade of a text: 0.39 × words per sentence + 11.8 × syllables per word − 15.59
 * (Kincaid et al. 1975). Null below 30 words, where the figure means nothing.
 * Citations and placeholders are names, not reading: they are left out, and so are capitalised names inside a sentence.
 */
export function gradeLevel(text: string): number | null {
  const plain = text
    .replace(/\([^()]*\d[^()]*\)/g, ' ')
    .replace(/\{[A-Za-z_.]+\}/g, 'it')
    .replace(/“[^”]*”|"[^"]*"/g, 'it')
  const sentences = plain.split(/[.!?;:]+(?=\s|$)/).flatMap((s) => {
    const words = wordsOf(s)
    return words.length > 1 ? [words] : []
  })
  const words = sentences.flat()
  if (words.length < 30) return null
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

/** Words in order; a name inside the sentence (Medicare, HealthSpring, OPM) counts as one short word. */
const wordsOf = (sentence: string): readonly string[] =>
  (sentence.match(/[\p{L}][\p{L}’'-]*/gu) ?? []).map((word, i) => (i > 0 && /^\p{Lu}/u.test(word) ? 'name' : word))

/** Syllables of an English word by its groups of vowels, without a silent final e. */
export function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const groups = letters
    .replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$/, (end) => end.charAt(0))
    .replace(/^y/, '')
    .match(/[aeiouy]+/g)
  return Math.max(1, groups?.length ?? 1)
}
