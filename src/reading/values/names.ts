const SMALL_WORDS = new Set(['of', 'and', 'the', 'for', 'in', 'at', 'by', 'on', 'de', 'del', 'la', 'y', 'a', 'an', 'to'])

/** Abbreviations that stay in capitals in a name. */
const INITIALS = new Set(
  'LLC HMO PPO EPO POS TPA PBM MCO LP USA US NY NJ CT PA TX CA FL IL OH NC SC GA VA MD DC WA OR AZ CO MA MI MN WI II III IV CVS UMR UHC BCBS BCBSA HMSA EGWP FEP FEHB VA UPMC HCSC AARP EHP PHP MVP'.split(
    ' ',
  ),
)

const isCapitals = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

/**
 * A name printed in capitals, in ordinary case; a name that has lower-case letters is left as printed.
 * A single capital word of up to four letters is taken for initials ("UHC").
 */
export function ordinaryCase(name: string): string {
  const tidy = name.replace(/\s+/g, ' ').trim()
  // "EVERLARK HEALTH (Qualified Health Plan)": what stands in brackets has its own case.
  const bracket = /^([^(]+)(\(.*\))$/.exec(tidy)
  if (bracket?.[1] && isCapitals(bracket[1]) && !isCapitals(bracket[2] ?? '')) return `${ordinaryCase(bracket[1])} ${bracket[2]}`
  if (!isCapitals(tidy)) return tidy
  if (/^[A-Z]{2,4}$/.test(tidy)) return tidy
  return tidy
    .split(' ')
    .map((word, i) => {
      const bare = word.replace(/[^\p{L}]/gu, '')
      if (INITIALS.has(bare) || /^\([A-Z][A-Z-]{1,8}\)$/.test(word)) return word
      const lower = word.toLowerCase()
      return i > 0 && SMALL_WORDS.has(lower)
        ? lower
        : lower.replace(/(^|[-'’(/&.])(?!(?<=['’])s\b)(\p{L})/gu, (_, p: string, c: string) => p + c.toUpperCase())
    })
    .join(' ')
}
