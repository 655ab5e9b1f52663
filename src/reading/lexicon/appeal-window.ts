/** Words that tell what a period of time in a letter is for. Lower case. */

/** The person asks the plan to look again. */
export const FILING =
  /\b(?:appeal|appeals|appealed|reconsideration|redetermination|internal review|request (?:a|an|for) (?:\w+ ){0,3}(?:review|reconsideration|hearing)|ask (?:us|for|the plan)[^.]{0,40}(?:review|reconsider|appeal|hearing)|reconsider|dispute (?:this|the|our)|grievance and appeal|request for review|apelaci[óo]n|apelar|reconsideraci[óo]n)\b/

/** The plan, not the person, must act; or the period is for something else. */
export const OTHER_CLOCKS: readonly RegExp[] = [
  /\b(?:we|us|our (?:decision|response|answer)|the plan|decision|answer|response|determination|it) (?:will|must|shall|is|are|can|may)\b[^.]{0,60}\b(?:decid|respond|answer|notif|review(?:ed)?|tell|let you know|give you|complete|send|issue|make|made|be made|resolve|process|acknowledge|get back|mail|call)/,
  /\b(?:(?:decided|resolved|answered|completed|processed|notified) |(?:decision|answer|response|determination) (?:is |will be |be |was )(?:made |given |sent |issued |completed )?)(?:within|in|no later than)\b/,
  /\b(?:we['’]?ll|we will|we must(?! receive)|we have|se le notificar|le responderemos|decidiremos)\b/,
  /\bcorrected claim|resubmi|re-?submit|new claim|timely filing|claims? must be (?:filed|submitted|received)/,
  /\b(?:keep|continu\w+|stop|reduc\w+)\b[^.]{0,60}\b(?:benefits?|services?|care|coverage|getting)\b/,
  /\b(?:additional|missing|requested) (?:information|documentation|records)\b(?![^.]*\bappeal)/,
  /\bpeer[- ]to[- ]peer\b/,
  /\b(?:effective|valid|expires?|supply|refill|approved for|hospital stay|of care|of physical|of therapy|trial|treatment|conservative|prior to|within the (?:last|past)|in the (?:last|past)|at least|every|per)\b[^.]{0,12}$/,
]

/** The review comes after the plan's own: an outside reviewer, a hearing, a court. */
export const OUTSIDE_REVIEW =
  /\b(?:external (?:review|appeal)|independent (?:external |medical )?review|independent review (?:organization|entity)|iro\b|fair hearing|state hearing|administrative (?:hearing|law judge)|office of personnel management|\bopm\b|civil action|lawsuit|sue\b|court|department of insurance|commissioner|revisi[óo]n externa|audiencia (?:estatal|imparcial))/

export const FROM_RECEIPT =
  /\b(?:receipt|you (?:get|got|receive|received)|receiving|receives?|received (?:this|the|our|your)|being notified|notified|you were (?:told|notified)|recib\w+|recepci[óo]n)\b/
export const FROM_NOTICE =
  /\b(?:(?:date|fecha)\b[^.]{0,40}\b(?:on|of|in|de)\b[^.]{0,25}\b(?:notice|letter|denial|decision|determination|notification|aviso|carta|notificaci[óo]n|decisi[óo]n|eob|statement|explanation)|(?:of|from|after|following|de) (?:(?:the )?date of )?(?:this|the|our|your|esta|este|la) (?:\w+ ){0,2}(?:notice|letter|denial|decision|determination|notification|aviso|carta|eob|statement|fax|correspondence|e-?mail|message)|notice date|date (?:shown|printed|listed|above|of (?:denial|determination|decision|notice|letter|this ))|letter date|fecha del? (?:este |esta )?(?:aviso|carta))/
