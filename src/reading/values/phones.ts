/** Source of a regular expression for a US telephone or fax number, with lettered ones ("1-800-MEDICARE"). */
export const PHONE = String.raw`(?<![\w-])(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}(?:\s?(?:x|ext\.?)\s?\d{1,6})?(?![\w-])|\b1-8\d{2}-[A-Z][A-Z-]{5,12}\b`

export interface PhoneMatch {
  readonly value: string
  readonly start: number
  readonly end: number
}

export const phonesIn = (text: string): PhoneMatch[] =>
  [...text.matchAll(new RegExp(PHONE, 'g'))].map((m) => ({ value: m[0].trim(), start: m.index, end: m.index + m[0].length }))
