/** Shares of its words that must look like words, numbers or codes. */
const LOOKS_RIGHT = 0.7
const LEAST_WORDS = 10

const LOOKS = /^["'([]*(?:[\p{Lu}]?\p{Ll}+(?:[-’'/]\p{L}+)*|\p{Lu}+|[\p{Lu}\d$.,:#()/-]*\d[\p{Lu}\d.,:%()/-]*)[.,;:!?)\]"'’]*$/u
const SPEAKABLE = /[aeiouyáéíóú]/i

/** True where a scanner's hidden text looks like language at all: enough words with vowels, numbers and codes. */
export function readsAsText(text: string): boolean {
  const words = text.split(/\s+/).filter(Boolean)
  if (words.length < LEAST_WORDS) return false
  const right = words.filter((w) => LOOKS.test(w) && (/\d/.test(w) || SPEAKABLE.test(w) || w.length <= 3)).length
  return right >= LOOKS_RIGHT * words.length
}
