/** What a heading announces. `title`: the document itself. `label`: what the FDA approved, criteria only inside criteria. `aside`: never criteria. `background`: criteria only where it grants outright. */
export type Region = 'title' | 'label' | 'criteria' | 'exclusion' | 'background' | 'aside' | 'limits' | null

/** First match wins: "Criteria Not Covered" is an exclusion, "Coverage Criteria" is not. */
const REGIONS: readonly (readonly [Region, RegExp])[] = [
  [
    'title',
    /^((\w+ ){0,4}(prior authorization|medical|clinical|pharmacy|drug|medication|step therapy|utilization management|reimbursement|payment) (coverage |benefit |management |necessity )?(policy|guidelines?|program|bulletin|criteria document)(:.*)?|policy\s*:.*)$/i,
  ],
  ['label', /^(fda[- ]?)?(approved|labell?ed) indications?(\(s\))?$|^fda\b.*\bindications?(\(s\))?$/i],
  ['limits', /^additional clinical (rules|programs)\b/i],
  ['aside', /^(references?|bibliography|sources?|literature)\b/i],
  ['aside', /^(cpt|hcpcs|icd|ndc|applicable|procedure|diagnosis|billing|j)?[\s/-]*(10)?[\s/-]*(cm)?\s*(codes?|coding)\b/i],
  [
    'aside',
    /\b(coding|codes|claims? submission|billing)\b.*\b(information|guidelines?|implications|table)s?\b|^applicable .*codes\b/i,
  ],
  [
    'aside',
    /^(policy|document|criteria|review|revision|version|update|program)?\s*(history|revisions?|change control|change log|version control|document control|review log)(\s(information|log|and revisions?|of revisions?|table))?$/i,
  ],
  [
    'aside',
    /^(appendix|appendices|glossary|definitions?|abbreviations?|key terms|contact|links?|see also|related (policies|documents)|table of contents|contents|cross[- ]references?)\b/i,
  ],
  [
    'aside',
    /^(instructions for use|disclaimers?|important (notice|reminder|information)|about this policy|how to (use|submit)|scope of|application|copyright|legal)\b/i,
  ],
  ['limits', /^((benefit|coverage|visit|treatment|session)s? )?(limits?|maximums?)$/i],
  ['aside', /^(formulary|decision trees?|preferred drug list|quantity limit list)$/i],
  ['aside', /^(regulatory|state mandates?|government|medicare national|benefit considerations|appeals?|submitting)\b/i],
  [
    'limits',
    /^(quantity|dosing|dosage|dose|supply|length of|duration|approval (duration|period|length)|authorization (period|duration|length|limits?))\b/i,
  ],
  ['limits', /\b(quantity|dispensing|supply|dosing|dosage) (level )?(limits?|limitations?|guidelines)\b/i],
  [
    'exclusion',
    /\b(not (medically necessary|covered|approved|authorized|recommended)|non-?covered|exclusions?|excluded|investigational|experimental|unproven|limitations)\b/i,
  ],
  [
    'criteria',
    /\b(criteri(a|on)\w?|medical(ly)? necess(ity|ary)|coverage (policy|position|determination|rationale|guidelines?)|policy statement|position statement|clinical (policy|indications?)|authorizations?|re-?authorization|covered (uses|indications|services)|(fda-approved|approved|covered|labeled) indications?|indications?|other uses|requirements?|continued stay|admission|continuation|renewal|initial (therapy|treatment|approval|request)|coverage)\b/i,
  ],
  ['criteria', /^(policy|indications? for (use|coverage)|guideline|step therapy|prior authorization)$/i],
  [
    'background',
    /^(overview|background|description|introduction|purpose|rationale|disease overview|clinical (efficacy|background|evidence)|guidelines?\b|evidence|summary|scientific|fda (approval|information|indications?)|mechanism|(product|drug|general) (information|description)|discussion|preface|note)\b/i,
  ],
]

export const regionOf = (heading: string): Region => {
  const text = heading.replace(/^[\s#*]+|[\s:*.]+$/g, '')
  if (text.length > 120) return null
  return REGIONS.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

const DURATION =
  /^(\W*)(length of (authorization|approval|therapy)|((initial|renewal|re-?|continued|subsequent)[\s-]*)?(authorization|approval|coverage)s?( (duration|period|length|timeframe))?)\b.*\b(\d+|one|two|three|six|twelve|lifetime|indefinite|duration)\b/i
const QUANTITY =
  /^\W*(QL|AR)\b\s*[–:-]|^\W*(quantity|supply|dose|dosing) limit|^maximum (of )?\d+ (tablets|capsules|vials|units|visits|sessions|doses)/i
const CONDITION = /\b(if|when|following|criteria|provided that|must)\b|:$/i

/** A line that states how long an approval lasts or how much is allowed; it is kept beside the criteria. */
export function limitNote(text: string): 'duration' | 'quantity' | null {
  if (QUANTITY.test(text)) return 'quantity'
  if (text.length > 160 || CONDITION.test(text)) return null
  return DURATION.test(text) ? 'duration' : null
}
