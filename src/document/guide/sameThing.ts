/** Small words and those that say how a paper is to be, not which paper it is. */
const LITTLE = new Set(
  'a an and as at by for from in is it its not of on or that the then there to was were which whom with your dated date dates same'.split(
    ' ',
  ),
)
const SHARE = 0.6

const said = new Map<string, ReadonlySet<string>>()

function stems(text: string): ReadonlySet<string> {
  const known = said.get(text)
  if (known) return known
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  const made = new Set(words.filter((w) => !LITTLE.has(w)).map((w) => w.replace(/(ies|es|s|ed)$/, '')))
  said.set(text, made)
  return made
}

/**
 * Whether a sentence of the records says what another has said: most words of the first are in the
 * second. Lists of a treatment and of a reason are written apart and would repeat one another on a page.
 */
export function isSameThing(text: string, other: string): boolean {
  const mine = stems(text)
  if (!mine.size) return false
  const theirs = stems(other)
  return [...mine].filter((w) => theirs.has(w)).length / mine.size >= SHARE
}
