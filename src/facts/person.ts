/** Names of a person in lower case, in order of the alphabet, without titles and stops. */
export const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\s*(?:mr|mrs|ms|miss|mx|dr|prof)\b\.?\s*/, '')
    .replace(/[^\p{L} ’'-]/gu, '')
    .split(/\s+/)
    .filter(Boolean)
    .sort()
    .join(' ')

/** The names agree, whatever the order, the case, the title, and middle names or initials that one leaves out. */
export function samePerson(a: string, b: string): boolean {
  const x = nameKey(a).split(' ')
  const y = nameKey(b).split(' ')
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  return short.every((w) => (w.length > 1 ? long.includes(w) : long.some((l) => l.startsWith(w))))
}

/** A title or a family name alone names nobody in a signed letter. */
export const isFullName = (name: string): boolean =>
  nameKey(name)
    .split(' ')
    .filter((w) => w.length > 1).length >= 2
