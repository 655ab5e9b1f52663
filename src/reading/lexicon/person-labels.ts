/** Labels of the person the care is for, most telling first; sources of regular expressions. */
export const PATIENT_LABELS: readonly string[] = [
  String.raw`(?:patient|paciente)(?:['’]s)?(?:\s*name)?|nombre del (?:paciente|miembro|afiliado)`,
  String.raw`(?:member|enrollee|beneficiary|customer|miembro|afiliado|beneficiario)(?:['’]s)?(?:\s*name)?(?:\s*/\s*\w+)?`,
  String.raw`(?:insured|recipient|participant|claimant|dependent)(?:['’]s)?(?:\s*name)?`,
  String.raw`(?:child|minor)(?:['’]s)?(?:\s*name)?`,
  String.raw`subscriber(?:['’]s)?(?:\s*name)?|name|nombre`,
  String.raw`(?:to the )?parents?(?:\(s\))?(?:\s*(?:\/|or)\s*guardian(?:\(s\))?)?\s+of`,
  'to|para',
]

/** Labels of who ordered or gives the care. */
export const PROVIDER_LABELS: readonly string[] = [
  String.raw`(?:requesting|ordering|prescribing|treating|attending|referring|requesting/ordering)\s+(?:provider|physician|prescriber|doctor|clinician|practitioner|practice|facility)(?:\s*(?:name|/\s*facility))?|prescriber(?:\s*name)?|(?:requested|prescribed|ordered|submitted) by|m[ée]dico|proveedor(?: solicitante)?`,
  String.raw`(?:rendering|servicing|performing|service|billing)\s+(?:provider|physician|facility)(?:\s*name)?`,
  String.raw`provider(?:\s*name)?(?:\s*/\s*facility)?|physician(?:\s*name)?|doctor|practitioner|clinician|provider of service|health care provider|facility(?:\s*name)?|hospital`,
]
