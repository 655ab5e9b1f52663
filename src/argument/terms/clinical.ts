import type { Support } from '../../base/support.ts'
import type { CaseFacts } from '../../facts/casefacts.ts'
import { factValue } from '../../facts/fact.ts'
import { sayPartialDate } from '../../facts/partialDate.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import type { Brief } from '../brief.ts'
import { diagnosisName, treatedDiagnosis } from '../diagnosis.ts'
import { factTerm, supportOf, supportOfEntry } from '../evidence.ts'
import { type Term, type TermTree, term } from '../term.ts'
import { agentInSentence } from './agent.ts'
import { eventTerms, measureTerms, resultTerms } from './findings.ts'
import { where } from './history.ts'
import { oneLine, quotable } from './quote.ts'

/** Diagnosis, severity and the requested treatment, as the chart has them. */
export function clinicalTerms(brief: Brief): TermTree {
  const { treatment, urgency } = brief.facts
  const main = treatedDiagnosis(brief.facts, brief.treatment)
  const called = main && diagnosisName(main.value, brief.treatment)
  const codes = requestedCodes(brief)
  const name = treatmentName(brief)
  const { worse, better } = measureTerms(brief)
  const results = resultTerms(brief)
  const events = eventTerms(brief)
  return {
    diagnosis:
      main && called
        ? {
            name: term(
              inSentence(called.name),
              called.fromRegistry && brief.treatment
                ? [...supportOfEntry(main), registrySupport(brief.treatment, 'indications', called.name)]
                : supportOfEntry(main),
            ),
            code: main.value.code ? term(main.value.code, supportOfEntry(main)) : null,
            since: main.value.since ? term(sayPartialDate(main.value.since), supportOfEntry(main)) : null,
            where: where(supportOfEntry(main), brief),
          }
        : null,
    treatment: {
      name,
      the: name && term(withArticle(name.text), name.support),
      dose: orderedAmount(brief),
      timing: factTerm(treatment.timing),
      current:
        treatment.current.state === 'known' && treatment.current.value
          ? term('current', supportOf(treatment.current.origin))
          : null,
      codes: codes[0]
        ? term(codes.map((c) => `${c.value.system} ${c.value.code}`).join(', '), codes.flatMap(supportOfEntry))
        : null,
    },
    measures: worse,
    improved: better,
    results,
    events,
    emergency: eventTerms(brief, (e) => e.kind === 'emergency'),
    activity: [...worse, ...results, ...events].slice(0, 1),
    urgency: {
      urgent: urgency.state === 'known' && urgency.value.urgent ? term('urgent', supportOf(urgency.origin)) : null,
      why: factTerm(urgency, (u) => (u.urgent ? quotable(u.why) : null)),
      prescriber:
        urgency.state === 'known' && urgency.origin.kind === 'person' && urgency.origin.who === 'prescriber'
          ? term('prescriber', supportOf(urgency.origin))
          : null,
    },
  }
}

/**
 * How a letter calls the treatment: the registry's short name with the brand that the denial uses, where
 * the registry knows it; else the words of the case, without the codes and the amount, which the letter
 * states apart. A letter's service line is often a whole order.
 */
function treatmentName({ facts, treatment, knowledge }: Brief): Term | null {
  const own = factTerm(facts.treatment.name)
  const { name } = facts.treatment
  if (!own || (name.state === 'known' && name.origin.kind === 'person')) return own
  const words = `${own.text} ${facts.denial.reading.service?.value ?? ''}`.toLowerCase()
  // A record that covers several treatments is called by all of them; the letter names the one that was ordered.
  if (
    !treatment?.shortName ||
    /\bor\b/.test(treatment.shortName) ||
    (DRUGS.includes(treatment.kind) && !words.includes(treatment.shortName.toLowerCase()))
  ) {
    return term(agentInSentence(withoutDates(withoutCodes(oneLine(own.text))).replace(AMOUNT, ''), knowledge), own.support)
  }
  const called = withoutArticle(treatment.shortName)
  const brand = treatment.brands.filter((b) => words.includes(b.toLowerCase())).sort((a, b) => b.length - a.length)[0]
  const registry = registrySupport(treatment, 'shortName', `${called} ${brand ?? ''}`.trim())
  return term(brand && brand.toLowerCase() !== called.toLowerCase() ? `${called} (${brand})` : called, [...own.support, registry])
}

/** Codes of what was asked for: those its line prints; a letter may also name codes of what the plan offers instead. */
function requestedCodes({ facts }: Brief): CaseFacts['treatment']['codes'] {
  const billed = facts.treatment.codes.filter((c) => ['CPT', 'HCPCS', 'NDC'].includes(c.value.system))
  const line = `${factValue(facts.treatment.name) ?? ''} ${facts.denial.reading.service?.span?.quote ?? ''}`
  const printed = billed.filter((c) => line.includes(c.value.code))
  return printed.length ? printed : billed
}

/** "a continuous glucose monitor" → "continuous glucose monitor": the sentence brings its own article. */
const withoutArticle = (name: string) => name.replace(/^(?:an?|the)\s+/i, '')

/** "Hospital admission, 10/25/2026 to 10/28/2026" → "Hospital admission"; "…, brand" says what the line says elsewhere. */
const withoutDates = (name: string) =>
  name
    .replace(
      /[,;]?\s*(?:from\s+|on\s+)?\(?\d{1,2}\/\d{1,2}\/\d{2,4}(?:\s*(?:to|through|[-–])\s*\d{1,2}\/\d{1,2}\/\d{2,4})?\)?\s*$/i,
      '',
    )
    .replace(/,\s*brand(?:[- ]name)?$/i, '')

/** "MRI of the lumbar spine (CPT 72148)" → "MRI of the lumbar spine". */
const withoutCodes = (name: string) =>
  name
    .replace(/\s*\([^()]*\b(?:CPT|HCPCS|NDC)\b[^()]*\)/g, '')
    .replace(/[,;]?\s*\(?\b(?:CPT|HCPCS|NDC)\b[^,;()]*\)?/g, '')
    .trim()

/** The amount of an order's line, without the words for how long it is approved; `unclear` where the line holds more than an amount. */
function amountIn(line: string): string | 'unclear' | null {
  const found = AMOUNT.exec(line)?.[0]
  if (!found) return null
  const last = found.split(/\.\s+(?=\d)/).at(-1) ?? found
  const amount = last.split(';')[0]?.replace(/^[,\s]+|[\s.]+$/g, '') ?? ''
  return amount.length > 100 || /[()]/.test(amount) ? 'unclear' : amount
}

const COUNTED =
  /\b(?:monitor|device|pump|system|wheelchair|chair|bed|brace|scan|MRI|CT|test|panel|procedure|stay|admission|implant|stimulator|scooter|lift|machine|ventilator|prosthesis|transplant|visit|X-ray|(?:cardio|mammo|angio|arthro|myelo|polysomno)gram|echocardiogram|revision|removal|\w+ectomy|\w+plasty|\w+oscopy)$/i

/** "the continuous glucose monitor", "the MRI of the lumbar spine"; drugs and kinds of therapy take no article. */
const withArticle = (name: string): string =>
  COUNTED.test(name.split(/ (?:of|for|with|without|and)\b|[,(]/)[0]?.trim() ?? '') ? `the ${name}` : name

/** How much was asked for: as a person states it, else as the denial's own line does, else as the records do. */
function orderedAmount({ facts }: Brief): Term | null {
  const { name, dose } = facts.treatment
  const own = factTerm(dose)
  if (dose.state === 'known' && dose.origin.kind === 'person') return own
  const line = factTerm(name)
  const amount = line && amountIn(withoutCodes(oneLine(line.text)))
  if (amount === 'unclear') return null
  return line && amount ? term(amount, line.support) : own
}

const AMOUNT = /[,\s]+\d[\d.,]*\s*(?:mg|mcg|g|mL|IU|units?|tablets?|capsules?|visits?|hours?)\b.*$/i

const DRUGS: readonly string[] = ['drug', 'biologic', 'cell_gene_therapy']

const registrySupport = (treatment: TreatmentRecord, pin: string, quote: string): Support => ({
  kind: 'treatment',
  source: treatment.id,
  pin,
  quote,
  status: treatment.trust.record.status,
})

/** Diseases named for a person or a place keep their capital. */
const EPONYM =
  /^(?:Addison|Alzheimer|Barrett|Becker|Bell|Charcot|Crohn|Cushing|Down|Dravet|Duchenne|Ehlers|Ewing|Fabry|Gaucher|Graves|Guillain|Hashimoto|Hodgkin|Huntington|Kawasaki|Lambert|Leber|Lennox|Lyme|Marfan|Paget|Parkinson|Pompe|Prader|Raynaud|Rett|Stargardt|Still|Sturge|Tourette|Turner|Wilson)\b/

/** "Relapsing-remitting multiple sclerosis" → lower case inside a sentence; names and abbreviations stay. */
const inSentence = (name: string) =>
  plainly(/^[A-Z][a-z]+(?:[ ,-]|$)/.test(name) && !EPONYM.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name)

/** A code's "unspecified" is the coder's word, not the patient's. */
const plainly = (name: string) => name.replace(/,\s*unspecified\b/gi, '')
