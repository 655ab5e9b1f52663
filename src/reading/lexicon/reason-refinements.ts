export interface ReasonRefinement {
  /** Record in `knowledge/reasons` that the sentence gives. */
  readonly reasonId: string
  /** Broader reasons in whose place it stands. */
  readonly within: readonly string[]
  /** On lower-case text of one sentence. */
  readonly cue: RegExp
  /** The sentence must not say this. */
  readonly unless?: RegExp
}

const BROAD = ['medical_necessity', 'benefit_exclusion', 'level_of_care'] as const

/**
 * Narrower reasons inside a broad one: the category a letter is sorted by stays, the record it is argued from gets finer.
 * Order counts: the first that fits.
 */
export const REASON_REFINEMENTS: readonly ReasonRefinement[] = [
  {
    reasonId: 'emergency_not_emergent',
    within: BROAD,
    cue: /\b(?:not|n['’]t|non)\b[- ][^.]{0,80}\bemergen|\bemergency (?:room|department|services?)\b[^.]{0,100}\b(?:not|n['’]t|could have)\b|\bnon-?emergen/,
    unless: /ambulance|transport|authori[sz]ation/,
  },
  {
    reasonId: 'clinical_trial_routine_costs',
    within: ['experimental_investigational', ...BROAD],
    cue: /\b(?:as part of|participat\w+ in|enroll\w+ in|related to|in connection with|associated with|in the course of)\s+(?:an?\s+|the\s+|your\s+)?(?:\w+\s+){0,2}(?:clinical trial|research (?:study|protocol|trial))/,
  },
  { reasonId: 'custodial', within: BROAD, cue: /\bcustodial\b|\bnon-?skilled\b|\bpersonal care (?:needs|services)\b/ },
  {
    reasonId: 'cosmetic',
    within: BROAD,
    cue: /\bcosmetic\b|\bimprove\w*\s+(?:your|the|her|his)?\s*appearance\b|\bnot reconstructive\b/,
    unless: /\bnot\s+cosmetic/,
  },
  {
    reasonId: 'educational_developmental',
    within: BROAD,
    cue: /\beducational\b|\bschool (?:district|system)|\bindividuals with disabilities education\b|\bdevelopmental delay\b[^.]{0,40}\bexclu|\bhabilitative\b[^.]{0,60}\b(?:exclu|not covered)/,
    unless: /\beducational (?:materials?|brochures?|resources?)/,
  },
  {
    reasonId: 'age_gender_limit',
    within: [...BROAD, 'quantity_limit', 'missing_information', 'coding_bundling', 'off_label_not_covered'],
    cue: /\bage (?:limit|restriction|requirement)|\b(?:not covered|not approved|not a (?:covered )?benefit|limited to|covered only|only covered|only for)\b[^.]{0,80}\b(?:under|over|younger|older|aged?|between|less than|at least)\b[^.]{0,25}\d|\b(?:inconsistent with|not (?:valid|appropriate|covered) for)\s+(?:the\s+|your\s+)?(?:(?:patient|member)(?:['’]s)?\s+)?(?:age|sex|gender)\b|\b(?:sex|gender) (?:restriction|limit)/,
  },
  {
    reasonId: 'dme_least_costly_convenience',
    within: [...BROAD, 'visit_frequency_limit', 'quantity_limit'],
    cue: /\b(?:considered|deemed|is|are|as)\s+(?:an?\s+)?(?:item\s+(?:of|for)\s+)?(?:personal\s+)?(?:comfort|convenience)|\bcomfort (?:or|and) convenience|\b(?:comfort|convenience) items?\b|\bsame or similar (?:equipment|item)|\buseful lifetime\b|\b(?:least|less) costly\b[^.]{0,40}\b(?:equipment|devices?|items?|wheelchairs?|models?|beds?)/,
    unless: /\bnot (?:primarily )?for (?:the )?(?:personal )?convenience/,
  },
  {
    reasonId: 'concurrent_review_stop',
    within: ['medical_necessity', 'level_of_care'],
    cue: /\bno longer\b[^.]{0,60}\b(?:need|needs|require|requires|required|necessary|meets?)\b|\bcontinued (?:stay|inpatient|hospital|residential|skilled|treatment|days)\b|\blast covered day\b|\b(?:services|coverage|care)\b[^.]{0,40}\bwill end\b/,
  },
  {
    reasonId: 'level_of_care',
    within: ['medical_necessity'],
    cue: /\binpatient (?:level|admission|status|criteria|rehabilitation)\b|\bobservation (?:status|level|care|services)\b|\blevel of care\b|\bacute (?:inpatient )?rehabilitation\b|\bnot acute\b|\bskilled (?:nursing )?facility (?:level|admission)\b/,
  },
  {
    reasonId: 'brand_generic_biosimilar',
    within: ['non_formulary', 'benefit_exclusion', 'step_therapy'],
    cue: /\bbrand(?:[- ]name)?\b[^.]{0,80}\bgeneric\b|\bgeneric\b[^.]{0,60}\b(?:is|are) available\b|\bgeneric\b[^.]{0,80}\bbrand\b|\bbiosimilars?\b[^.]{0,60}\b(?:is|are|preferred|required|instead)\b|\bdispense as written\b|\bdaw\b/,
    unless: /\btried and failed\b|\bfail first\b/,
  },
  {
    reasonId: 'unapproved_or_compounded',
    within: [...BROAD, 'off_label_not_covered', 'non_formulary'],
    cue: /\bcompounded\b|\bbulk (?:powders?|chemicals?|ingredients?|drug substances?)\b|\bdesi\b|\bwithdrawn from the (?:us |u\.s\. )?market\b|\bnot (?:been )?(?:fda[- ]approved|approved by the (?:fda|food and drug administration))(?! (?:for|to)\b)/,
  },
  {
    reasonId: 'duplicate_therapy',
    within: BROAD,
    cue: /\bduplicat\w+\b[^.]{0,30}\b(?:therap|treatment|medication|drug)|\btherapeutic(?:ally)?\s+duplicat|\bsame\s+(?:therapeutic\s+|drug\s+)?class\b/,
    unless: /\bclaims?\b/,
  },
  {
    reasonId: 'lifetime_annual_max',
    within: [...BROAD, 'visit_frequency_limit', 'quantity_limit'],
    cue: /\blifetime\s+(?:\w+\s+)?(?:maximum|max|limit|cap|benefit)\b|\b(?:maximum|max|limit|cap)\b[^.]{0,20}\bof \$|\$\s?\d[\d,]*[^.]{0,40}\b(?:maximum|max|limit|cap)\b|\bdollar (?:maximum|limit|cap)\b/,
  },
  {
    reasonId: 'transport',
    within: [...BROAD, 'emergency_not_emergent'],
    cue: /\bambulance\b|\b(?:medical|patient|air|ground|non-?emergency) transport(?:ation)?\b|\btransport(?:ation)?\b[^.]{0,50}\b(?:not|nearest|closest)\b|\bnearest (?:appropriate |capable )?(?:facility|hospital)\b/,
  },
  {
    reasonId: 'site_of_care',
    within: BROAD,
    cue: /\bsite[- ]of[- ](?:care|service)\b|\b(?:alternate|alternative|lower[- ]cost|preferred)\s+(?:site|setting|location)s?\b|\b(?:hospital outpatient|outpatient hospital)\b[^.]{0,60}\b(?:not|instead)\b|\bfreestanding\b|\b(?:home|office|ambulatory) infusion\b|\bmust be (?:given|administered|infused|performed) (?:at|in) (?:an? |the |your )?(?:home|office|physician|doctor|ambulatory|freestanding)/,
    unless: /\b(?:skilled nursing|residential|psychiatric|inpatient|partial hospital|intensive outpatient|rehabilitation|detox)/,
  },
  {
    reasonId: 'reauthorization_response',
    within: [...BROAD, 'missing_information'],
    cue: /\b(?:continuation|renewal|re-?authori[sz]ation) (?:of (?:therapy|treatment|coverage) )?(?:criteria|request|approval)\b|\bcontinued (?:use|therapy|approval) of\b|\bno (?:documented|documentation of an?|evidence of an?|record of an?) (?:\w+ ){0,2}(?:response|benefit)\b|\b(?:positive|clinical) response to (?:therapy|treatment)\b[^.]{0,40}\bnot\b/,
    unless: /\binpatient\b|\bcontinued stay\b/,
  },
  {
    reasonId: 'maintenance_no_progress',
    within: [...BROAD, 'visit_frequency_limit'],
    cue: /\bplateau|\bmaintenance (?:therapy|care|program|services?)\b|\b(?:no|lack of|without|not shown|insufficient) (?:\w+ ){0,2}(?:progress|improvement)\b|\bnot (?:expected|likely) to (?:\w+ ){0,2}improve\b|\bnot restorative\b|\brestorative potential\b/,
    unless: /\bconservative\b|\btried\b|\bdrugs?\b|\bmedications?\b|\bdose\b|\binfus/,
  },
  {
    reasonId: 'referral_missing',
    within: ['prior_auth_absent', 'out_of_network'],
    cue: /\breferral\b/,
    unless: /\bauthori[sz]|\bpre-?cert|\bapproval\b/,
  },
  {
    reasonId: 'network_channel_provider_type',
    within: ['out_of_network', ...BROAD],
    cue: /\b(?:specialty|designated|mail[- ]order|home delivery) (?:specialty )?pharmac(?:y|ies)\b|\bprovider type\b|\bbuy[- ]and[- ]bill\b|\b(?:pharmacy|supplier)\b[^.]{0,40}\bnot (?:contracted|credentialed|participating)\b|\bnot credentialed\b/,
  },
  {
    reasonId: 'preventive_cost_sharing',
    within: ['benefit_exclusion', 'payment_audit_downgrade'],
    cue: /\b(?:not|n['’]t|than|of)\b[^.]{0,30}\bpreventive\b|\bpreventive\b[^.]{0,60}\b(?:not|diagnostic|deductible|cost[- ]sharing)\b|\bas diagnostic\b/,
  },
]
