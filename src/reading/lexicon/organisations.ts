/** Words that mark the name of a health plan, insurer or administrator. */
export const ORGANISATION =
  /\b(?:health|healthcare|insurance|assurance|blue|cross|shield|plans?|medicare|medicaid|mutual|hmo|ppo|care|administrators?|benefits?|indemnity|managed|tricare|medi-cal|medical assistance|rx|pharmacy benefit|companion|life|fund|trust|employees?|choice|partners|advantage|salud|seguros?)\b|\b\w{3,}(?:care|health|cigna)\b|\bhealth\w+|\bblue(?:cross|shield)|\b\w+plan\b/i

/** Words of titles, departments and places of care: a line with them is not the plan's name. */
export const NOT_A_PAYER_LINE =
  /\b(?:notice|denial|denied|deny|explanation|determination|decision|statement|department|dept|division|unit|office|letter|page|re|subject|dear|important|confidential|coverage determination|coverage denial|you(?:r)?|we|our|this|is|are|not|appeals?|grievances?|authorization|authorisation|necessity|member services|customer services?|utilization|management services|claims?|information|action|request|center|clinic|hospital|physicians|associates|rights|summary|date|fax|phone|attn|attention|street|avenue|suite|box|form|denying|approval|aviso|carta|carrier|eob|conflict|duplicate|experimental|multi|service|bundling|coding|surgical|frequency|necessary|medical coverage|medical review|style|layer|issue)\b|\d{5}|\d{3}-\d{4}|www\.|@|:/i

/** Words that end a letterhead line after the name. */
export const LETTERHEAD_TAIL =
  /\s+(?:[-–—|•]\s*)?(?:Explanation\b.*|Utilization (?:Management|Review).*|Medical (?:Management|Review).*|Medical Policy.*|Appeals? (?:&|and) Grievances?.*|(?:Appeals?|Claims?|Grievance) (?:Department|Unit|Division).*|Member Services.*|Customer Service.*|Pharmacy (?:Services|Benefits).*|Provider Services.*|Notice\b.*|(?:[-–—|•]\s*)?Denial\b.*|(?:[-–—|•]\s*)?Adverse\b.*|Coverage (?:Determination|Decision)s?.*|Prior Authorization\b.*|(?:Clinical|Utilization|Member|Provider|Customer|Claims?|Care|Case|Resource|Review)(?: [A-Z]\w+){0,2} (?:Department|Dept\.?|Unit|Division|Center|Team|Office))$/i

/** What a letter calls the plan once it has named it, and programs that are no one's name. */
export const NO_NAME =
  /^(?:the |your |this |our )?(?:(?:health|benefit|medical|dental|drug|group|employer|insurance|employee)\s+)*(?:plan|company|fund|insurer|employer|group|administrator|carrier|trust|policy|insurance|benefits?)$|^(?:medicare|medicaid)(?:\s+part\s+[a-d])?$|^(?:prescription )?drug (?:plan|coverage|benefit)$|^(?:medicare )?(?:prescription drug|health) plan$/i

/** State offices that pay for care under their own name. */
export const AGENCY =
  /^(?:\p{L}+ ){0,4}(?:Department|Division|Office|Bureau) of (?:\p{L}+ ){0,2}(?:Medical Assistance|Medicaid|Health Care|Healthcare|Health|Human|Social|Community Health|Children|Public)(?:,? (?:and|&)? ?\p{L}+){0,5}$|^(?:\p{L}+ ){0,4}(?:Health Care Authority|Medicaid Authority|Agency for Health Care Administration|Health and Human Services(?: Commission)?)$/u
