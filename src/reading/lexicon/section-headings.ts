/** What a part of a letter is about, told by its heading. */
export type SectionKind =
  | 'opening'
  | 'decision'
  | 'reason'
  | 'appeal'
  | 'expedited'
  | 'external'
  | 'continuation'
  | 'submission'
  | 'representative'
  | 'contact'
  | 'grievance'
  | 'detail'
  | 'glossary'
  | 'other'

/** First match wins; the order puts the narrow before the wide. Lower case, Spanish beside English. */
export const SECTION_HEADINGS: readonly (readonly [RegExp, SectionKind])[] = [
  [
    /external review|independent (?:medical )?review|state fair hearing|fair hearing|\biro\b|opm review|after (?:the|your) (?:internal )?appeal|if (?:we|the plan) (?:den|say)|next level|revisión externa|audiencia/,
    'external',
  ],
  [/expedit|urgent|fast(?:er)? (?:appeal|decision|review)|apelación (?:rápida|urgente)/, 'expedited'],
  [/continu\w+ (?:of )?(?:your )?(?:benefit|service|care)|keep (?:getting|receiving)|aid paid|continuar/, 'continuation'],
  [/grievance(?!.*appeal)|complaint/, 'grievance'],
  [/represent|someone else|on your behalf|act for you/, 'representative'],
  [
    /what to (?:include|send)|documents? (?:to|you)|please include|(?:additional|supporting) (?:information|documentation) (?:to|you)|next steps?|what (?:you|to) (?:can |should |must )?do(?! if you disagree)|corrected claim|resubmi|peer[- ]to[- ]peer|próximos pasos/,
    'submission',
  ],
  [
    /appeal|reconsideration|redetermination|rights?\b|how to (?:file|ask|request)|what if (?:i|you) (?:do not|don.?t) agree|if you (?:disagree|do not agree|don.?t agree)|dispute|apela|derechos|what (?:you )?(?:can|should) (?:i |you )?do/,
    'appeal',
  ],
  [
    /glossary|remark codes?|explanation of codes|(?:reason|denial|claim|message|note) codes?(?: descriptions?| explanations?)|^notes?$|code (?:meanings?|descriptions?)/,
    'glossary',
  ],
  [
    /reasons?\b|rationale|^why\b.?$|why (?:we|did|was|is|the)|basis (?:for|of)|clinical (?:rationale|explanation|review)|explanation of (?:our )?(?:decision|determination|denial)|\bcriteria used|denial (?:code|description|detail|information|message)s?|motivo|razón|por qué|because/,
    'reason',
  ],
  [
    /determination|decision|denied|denial|we (?:have )?(?:denied|decided|can(?:no|')t)|adverse|outcome|not approved|notice of action|decisión|negad|denegad/,
    'decision',
  ],
  [
    /contact|questions?|need help|customer service|member services|get help|language|nondiscrimination|discrimination|preguntas|ayuda/,
    'contact',
  ],
  [/service|claim|patient|member|request|procedure|detail|summary|amount|clinical information|servicio/, 'detail'],
]
