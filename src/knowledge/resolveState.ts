/** States, the District and Puerto Rico as letters write them → two-letter code. */
const STATES: Readonly<Record<string, string>> = {
  alabama: 'AL',
  alaska: 'AK',
  arizona: 'AZ',
  arkansas: 'AR',
  california: 'CA',
  colorado: 'CO',
  connecticut: 'CT',
  delaware: 'DE',
  'district of columbia': 'DC',
  florida: 'FL',
  georgia: 'GA',
  hawaii: 'HI',
  idaho: 'ID',
  illinois: 'IL',
  indiana: 'IN',
  iowa: 'IA',
  kansas: 'KS',
  kentucky: 'KY',
  louisiana: 'LA',
  maine: 'ME',
  maryland: 'MD',
  massachusetts: 'MA',
  michigan: 'MI',
  minnesota: 'MN',
  mississippi: 'MS',
  missouri: 'MO',
  montana: 'MT',
  nebraska: 'NE',
  nevada: 'NV',
  'new hampshire': 'NH',
  'new jersey': 'NJ',
  'new mexico': 'NM',
  'new york': 'NY',
  'north carolina': 'NC',
  'north dakota': 'ND',
  ohio: 'OH',
  oklahoma: 'OK',
  oregon: 'OR',
  pennsylvania: 'PA',
  'puerto rico': 'PR',
  'rhode island': 'RI',
  'south carolina': 'SC',
  'south dakota': 'SD',
  tennessee: 'TN',
  texas: 'TX',
  utah: 'UT',
  vermont: 'VT',
  virginia: 'VA',
  washington: 'WA',
  'west virginia': 'WV',
  wisconsin: 'WI',
  wyoming: 'WY',
}

// Longest first, so that "west virginia" is not read as "virginia".
const NAMES = Object.keys(STATES).sort((a, b) => b.length - a.length)

/** Code of the state that folded words (see `foldName`) name, if any. */
export const stateIn = (words: string): string | null => {
  const name = NAMES.find((n) => ` ${words} `.includes(` ${n} `))
  return name ? (STATES[name] ?? null) : null
}

/** The same words without a closing "of Texas" or "Texas". */
export const withoutState = (words: string): string => {
  const name = NAMES.find((n) => words.endsWith(` ${n}`))
  return name ? words.slice(0, -name.length - 1).replace(/ (of|in|for)( the state of)?$/, '') : words
}
