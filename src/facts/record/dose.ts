const AMOUNT = '\\d[\\d,]*(?:\\.\\d+)?(?:\\s?(?:-|–|to|/)\\s?\\d[\\d,]*(?:\\.\\d+)?)?'
const UNIT =
  '(?:mg\\/m²|mg\\/m2|g\\/m²|g\\/m2|mg\\/kg(?:\\/day)?|mcg\\/day|mg\\/day|mg|mcg|µg|grams?|gm|g|mL|ml|units?|IU|mEq|%|puffs?|tablets?|capsules?)'
const ROUTE =
  '(?:PO|IV|IM|SC|SQ|subQ|subcutaneous(?:ly)?|intravenous(?:ly)?|intramuscular(?:ly)?|orally|by mouth|topical(?:ly)?|oral|cream|ointment|inhaled|intranasal)'
const FREQUENCY =
  '(?:once daily|twice daily|three times daily|three times a day|twice a day|once a day|daily|nightly|at bedtime|weekly|biweekly|monthly|once weekly|twice weekly|once a week|three times weekly|three times a week|every other (?:day|week)|every (?:\\d+|two|three|four|six|eight|twelve) (?:hours?|days?|weeks?|months?)|every (?:day|week|month|night|morning)|QD|BID|TID|QID|QHS|QAM|QPM|qd|bid|tid|qid|qhs|q\\d+h|q\\d+ ?(?:weeks?|days?)|q\\.?d\\.?|PRN|prn|per day|a day|per week)'

/** "20 mg SC daily", "12 g/m² IV once every 14 days", "0.5% ointment". */
export const dosePattern = new RegExp(
  `${AMOUNT}\\s?${UNIT}(?![\\p{L}])(?:\\s+${ROUTE}\\b)?(?:\\s+(?:once\\s+)?${FREQUENCY}(?![\\p{L}]))?(?:\\s+${ROUTE}\\b)?`,
  'u',
)

/** The dose in the text right behind an agent, verbatim; null when none is near. */
export function doseIn(text: string): string | null {
  const m = dosePattern.exec(text)
  return m &&
    !/[.;]|\band\b|\bwith\b/.test(text.slice(0, m.index)) &&
    m.index < 60 &&
    !/^\s+of\s+[A-Z]/.test(text.slice(m.index + m[0].length)) &&
    !isFinding(text, m.index)
    ? m[0].trim()
    : null
}

/** "BSA 20%", "reduced by 50%": a figure about the illness, not a dose. */
const isFinding = (text: string, at: number) =>
  /(?:by|of|to|BSA|score|reduction|only|about|than)\s*$/i.test(text.slice(0, at)) ||
  /^[\d.,\s–-]+%\s*(?!cream|ointment|gel|lotion|solution|foam|patch)/i.test(text.slice(at))

/** "5 mg/m² of Afinitor", "20 mg prednisone": the amount right before the name. */
export const doseAhead = (text: string): string | null =>
  new RegExp(`(${AMOUNT}\\s?${UNIT})\\s+(?:of\\s+)?$`, 'iu').exec(text)?.[1] ?? null
