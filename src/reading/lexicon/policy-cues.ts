const NUMBER = String.raw`(?:\s*(?:No\.?|Number|#|:)?\s*(?=[\w.-]*\d)[A-Z\d][\w.-]*[A-Z\d])`

/** Rules, criteria and plan provisions that letters name. On the letter's own text. */
export const POLICY_CUES: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:Clinical Policy Bulletin|CPB)(?:\s*(?:\(CPB\))?)${NUMBER}?(?:[:,]?\s+(?:[A-Z][\w-]+\s*){1,6})?`),
  new RegExp(
    String.raw`\b(?:(?:[A-Z][\w’'-]+\s+){0,4})(?:Medical|Clinical|Coverage|Drug|Pharmacy|Reimbursement|Payment|Utilization Management|Medical Benefit Drug)\s+(?:Coverage\s+)?(?:Policy|Guidelines?|Criteria)(?:${NUMBER}|\s+[-–—:]\s+[A-Z][^.;\n]{3,60}|\s+(?:for|on)\s+[A-Za-z][^.;,\n]{3,60}|,\s+[“"][^”"\n]{3,80}[”"])`,
  ),
  /\b(?:MCG(?:\s+[A-Z][\w-]+){0,5}\s+(?:[Gg]uidelines?|[Cc]riteria)|MCG(?:\s+(?:Health|Care))?(?:\s+(?:Guidelines?|Care Guidelines?|Criteria))?|Milliman(?:\s+Care)?\s+Guidelines?|InterQual(?:®)?(?:\s+\d{4})?(?:\s+(?:[A-Z][\w-]*\s*){0,5}(?:Criteria|Guidelines?|Subset))?|ASAM(?:\s+Criteria)?|LOCUS|CALOCUS(?:-CASII)?|eviCore\s+(?:[A-Za-z]+\s+){0,4}Guidelines?|Carelon\s+(?:[A-Za-z]+\s+){0,4}Guidelines?|NCCN\s+(?:Guidelines?|Compendium)|ACR Appropriateness Criteria)\b(?:,?\s+(?:\(?(?:Guideline\s+)?[A-Z]{1,4}-?\d{2,4}[\w.-]*\)?))?/,
  /\b(?:(?:Local|National) Coverage Determination\s*(?:\((?:LCD|NCD)\)\s*)?(?:L?\d{2,5}(?:\.\d+)*)?|LCD\s*L\d{4,6}|NCD\s*\d+(?:\.\d+)*|Medicare Benefit Policy Manual(?:,\s*Chapter\s*\d+(?:,?\s*§?\s*[\d.]+)?)?)/,
  /\b(?:Section|Article|Part|Page|Chapter|§)\s*[\dIVX]+[\w.()-]*[^.;\n]{0,60}?\b(?:of|in)\s+(?:your|the)\s+(?:\w+\s+){0,3}?(?:Handbook|Evidence of Coverage|Certificate(?: of (?:Coverage|Insurance))?|Summary Plan Description|SPD|Benefit Booklet|Brochure|Plan Documents?|Policy|Contract|EOC|Member Handbook|TRICARE Policy Manual)(?:[^.;\n]{0,30}(?:Section|page)\s*[\d.]+)?/i,
  /\b(?:[A-Z][\w’']+\s+){1,4}['’]?s?\s*step[- ]therapy\s+(?:policy|criteria|protocol|program)(?:\s+for\s+[a-z][^.;,\n]{3,50})?/,
  /\bTRICARE Policy Manual(?:[^.;\n]|\.(?=\d)){0,60}|\b(?:32|42|29|45)\s*CFR\s*(?:§\s*)?\d+[\d.()a-z-]*/,
  /\b(?:step[- ]therapy|prior authorization|quantity limit|medical|clinical coverage)\s+(?:policy|criteria)\s+(?:for|number|no\.?|#)\s*[^.;,\n]{2,60}/i,
  // "See Policy RX-114, Interleukin-5 Antagonists"; a bare "Policy GR-4471" may be the member's own.
  /\b(?!(?:See|Under|Per)\b)(?:[A-Z][\w’'-]+\s+){0,3}Policy\s+[A-Z]{1,5}[-.]?\d[\w.-]*,\s+[A-Z][^.;\n]{3,60}|(?<=\b(?:See|see|under|per|Under|Per)\s+(?:our\s+)?)Policy\s+[A-Z]{1,5}[-.]?\d[\w.-]*\b/,
  // "Northgate Policy RAD-009", "Site of Care Policy SC-02"; a group's or an insured's own policy number is none.
  /\b(?!(?:See|Under|Per|Our|Your|The|This|Group|Insurance|Member|Health|Individual|Master|Subscriber)\b)[A-Z][\w’'-]*(?:\s+(?:of|for|and|[A-Z][\w’'-]*)){0,5}?(?<!\b(?:Group|Insurance|Member|Health|Individual|Master|Subscriber|Your|The))\s+Policy\s+[A-Z]{1,5}[-.]?\d[\w.-]*\b/,
  /(?<=\b(?:Policy|Guideline|Criteria)\s*:\s*)(?:[A-Z][\w’'&/-]*\s+){2,}[^.;\n]{0,60}/,
  // A heading may follow: "Section 7, Exclusion 14 (Investigational Services)"; the sentence's verb may not.
  /\b(?:[Pp]lan [Dd]ocument|[Cc]ertificate(?: of [Cc]overage)?|[Ee]vidence of [Cc]overage|[Ss]ummary [Pp]lan [Dd]escription|[Mm]ember [Hh]andbook|[Bb]enefit [Bb]ooklet|[Bb]rochure),?\s+(?:[Ss]ection|[Aa]rticle|[Pp]art|[Pp]age|[Cc]hapter|§)\s*[\dIVX]+(?:\.\d+)*(?:,\s+[A-Z][\w’'-]*(?:\s+(?:of|and|or|for|the|[A-Z][\w’'-]*|\d+(?:\.\d+)*))*(?:\s*\([^()\n]{3,60}\))?)?/,
]
