/**
 * Numbers of the US Postal Service end in a check digit: from the right, the digits before it count
 * three times and once in turn, and the sum with the check digit is a multiple of ten. Seen to hold
 * for numbers on published Certified Mail labels of 20 and 22 digits and for return receipt cards.
 */
export function uspsCheckDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

export type ArticleNumber =
  /** `shown`: in groups of four. */
  | { readonly kind: 'article'; readonly digits: string; readonly shown: string }
  /** The green card's own number, which tells nothing of the letter. */
  | { readonly kind: 'return_receipt_card' }
  | { readonly kind: 'wrong_length' }
  | { readonly kind: 'mistyped' }

/** The article number as people type it from the label, with or without spaces. */
export function articleNumber(text: string): ArticleNumber {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^\d+$/.test(digits) || (digits.length !== 20 && digits.length !== 22)) return { kind: 'wrong_length' }
  if (uspsCheckDigit(digits.slice(0, -1)) !== Number(digits.at(-1))) return { kind: 'mistyped' }
  if (digits.startsWith('959094')) return { kind: 'return_receipt_card' }
  return { kind: 'article', digits, shown: digits.replace(/(\d{4})(?=\d)/g, '$1 ') }
}
