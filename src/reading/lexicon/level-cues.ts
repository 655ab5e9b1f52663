import type { LetterLevel } from '../denial.ts'

export interface LevelCue {
  readonly level: LetterLevel
  /** On one sentence or heading, any case. */
  readonly cue: RegExp
  readonly unless?: RegExp
  /** Counts only in a letter that speaks of an appeal already made. */
  readonly onAppeal?: true
}

/** A decision on an appeal, most telling first. */
export const APPEAL_DECISION_CUES: readonly LevelCue[] = [
  {
    level: 'initial_with_prior_appeal_closed',
    cue: /\b(?:prior|previous|earlier|your)\s+appeal\b[^.]{0,80}\b(?:was|has been|is|were)\s+(?:administratively\s+)?(?:closed|dismissed|withdrawn|voided)/i,
  },
  {
    level: 'internal_appeal_level1_partial',
    onAppeal: true,
    cue: /\bpartial(?:ly)?\s+(?:overturn\w*|upheld|uphold|approv\w*|favorable|revers\w*|grant\w*)|\b(?:overturn\w*|uph[eo]ld\w*|approv\w*|revers\w*|grant\w*)\b[^.]{0,60}\bin part\b|\bappeal\b[^.]{0,40}\bpartially\b/i,
  },
  {
    level: 'internal_appeal_upheld_final_for_level',
    cue: /\bfinal\s+(?:internal\s+)?adverse\b|\bfinal\s+(?:internal\s+)?(?:level|determination|decision)\b|\b(?:exhausted|completed)\b[^.]{0,40}\b(?:internal|appeal|levels?)|\bsecond[- ]level\s+(?:appeal\s+)?(?:decision|determination|review|denial)|\b(?:no|not)\b[^.]{0,30}\bfurther\s+(?:internal\s+)?(?:appeal|level)|\bsecond[- ]level\s+appeal\b[^.]{0,40}\b(?:denied|upheld|uphold)/i,
    unless: /\bif\b|\bmust\b|\bafter\b|\bonce\b|\buntil\b|\bmay\b|\bunless\b|\bbefore\b/i,
  },
  {
    level: 'internal_appeal_level1_upheld',
    cue: /\b(?:uphold|upheld|upholding|uph[eo]lds)\b|\b(?:original|initial|previous|earlier)\s+(?:decision|denial|determination)\s+(?:\w+\s+){0,2}(?:stands|remains|is correct|was correct|unchanged|affirmed)|\b(?:appeal|reconsideration|redetermination|grievance)\s+(?:request\s+)?(?:\w+\s+){0,2}?(?:is|was|has been|have been)\s+(?:\w+\s+)?(?:denied|not approved|unfavorable)|\b(?:den(?:y|ied|ying|ial of)|not approve[d]?)\s+(?:your|the|this)\s+(?:\w+[- ]){0,3}?(?:appeal|reconsideration|redetermination)\b|\bappeal\s+(?:denial|decision|determination|resolution)\b|\bnotice of appeal (?:resolution|decision)|\banswer is still no\b|\bdecision (?:has |will |did )?not change/i,
    unless: /\bif\b|\bmay\b|\bwill\b|\bmust\b|\bwhen\b|\bunless\b|\bwithin\b/i,
  },
]

/** A first decision, most telling first. */
export const FIRST_DECISION_CUES: readonly LevelCue[] = [
  {
    level: 'concurrent_care',
    cue: /\bconcurrent\s+(?:review|care|request)|\bcontinued\s+(?:stay|inpatient|skilled|residential|hospital|services?|care|treatment|coverage|\w+\s+(?:facility|therapy|care))|\bcontinuation of (?:stay|care|treatment|services)|\b(?:coverage|services?|stay)\b[^.]{0,60}\bwill\s+(?:end|stop|be (?:terminated|reduced))\b|\bnotice of (?:medicare )?non-?coverage\b(?=[^—]*$)|\blast\s+(?:covered|approved)\s+day|\b(?:will|to|are|decided to)\s+(?:reduc(?:e|ing)|terminat(?:e|ing)|suspend(?:ing)?|stop(?:ping)?)\b[^.]{0,80}\b(?:services?|hours|care|nursing|therapy|coverage|visits)|^\W*\[\s*x\s*\]\s*(?:terminat|reduc|suspend)ing\b|^(?:reducing|terminating|suspending)\b|\b(?:is|are)\s+(?:reducing|terminating|suspending)\b|\bfrom\s+\d+\s+(?:hours|visits|days|sessions|units)\b[^.]{0,40}\bto\s+\d+\s+(?:hours|visits|days|sessions|units)|\bno longer\b[^.]{0,40}\b(?:necessary|meets?|needs?|requires?)/i,
    unless: /out of network|\bif\b|\brequest(?:ed)? (?:for|as)\b|\bcontinued coverage of your plan|\bgroup\b/i,
  },
  {
    level: 'initial_post_service',
    cue: /\bclaim\s+(?:denial|processing|determination|decision|status)\b|\b(?:processed|reviewed|received|denied|regarding|about)\s+(?:your|this|the|a)\s+claims?\b|\byour\s+claim\b|\bdenying\s+coverage\b[^.]*\b(?:performed|occurred|provided|rendered)\s+on\b|\breview\s+of\s+(?:your\s+|the\s+|this\s+)?(?:above-referenced\s+)?claim\b|\bclaim\s+for\s+services\s+(?:already\s+)?(?:provided|received|rendered)|\bexplanation\s+of\s+(?:benefits|payment)|\bremittance\b|\bpost-?service\b|\bpayment\s+(?:denial|of (?:the|this|your) claim)|\bdenial of payment\b|\b(?:pay|payment (?:for|of|on))\s+(?:for\s+)?(?:the|this|your)\s+claim\b|\bclaim\(?s?\)?\s+(?:\w+\s+){0,2}(?:was|were|has been|is)\s+(?:\w+\s+)?(?:denied|processed)/i,
    unless: /\bpre-?service claim|\bif\b|\b(?:relevant|related) to (?:your|the|this) claim\b/i,
  },
  {
    level: 'initial_pre_service',
    cue: /\bpre-?service\b|\b(?:prior|pre)-?\s?authori[sz]ation\s+(?:determination|decision|denial|request|review|response|notice)|\b(?:denial|denied|determination|request(?:ed)?|decision|review)\b[^.]{0,30}\b(?:prior[- ]|pre-?)?(?:authori[sz]ation|pre-?cert\w*|certification)\b|\bauthori[sz]ation\s+(?:determination|decision|denial|request)|\bdenied\s+authori[sz]ation|\b(?:drug|prescription)\s+(?:drug\s+)?(?:coverage|benefit)\s+(?:denial|determination)|\bdenial of (?:\w+ )?prescription drug (?:benefit|coverage)|\bcoverage\s+determination\b|\bnotice of (?:denial of )?(?:medicare )?(?:prescription drug|medical) coverage|\brequest for (?:services|coverage)\b|\brequest\s+(?:was|has been|is)\s+(?:reviewed\s+and\s+)?(?:\w+\s+)?(?:denied|not\s+approved)|\b(?:your|the)\s+(?:\w+['’]s\s+)?request\s+(?:for|to)\b.{3,160}\b(?:is|was|has been|were)\s+(?:\w+\s+)?(?:denied|not)|\brequest\s+(?:from|by|submitted)\b[^.]{3,200}\b(?:denied|for)\b|\brequested\s+by\s+(?:you|your|dr)|\b(?:denied|deny|denying|approved)\s+(?:the|your|this)\s+(?:above\s+)?request\b|\brequest\s+for\s+approval\s+before|\brequest\s+(?:not\s+approved|denied)\b|\basked\s+(?:us|[A-Z][\w&' ]{2,50}?|the\s+plan)\s+to\s+(?:approve|cover|authorize)|\b(?:received|reviewed|review\s+of)\s+(?:a|an|the|your)\s+(?:\w+\s+)?request\s+(?:from|for|submitted|by)\b|\bunable\s+to\s+authorize|\bsu m[ée]dico solicit[óo]|\bsolicitud de (?:autorizaci[óo]n|servicio)/i,
    unless:
      /\b(?:was|were|been)\s+not\s+(?:obtained|requested)|\brequires?\b|\bbefore the service\b|\bwithout\b|\bif\b|\bno\s+(?:prior\s+)?auth|\bobtain|\bclaim\s+denial|\bcopy\b/i,
  },
]

/** A form's own words for care that has not been given yet. */
export const REQUESTED_LABEL =
  /^[*\s-]*(?:service|procedure|medication|drug|item|treatment|test|tx|therapy|care|admission|surgery|medicine|device)s?(?:\(s\))?\s+requested\s*(?::|$)|^[*\s-]*requesting\s+(?:provider|physician|prescriber|doctor|practitioner)\b|^[*\s-]*proposed\s+(?:service|procedure|treatment|date|admission)|^[*\s-]*(?:requested\s+on|date\s+requested)\b|^[*\s-]*requested\s+(?:service|procedure|medication|drug|item|treatment)s?\s*(?::|$)|^[*\s-]*(?:prior )?authorization (?:id|number|#)|^[*\s-]*(?:date\s+of\s+request|request\s+(?:received|date))\s*(?::|$)/i
/** Said of care not yet given, where nothing tells more. */
export const REQUEST_MADE =
  /\byour (?:\w+['’]s )?request for\b(?! (?:an? )?(?:appeal|review|payment|reimbursement|information|hearing))/i
export const FIRST_LEVEL_NAMED =
  /\b(?:notice of )?adverse\s+benefit\s+determination\b|\b(?:first|1st)[- ]level\s+(?:internal\s+)?appeal|\blevel\s+(?:1|one|i)\s+(?:internal\s+)?appeal|\binitial\s+(?:adverse\s+)?(?:determination|decision|denial)/i
