/**
 * National Provider Identifier: ten digits, the last a Luhn check digit over "80840" and the first
 * nine (45 CFR 162.406; the constant 24 stands for the prefix).
 */
export function isNpi(text: string): boolean {
  if (!/^[12]\d{9}$/.test(text)) return false
  let sum = 24
  for (let i = 0; i < 10; i++) {
    const digit = Number(text[i])
    const doubled = i % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
