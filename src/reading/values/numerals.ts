const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SPANISH: Record<string, number> = {
  diez: 10,
  quince: 15,
  veinte: 20,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  noventa: 90,
  'ciento veinte': 120,
  'ciento ochenta': 180,
  dos: 2,
  tres: 3,
  cuatro: 4,
  seis: 6,
}

const SMALL = [...UNITS, ...TENS].join('|')
/** Source of a regular expression for a count in words, up to nine hundred ninety-nine. */
export const COUNT_IN_WORDS = String.raw`(?:(?:${SMALL}|hundred)(?:[\s-]+(?:and\s+)?(?:${SMALL}|hundred))*|${Object.keys(SPANISH).join('|')})`

/** "one hundred eighty" → 180; null for words that are no count. */
export function countOf(words: string): number | null {
  const lower = words.toLowerCase().trim()
  const spanish = SPANISH[lower]
  if (spanish !== undefined) return spanish
  let total = 0
  for (const word of lower.split(/[\s-]+/)) {
    if (word === 'and') continue
    if (word === 'hundred') total = (total || 1) * 100
    else if (UNITS.includes(word)) total += UNITS.indexOf(word)
    else if (TENS.includes(word)) total += (TENS.indexOf(word) + 2) * 10
    else return null
  }
  return total || null
}
