const NOUN = String.raw`(?:services?|procedures?|medications?|drugs?|items?|treatments?|tests?|therap(?:y|ies)|devices?|equipment|supplies|level of care|stay)(?:\(s\))?`
const NOT_A_DATE = String.raw`(?<!dates? of |date |from |units? of )`

/** Labels of what was asked for or billed, most telling first; sources of regular expressions. */
export const SERVICE_LABELS: readonly string[] = [
  String.raw`${NOT_A_DATE}(?:requested|denied|disputed)\s+${NOUN}(?:\s*/\s*\w+)*|${NOT_A_DATE}${NOUN}(?:\s*(?:/|or|and)\s*${NOUN})*\s+(?:requested|denied|reviewed|in question|not approved|affected)|what was (?:requested|denied)|subject of (?:this )?(?:notice|denial|appeal)|servicios? (?:solicitados?|denegados?)|medicamento solicitado`,
  String.raw`${NOT_A_DATE}(?:description of|type of)\s+(?:the\s+)?(?:service|item|claim|care|treatment)s?|${NOT_A_DATE}(?<!member |customer |provider |patient )(?:service|procedure|treatment|item|drug|medication|device)(?:\s*(?:name|description|/\s*(?:item|procedure|service|drug|device|code)s?))?|${NOT_A_DATE}(?<!member |customer |provider |patient )(?:services|procedures|medications)|servicio|medicamento|level of care|service\(s\)`,
]

/** What follows the name of a service in a sentence. */
export const SERVICE_END =
  /\s*(?:(?<!\b(?:Dr|Mr|Mrs|Ms|St|No))[.;](?:\s|$)|,?\s+(?:because|since|as\s+(?:not|it|experimental|investigational|being)|due\s+to|prescribed|performed|provided|rendered|requested|ordered|submitted|received|dated|on\s+(?:\w+\s+\d|\d)|for\s+(?:the\s+)?(?:treatment|diagnosis|member|patient|dates?|you\b|your\b)|has\s+been|have\s+been|had\s+been|was|were|is|are|does|do|did|under|at\s+[A-Z]|by\s+[A-Z]|by\s+your|from\s+(?:[A-Z]|\d{1,2}\/)|to\s+treat|which|that|beginning|starting|effective|and\s+(?:determined|decided|found|have|has|it|we|our)|is\s+denied|we\s|\(the\b|\(Tax|with\s+dates?)|\s+[-–—]\s+(?:DENIED|denied)|$)/

/** Words that name no service. */
export const NO_SERVICE =
  /^(?:(?:this|the|these|your|a|an|that|such|any|all|said|above|following|requested|coverage|payment|services?|claims?|requests?|authorization|item|procedure|medication|drug|treatment|benefits?|care|services? listed|listed|below|received|medical necessity|review|appeal|approval|prior|level|part|it|them|is|not|above-referenced|referenced|in|of|for|date|dates|from|details?|information|description|code|type|\(s\)|covered|non-covered|you|we|plan|as|dear|reasons?(?:\(s\))?)\s*)*$|^(?:reconsideration|an? (?:appeal|review|expedited|external|independent|fair|hearing)|more information|additional|information|help|free|state fair hearing|questions)\b|^Dear\b|\breason for denial\b|^(?:CPT|HCPCS|procedure|diagnosis|service)\s+(?:codes?|dates?)\b|^[\d(][\d().\s-]{6,}|^(?:approval|before|as|under|because|due|since|for|based|by|on|at|in|from|with|pursuant|per|to|and|or|after|until|not|el|la|que)\b|^(?:medical\s+)?(?:services?|items?)\/|^\$|^\d{1,2}\/\d/i
