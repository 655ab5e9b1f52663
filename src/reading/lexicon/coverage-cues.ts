export interface CoverageCue {
  /** A coverage id where the words settle it, else the name of the cue. */
  readonly coverage: string
  readonly settles: boolean
  readonly cue: RegExp
}

/** Words that tell the kind of coverage, narrow before wide. */
export const COVERAGE_CUES: readonly CoverageCue[] = [
  { coverage: 'tricare', settles: true, cue: /\bTRICARE\b/i },
  {
    coverage: 'fehb_pshb',
    settles: true,
    cue: /\b(?:FEHB|PSHB|Federal Employees Health Benefits?|Postal Service Health Benefits|Office of Personnel Management)\b/i,
  },
  {
    coverage: 'part_d',
    settles: true,
    cue: /\b(?:Medicare\s+Part\s+D|Part\s+D\s+(?:plan|drug|prescription|coverage|benefit)|Medicare\s+(?:Prescription\s+Drug|drug plan)|Denial of Medicare Prescription Drug)/i,
  },
  {
    coverage: 'medicare_advantage',
    settles: true,
    cue: /\bMedicare\s+Advantage\b|\bMA\s+Plan\b|\bMA-PD\b|\bMedicare\s+(?:HMO|PPO|health plan)\b|\bPart\s+C\b|\bCMS-10003\b/i,
  },
  { coverage: 'chip', settles: true, cue: /\bChildren['’]?s Health Insurance (?:Program|Plan)\b|\bCHIP\b/ },
  {
    coverage: 'medicaid_managed_care',
    settles: true,
    cue: /\bMedicaid\s+(?:managed care|health plan|MCO|plan)\b|\b(?:managed care (?:plan|organization))[^.]{0,60}\bMedicaid\b|\bMedi-Cal (?:managed care )?(?:health )?plan\b|\bCommunity Plan\b[^.]{0,40}\bMedicaid|\bMedicaid\b[^.]{0,40}\b(?:managed care|Community Plan)\b/i,
  },
  {
    coverage: 'original_medicare',
    settles: true,
    cue: /\bMedicare Summary Notice\b|\bOriginal Medicare\b|\bMedicare Administrative Contractor\b/i,
  },
  { coverage: 'va', settles: true, cue: /\bVeterans (?:Health Administration|Affairs)\b|\bVA Community Care\b/i },
  { coverage: 'ihs', settles: true, cue: /\bIndian Health Service\b|\bPurchased\/Referred Care\b/i },
  { coverage: 'student', settles: true, cue: /\bstudent health (?:insurance|plan)\b/i },
  {
    coverage: 'stldi_limited_hcsm',
    settles: true,
    cue: /\bshort[- ]term(?:,)? limited[- ]duration\b|\bhealth ?care sharing ministry\b|\bfixed indemnity\b/i,
  },
  { coverage: 'erisa_self_funded', settles: true, cue: /\bself[- ](?:funded|insured)\b/i },
  {
    coverage: 'aca_individual',
    settles: true,
    cue: /\b(?:Marketplace|HealthCare\.gov|Qualified Health Plan|individual (?:and|&) family (?:plan|health)|individual (?:market|exchange|health (?:insurance|plan|benefit)))\b/i,
  },
  {
    coverage: 'erisa',
    settles: false,
    cue: /\bERISA\b|\bEmployee Retirement Income Security Act\b|\bEmployee Benefits Security Administration\b/i,
  },
  {
    coverage: 'medicaid',
    settles: false,
    cue: /\bMedicaid\b|\bMedi-Cal\b|\bmedical assistance program\b|\bstate fair hearing\b/i,
  },
  { coverage: 'medicare', settles: false, cue: /\bMedicare\b/i },
  {
    coverage: 'employer',
    settles: false,
    cue: /\bemployer\b[^.]{0,30}\bplan\b|\bgroup health (?:plan|benefit)\b|\bplan sponsor\b|\bemployee (?:health )?benefit plan\b/i,
  },
]
