import type { CoverageRecord } from '../../knowledge/coverage.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import type { Subject } from './subject.ts'

const LABEL_WORDS = /\b(labels?|labeled|compendi\w*|formulary|pharmac\w*|drugs?|agents?|dose|fills?|fill history)\b/i
const SERVICE_WORDS = /\btherapy services\b/i
/** Designations that only medicines have, and trials that only some care is given in. */
const ORPHAN_WORDS = /\borphan\b|\btoo rare for large trials\b/i
const TRIAL_WORDS = /\b(approved|in a) trial\b|\btrial number\b/i
const TRIAL_CARE = /oncolog|cancer|tumou?r|leuk|lymphoma|myeloma|gene|cell|trial|radiation/i

/** A ground or a paper of an emergency, which medicines for home, equipment and courses of therapy are not given in. */
const EMERGENCY_WORDS =
  /^(emergency service|emergency record|proof of emergency|it was an emergency|the hospital was in the network)/i
const PLANNED: readonly string[] = ['drug', 'device', 'therapy', 'cell_gene_therapy']

/** A law or a program that holds under some types of coverage only, and the words that speak of it. */
const PROGRAMS: readonly {
  readonly words: RegExp
  readonly under: (c: CoverageRecord) => boolean
  readonly care?: (t: TreatmentRecord) => boolean
}[] = [
  { words: /\bMedicare\b/, under: (c) => c.family === 'medicare' },
  { words: /\bMedicaid\b|\bEPSDT\b/, under: (c) => c.family === 'medicaid' },
  {
    words: /\bCOBRA\b|\btax credit\b|\bgrace period\b|\bessential health benefits?\b|\bpremiums?\b/i,
    under: (c) => c.family === 'commercial',
  },
  {
    words: /\bhabilitative\b/i,
    under: (c) => c.family === 'commercial',
    care: (t) => t.kind === 'therapy' || t.kind === 'device' || t.benefits.includes('therapy') || isBehavioral(t),
  },
  { words: /\bair ambulance|\bsurprise-bill/i, under: (c) => c.family === 'commercial' || c.family === 'federal_employee' },
  {
    words: /\bself-funded\b/,
    under: (c) => c.id === 'erisa_self_funded' || c.id === 'church' || c.id === 'nonfederal_governmental',
  },
  {
    words: /\bmental\b|\bparity\b/i,
    under: (c) => c.family === 'commercial' || c.family === 'medicaid',
    care: (t) => isBehavioral(t),
  },
]

/** What the words of a sentence are about. */
interface Traits {
  readonly label: boolean
  readonly service: boolean
  readonly trial: boolean
  readonly emergency: boolean
  readonly programs: readonly (typeof PROGRAMS)[number][]
}

const traits = new Map<string, Traits>()

/** Kept by the sentence, which hundreds of guides ask about; only sentences of records are asked about. */
function traitsOf(text: string): Traits {
  const known = traits.get(text)
  if (known) return known
  const made = {
    label: LABEL_WORDS.test(text) || ORPHAN_WORDS.test(text),
    service: SERVICE_WORDS.test(text),
    trial: TRIAL_WORDS.test(text),
    emergency: EMERGENCY_WORDS.test(text),
    programs: PROGRAMS.filter((p) => p.words.test(text)),
  }
  traits.set(text, made)
  return made
}

/** Places in `programsUnder` of the programs that words speak of, so that the types of coverage shown decide whether they are said. */
export const programsSpokenOf = (text: string): readonly number[] => PROGRAMS.flatMap((p, i) => (p.words.test(text) ? [i] : []))

/** Which programs the types of coverage have, as a short name: all that `fits` asks of them. */
export const programsUnder = (coverages: readonly CoverageRecord[]): string =>
  PROGRAMS.map((p) => (coverages.some(p.under) ? '1' : '0')).join('')

const isBehavioral = (t: TreatmentRecord): boolean => t.benefits.includes('behavioral')

/**
 * Whether words written for many treatments can be said of this one: nothing of labels and drugs where
 * no label exists, nothing of therapy services to a drug, nothing of a program that no type of coverage
 * shown belongs to. Words that speak of several programs are said where one of them is shown.
 */
export function fits(subject: Subject, text: string): boolean {
  const { treatment } = subject
  const { label, service, trial, emergency } = traitsOf(text)
  if (treatment.fdaLabelApplicable ? service : label) return false
  if (trial && !TRIAL_CARE.test(`${treatment.class} ${treatment.group} ${treatment.id}`)) return false
  if (emergency && PLANNED.includes(treatment.kind)) return false
  return fitsPrograms(subject, text)
}

/** The part of `fits` that is about programs alone, for words written for this very treatment. */
export function fitsPrograms({ coverages, treatment }: Pick<Subject, 'coverages' | 'treatment'>, text: string): boolean {
  const { programs } = traitsOf(text)
  return !programs.length || programs.some((p) => coverages.some(p.under) && (p.care?.(treatment) ?? true))
}
