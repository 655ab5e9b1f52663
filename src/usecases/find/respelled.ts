/** Words shorter than this are codes and state names, of which two letters swapped make another. */
const SHORTEST = 5

/**
 * The words of a question with two usual slips mended that a search by edit distance misses in short names: two
 * letters in each other's place ("cinga") and two words run together ("steptherapy"). Words that are known stay.
 */
export function respelled(words: readonly string[], known: ReadonlySet<string>): readonly string[] {
  return words.flatMap((word) => {
    if (known.has(word) || word.length < SHORTEST) return [word]
    return swapped(word, known) ?? parted(word, known) ?? [word]
  })
}

function swapped(word: string, known: ReadonlySet<string>): string[] | null {
  for (let i = 0; i + 1 < word.length; i++) {
    const other = word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2)
    if (known.has(other)) return [other]
  }
  return null
}

function parted(word: string, known: ReadonlySet<string>): string[] | null {
  for (let i = 4; i <= word.length - 4; i++) {
    const parts = [word.slice(0, i), word.slice(i)]
    if (parts.every((part) => known.has(part))) return parts
  }
  return null
}
