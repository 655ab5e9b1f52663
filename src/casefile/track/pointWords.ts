/** Words too common in letters of this kind to show that a point was taken up. */
const COMMON = new Set(
  `about above after again against agree allow already also although always another answer appeal appealed appeals apply approve approved
  authorization because been before being below benefit benefits between both care case cases claim clinical company condition could
  cover coverage covered criteria date days decision decided denial denied deny described determination diagnosis did disease does doctor documented
  documents during each enclosed every evidence failed following from full given guideline have health helped history
  information insurance into letter list made make meet meets medical medically medicine member month months more most must need needed
  needs never notes number other outcome over page patient plan plans please policy present provided provider reason reasons receive
  received record records request requested require required requirement requires result results review reviewed reviewer says
  service services should show shown shows since some state stated still such supports than that their them then there these they
  this those through time treated treating treatment treatments tried under until upon use used uses using
  was were what when where whether which while will with within without would year years your`.split(/\s+/),
)

/** A word as it counts in a comparison: lower case, without the endings of number and time; null: too short or too common. */
export function pointWord(word: string): string | null {
  const lower = word.toLowerCase().replace(/[’']s$/, '')
  if (COMMON.has(lower) || (lower.length < 4 && !/\d/.test(lower)) || /^\d{1,2}$/.test(lower)) return null
  return lower.length > 5 ? lower.replace(/(?:ies|ing|ed|es|s|ly)$/, '') : lower.replace(/s$/, '')
}

/** The telling words of a text, each once, in order. */
export const pointWords = (text: string): readonly string[] => [
  ...new Set((text.match(/[\p{L}\p{N}][\p{L}\p{N}.’'-]*[\p{L}\p{N}]|\d{3,}/gu) ?? []).flatMap((w) => pointWord(w) ?? [])),
]
