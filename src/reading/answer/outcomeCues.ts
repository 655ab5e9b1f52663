import type { AnswerOutcome } from './answer.ts'

type Decided = Exclude<AnswerOutcome, 'not_an_answer'>

export interface OutcomeCue {
  readonly outcome: Decided
  readonly cue: RegExp
  /** What the same words mean behind "not" or "unable to"; null: nothing. */
  readonly denied: Decided | null
}

/** A first decision may approve in part as well; these words are said only after an appeal. */
export const AFTER_APPEAL =
  /\byou appealed\b|\b(?:your|the|an) (?:[\w-]+ )?appeal\b(?! rights)[^.]{0,60}\b(?:received|filed|dated|reviewed|about|of)\b|\b(?:received|reviewed|after|decided|about|regarding|re:?)\b[^.]{0,30}\bappeal\b|\bappeal (?:decision|resolution|determination)\b|\b(?:reconsideration|redetermination|hearing)s?\b[^.]{0,30}\b(?:decision|and appeals)\b|\b(?:our|earlier|original|first|initial) (?:\w+ )?(?:decision|denial)\b|\bapelación\b/i

const DECISION = '(?:decision|denial|determination|adverse determination|action)'

/** Most telling first; on one sentence, any case. */
export const OUTCOME_CUES: readonly OutcomeCue[] = [
  {
    outcome: 'partly_overturned',
    denied: null,
    cue: new RegExp(
      [
        String.raw`\bpartial(?:ly)?\b[^.]{0,40}\b(?:favorable|overturn|approv|revers|grant|uph[eo]ld)\w*`,
        String.raw`\b(?:overturn|revers|approv|grant|uph[eo]ld|chang)\w*\b[^.]{0,60}\b(?:in part|part of)\b`,
        String.raw`\b(?:revoca|aproba|favorable)\w*\b[^.]{0,40}\b(?:parcialmente|en parte)\b|\bparcialmente (?:favorable|aprobad|revocad)\w*`,
      ].join('|'),
      'i',
    ),
  },
  {
    outcome: 'dismissed',
    denied: null,
    cue: new RegExp(
      [
        String.raw`\bdismiss(?:ed|ing|es)?\b[^.]{0,40}\b(?:appeal|request|reconsideration|grievance)\b`,
        String.raw`\b(?:appeal|request|reconsideration)\b[^.]{0,50}\b(?:is|was|has been|have been|are)\s+(?:\w+\s+)?(?:dismissed|closed|voided|withdrawn)\b|\b(?:withdrawn|withdrew|closed|voided) (?:your|the|this) appeal\b`,
        String.raw`\b(?:is|are|was) not eligible (?:for (?:\w+ )?(?:review|appeal)|because)\b|\bno review will (?:take place|be made)\b|\bnotice of (?:appeal )?dismissal\b|\bdecision\s*:\s*dismissed\b`,
        String.raw`\b(?:desestimamos|desestimad[ao])\b`,
      ].join('|'),
      'i',
    ),
  },
  {
    outcome: 'upheld',
    denied: null,
    cue: new RegExp(
      [
        String.raw`\b(?:uphold|upheld|upholding|upholds)\b`,
        String.raw`\b${DECISION}\s+(?:still\s+)?(?:stands|remains (?:in effect|unchanged|the same)|will not change|did not change|has not changed)\b`,
        String.raw`\b${DECISION}\s+(?:is|was|has been|are)\s+(?:hereby\s+)?(?:affirmed|sustained|maintained|confirmed|unchanged|correct|appropriate)\b`,
        String.raw`\baffirm(?:s|ed|ing)?\b[^.]{0,40}\b${DECISION}\b`,
        String.raw`\bagree(?:s|d)?\s+with\b[^.]{0,40}\b${DECISION}\b`,
        String.raw`\bappeal\b[^.]{0,50}\b(?:is|was|has been)\s+(?:hereby\s+|considered and\s+)?(?:denied|rejected|not approved|unsuccessful|unfavorable)\b|\b(?:deny|denied|denying|denial of)\s+(?:your|the|this)\s+(?:\w+[- ]){0,3}?(?:appeal|reconsideration|redetermination)\b`,
        String.raw`\bunfavorable\b(?!\s+(?:decision|determination)s?\s+(?:may|can))|\banswer is still no\b|\bcontinues? to (?:deny|be denied)\b|\b(?:we|plan) still (?:deny|cannot (?:approve|cover))\b|\bremains? (?:denied|not (?:approved|covered))\b|\bfinal (?:internal )?adverse (?:benefit )?determination\b|\b(?:not changing|unable to change|cannot change|not able to change) (?:our|the|that) (?:\w+ )?${DECISION}\b|\b(?:is|are) still denied\b|\b(?:made )?no changes? (?:to|in) (?:\w+ ){0,3}${DECISION}\b|\bmaintain(?:s|ed|ing)? (?:\w+ ){0,2}${DECISION}\b`,
        String.raw`\b(?:manten(?:er|emos|ido)|confirma(?:mos|do|r))\b[^.]{0,40}\b(?:decisión|denegación|negativa)\b|\bapelación\s+(?:fue|ha sido|es)\s+(?:negada|denegada|rechazada)\b|\bdesfavorable\b`,
      ].join('|'),
      'i',
    ),
  },
  {
    outcome: 'overturned',
    denied: 'upheld',
    cue: new RegExp(
      [
        String.raw`\b(?:overturn(?:ed|ing|s)?|revers(?:ed|ing|es|e)|rescind(?:ed|ing|s)?|vacat(?:ed|ing|es))\b[^.]{0,60}\b${DECISION}\b`,
        String.raw`\b${DECISION}\b[^.]{0,40}\b(?:overturned|reversed|rescinded|vacated|set aside)\b`,
        String.raw`\bappeal\b[^.]{0,50}\b(?:is|was|has been)\s+(?:hereby\s+)?(?:granted|approved|allowed|sustained|successful|upheld in your favor)\b|\b(?:approved?|granted|approving|granting|grant)\s+(?:your|the|this)\s+(?:\w+[- ]){0,3}?appeal\b`,
        String.raw`\bin (?:your favor|favor of the (?:appellant|enrollee|member|patient|claimant|beneficiary|petitioner|consumer))\b|\b(?:fully|wholly)\s+favorable\b|\bdecision\s*:\s*favorable\b|\bdecision is favorable\b`,
        String.raw`\bwill now (?:pay|cover|approve|authorize|allow)\b|\b(?:is|are) now (?:approved|covered|authorized)\b|\banswer is (?:now )?yes\b|\bapproved on appeal\b|\bagree with you(?:r appeal)?\b|\bdenied in error\b|\b(?:will be|has been|is being) (?:re-?processed|sent back) for payment\b|\bshould (?:not )?have been (?:denied|paid|covered|approved)\b`,
        String.raw`\b(?:revocad[oa]|revocamos|revocar|anulamos|anulad[oa])\b[^.]{0,40}\b(?:decisión|denegación|negativa)\b|\ba su favor\b|\bapelación\s+(?:fue|ha sido|es)\s+aprobada\b`,
      ].join('|'),
      'i',
    ),
  },
]

/** Words that say less: they decide only in a letter that speaks of an appeal made, and where nothing says more. */
export const WEAK_CUE =
  /\b(?:is|are|has been|have been|was|were)\s+(?:not\s+)?(?:now\s+|hereby\s+)?(?:approved|authorized|certified|covered|payable)\b|\bwe\s+(?:\w+\s+){0,3}(?:approve|authorize|cover|pay for)\b|\bwe (?:have )?paid\b|\bpayment will be made\b|\b(?:aprobamos|autorizamos|cubriremos)\b/i

/** An appeal was made, and this letter is about it. */
export const APPEAL_MADE =
  /\byou appealed\b|\b(?:received|reviewed|review of|looking at|looked at|outcome of|about|regarding|re:?|heard|after|on)\s+(?:\w+\s+){0,2}appeal\b(?! rights)|\bappeal (?:decision|resolution|determination|outcome)\b|\breconsideration (?:decision|determination|panel)\b|\bsu apelación\b/i

/** Before the deciding words: what might be, what somebody asks for, what was decided at an earlier time. */
export const SUPPOSES =
  /^\W*(?:if|should|when|unless|whether|si|cuando)\b|\b(?:if|whether|unless|may|might|could|would|can|you must|letter)\b|\b(?:ask\w*|request(?:ed|ing)?|right|want\w*|wish\w*|hop\w*|pide|solicit\w*)\b[^.]{0,80}\bto\s+(?:\w+\s+){0,2}$|\b(?:either|will)\s+$/i
export const NEGATES = /\b(?:not|never|unable to|cannot|can['’]t|declin\w+ to|refus\w+ to|no)\s+(?:\w+\s+){0,2}$/i
export const EARLIER =
  /^\W*(?:on\s+\w+ \d{1,2}, \d{4}|previously|earlier)\b|\b(?:previously|first[- ]level (?:appeal|decision|review) (?:was|upheld|of))\b/i

/** What a letter that decides nothing is, first match wins. */
export const UNDECIDED: readonly (readonly [RegExp, 'extension' | 'information_request' | 'acknowledgement'])[] = [
  [
    /\b(?:need|take|taking|require|requesting)\s+(?:\w+\s+)?(?:more|additional) time\b|\bextend(?:ing|ed)?\b[^.]{0,60}\b(?:time|deadline|review|decision|days)\b|\bextension\b|\bmás tiempo\b|\bprórroga\b/i,
    'extension',
  ],
  [
    /\bwe (?:still )?need\b[^.]{0,80}\b(?:notes|records|information|documents?|form|results?)\b|\b(?:please|you must) (?:send|submit|provide)\b[^.]{0,80}\b(?:notes|records|information|documents?|form)\b|\bnecesitamos\b[^.]{0,80}\b(?:notas|expedientes?|información|documentos?)\b/i,
    'information_request',
  ],
  [
    /\bwe (?:have |now have )?(?:received |got |acknowledge |confirm )?(?:receipt of )?your (?:[\w-]+ )?(?:appeal|reconsideration|redetermination)\b|\b(?:acknowledg\w+|confirm\w*)\b[^.]{0,60}\b(?:appeal|reconsideration|redetermination)\b|\byour (?:[\w-]+ )?appeal (?:is|has been) (?:under review|received|assigned)\b|\brecibimos su apelación\b/i,
    'acknowledgement',
  ],
]
