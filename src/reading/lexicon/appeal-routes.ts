/** Words beside an address or a number that say what it is for. Lower case. */
export const FOR_APPEALS = /\bappeals?\b|\bgrievance|\bdisputes?\b|reconsideration|redetermination|\bapelaci/
/** Bodies outside the plan. */
export const OUTSIDE_BODY =
  /\bexternal|independent review|\biro\b|fair hearing|office of personnel|\bopm\b|department of (?:insurance|labor|health|managed)|insurance department|commissioner|consumer assistance|ombudsman/
export const OTHER_PURPOSE =
  /\bclaims? (?:address|mailing|submission|department)|corrected claims?|provider services|customer service (?:address|at)|premium|payment|fraud|privacy|nondiscrimination|civil rights|medicare\.gov|shiip|legal aid/
export const NOT_FOR_APPEALS = new RegExp(`${OUTSIDE_BODY.source}|${OTHER_PURPOSE.source}`)
export const AS_ABOVE =
  /\b(?:to|at)\s+(?:the|our)\s+(?:above\s+address|address\s+(?:(?:shown|listed|printed|at the top)\s*)?(?:above|on (?:this|the) (?:letterhead|letter|notice|first page)|on page (?:1|one)|at the top|of (?:this|the) (?:page|letter|notice)))|\baddress above\b|\babove[- ]address/i
export const FAX_ABOVE = /\bfax(?:ed)?\b[^.]{0,40}\b(?:number )?(?:above|at the top)/i
