import type { Support } from '../../base/support.ts'
import type { Entry } from '../../facts/fact.ts'
import type { Brief } from '../brief.ts'
import { treatedDiagnosis } from '../diagnosis.ts'
import { supportOf, supportOfEntry } from '../evidence.ts'
import { type Term, type TermTree, term } from '../term.ts'

/** What the denial and the service line speak of: law that reaches only such care is named only for it. */
const SUBJECTS: Readonly<Record<string, RegExp>> = {
  rescission: /\brescind|\brescission|\bretroactive/i,
  premium: /\bpremiums?\b|\bnon-?payment\b|\bgrace period\b/i,
  inpatientRehabilitation: /\binpatient rehab|\bacute (?:inpatient )?rehab|\bIRF\b/i,
  hospital: /\binpatient (?:hospital|admission|stay|status|level)|\bhospital (?:stay|admission)|\bobservation\b/i,
  nursingFacility: /\bskilled nursing (?:facility|care|services)|\bSNF\b|\bnursing facility\b/i,
  homeCare: /\bhome health\b|\bprivate duty\b|\bhome nursing\b|\bin-home\b/i,
  breastReconstruction: /\bbreast\b[^.]{0,40}\breconstruct|\breconstruct\w*\b[^.]{0,40}\bbreast|\bpost-?mastectomy/i,
  homeEquipment: /\bwheelchair|\bhospital bed|\bscooter|\bpower(?:ed)? (?:mobility|vehicle)/i,
  therapy: /\btherapy\b|\bbehavior(?:al)? analysis\b/i,
  school: /\bschool\b|\beducational\b|\bIEP\b|\bIDEA\b/i,
  airAmbulance: /\bair (?:ambulance|transport|medical)|\brotor[- ]wing|\bfixed[- ]wing|\bhelicopter|\bLifeFlight/i,
  convenience: /\bconvenien|\bcomfort/i,
  replacement: /\buseful lifetime\b|\bsame or similar\b|\breplacement\b/i,
  sex: /\bsex\b|\bgender\b/i,
  tier: /\btier(?:ing)?\b|\bnon-?preferred\b/i,
  biosimilar: /\bbiosimilar/i,
  diagnosisCode: /\bdiagnos(?:is|es)\b/i,
}

/** {subject.…}: set where the denial's reasons or the service it names speak of it; `mental` by the diagnosis. */
export function subjectTerms(brief: Brief): TermTree {
  const spoken = spokenBy(brief)
  const main = treatedDiagnosis(brief.facts, brief.treatment)
  return {
    subject: {
      ...Object.fromEntries(Object.entries(SUBJECTS).map(([name, cue]) => [name, first(spoken, cue)])),
      mental: main && /^F/.test(main.value.code ?? '') ? term('mental', supportOfEntry(main)) : null,
      mastectomy: mastectomy(brief),
    },
  }
}

interface Spoken {
  readonly text: string
  readonly support: readonly Support[]
}

function spokenBy({ facts }: Brief): Spoken[] {
  const { reading, reasons } = facts.denial
  const of = (span: { readonly doc: string; readonly quote: string } | undefined, support: readonly Support[]) =>
    span ? [{ text: span.quote.replace(/\s+/g, ' '), support }] : []
  const reasonWords = reasons.flatMap((r) => (r.origin.kind === 'document' ? of(r.origin.span, supportOf(r.origin)) : []))
  const passage = reading.reasonPassage?.span
  const service = reading.service?.span
  const denial = (span: NonNullable<typeof passage>): Support[] => [{ kind: 'denial', source: span.doc, span, quote: span.quote }]
  const name = facts.treatment.name
  return [
    ...reasonWords,
    ...(passage ? of(passage, denial(passage)) : []),
    ...(service ? of(service, denial(service)) : []),
    ...(name.state === 'known' ? [{ text: name.value, support: supportOf(name.origin) }] : []),
  ]
}

const first = (spoken: readonly Spoken[], cue: RegExp): Term | null => {
  const found = spoken.find((s) => cue.test(s.text))
  return found ? term(cue.exec(found.text)?.[0] ?? '', found.support) : null
}

/** A mastectomy that the chart records: as a diagnosis (absent breast, history of the tumor) or as surgery done. */
function mastectomy({ facts }: Brief): Term | null {
  const named: Entry<unknown> | undefined =
    facts.diagnoses.find((d) => /mastectomy/i.test(d.value.name) || /^Z90\.1/.test(d.value.code ?? '')) ??
    facts.events.find((e) => /\bmastectomy\b/i.test(e.value.what))
  return named ? term('mastectomy', supportOfEntry(named)) : null
}
