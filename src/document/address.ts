import type { Brief } from '../argument/brief.ts'
import type { Signer } from '../facts/casefacts.ts'
import type { Fact } from '../facts/fact.ts'
import { factValue } from '../facts/fact.ts'
import type { LetterRecord } from '../knowledge/letter.ts'
import { stateNamed } from '../rights/stateRules.ts'
import type { Block } from './letter.ts'

const lines = (...facts: (string | null | Fact<string>)[]): string[] =>
  facts.flatMap((f) => {
    const text = typeof f === 'string' || f === null ? f : factValue(f)
    return text
      ? text
          .split(/\n|; /)
          .map((l) => l.trim())
          .filter(Boolean)
      : []
  })

/** Who writes: name, address, telephone, as far as the case knows them. */
export function senderLines(record: LetterRecord, brief: Brief): string[] {
  const { patient, prescriber } = brief.facts
  if (record.voice === 'prescriber')
    return [
      ...lines(prescriberName(brief), prescriber.practice, prescriber.address),
      ...prefixed('Telephone', prescriber.phone),
      ...prefixed('Fax', prescriber.fax),
    ]
  const member = factValue(patient.name)
  // The address is the member's: a representative's own is not known.
  const whose = brief.signer.role === 'representative' && member ? `for ${member}` : null
  return [...lines(signerName(brief), whose, patient.address), ...prefixed('Telephone', patient.phone)]
}

/** Where it goes: the appeal address that the notice states, never one we believe to know. */
export function addresseeLines(record: LetterRecord, brief: Brief): string[] {
  const { plan, denial } = brief.facts
  const payer = factValue(plan.payer)?.name ?? null
  if (record.to === 'prescriber') return lines(prescriberName(brief))
  if (record.to === 'external_review') return reviewerLines(brief)
  if (record.to === 'records_office') return officeLines(brief)
  if (record.to === 'regulator') return regulatorLines(brief)
  const address = factValue(denial.appealAddress)
  const named = address && payer && address.toLowerCase().includes(payer.toLowerCase())
  return [...(named ? [] : lines(payer)), ...(address ? splitAddress(address) : []), ...prefixed('Fax', denial.appealFax)]
}

/** The one office that was named; where several were, each line of the list names its own. */
function officeLines({ wanted = [] }: Brief): string[] {
  const offices = [...new Set(wanted.filter((w) => w.from === 'records_office').map((w) => w.office))]
  return ['Medical Records Office', ...(offices.length === 1 ? lines(offices[0] ?? null) : [])]
}

/** The State's office where its law reaches this coverage, else the one that the type of coverage names. */
function regulatorLines({ ladder, knowledge, facts }: Brief): string[] {
  const record = ladder && knowledge.coverage.get(ladder.coverage)
  const state = record?.stateLaw === 'applies' ? stateNamed(knowledge, factValue(facts.plan.state)) : null
  return lines(state?.regulator?.name ?? record?.regulator.en.split(/[,;]/)[0] ?? null)
}

/** Whoever reviews the plan; where that is one of many organizations, the final decision names it. */
function reviewerLines(brief: Brief): string[] {
  const { ladder, knowledge, facts } = brief
  const family = ladder && knowledge.coverage.get(ladder.coverage)?.family
  const external = ladder?.levels.find((l) => l.kind === 'external' && l.standing === 'ahead' && !l.beside)
  return external && family !== 'commercial'
    ? [external.decider.en, 'At the address given in the decision on the appeal']
    : ['External review: to the address given in the final decision', ...lines(factValue(facts.plan.payer)?.name ?? null)]
}

/** "Appeals Unit, P.O. Box 1, Durham, NC 27702" in the lines of an envelope. */
export function splitAddress(address: string): string[] {
  const parts = address
    .split(/\n|,\s+/)
    .map((p) => p.trim())
    // A number printed in the same sentence stands on a line of its own.
    .filter((p) => p && !/^(?:fax|facsimile|phone|telephone)\b/i.test(p))
  const last = parts.at(-1) ?? ''
  const city = parts.at(-2)
  return /^[A-Z]{2}\s+\d{5}(-\d{4})?$/.test(last) && city ? [...parts.slice(0, -2), `${city}, ${last}`] : parts
}

export function signatureBlocks(record: LetterRecord, brief: Brief): Block[] {
  const { prescriber } = brief.facts
  return record.signatures.map((who): Block => {
    if (who === 'prescriber')
      return {
        kind: 'signature',
        name: prescriberName(brief) ?? 'Prescriber',
        lines: [...lines(prescriber.specialty, prescriber.practice), ...prefixed('NPI', prescriber.npi)],
        role:
          record.voice === 'prescriber'
            ? 'Prescriber'
            : 'Prescriber: I have read the clinical statements above; they agree with my records.',
      }
    if (who === 'representative')
      return { kind: 'signature', name: 'Representative', lines: [], role: 'I accept this appointment.' }
    if (who === 'patient' && brief.signer.role === 'parent')
      return {
        kind: 'signature',
        name: signerName(brief) ?? 'Parent',
        lines: [],
        role: `Parent of ${factValue(brief.facts.patient.name) ?? 'the member'}`,
      }
    const name = (who === 'patient' ? factValue(brief.facts.patient.name) : signerName(brief)) ?? UNNAMED[brief.signer.role]
    return {
      kind: 'signature',
      name,
      lines: [],
      role: who === 'patient' || brief.signer.role === 'patient' ? 'Member' : `For the member, as ${brief.signer.role}`,
    }
  })
}

const UNNAMED: Readonly<Record<Signer['role'], string>> = {
  patient: 'Member',
  parent: 'Parent or guardian',
  representative: 'Representative',
}

const signerName = (brief: Brief) =>
  brief.signer.name ?? (brief.signer.role === 'patient' ? factValue(brief.facts.patient.name) : null)

function prescriberName(brief: Brief): string | null {
  const name = factValue(brief.facts.prescriber.name)
  const credentials = factValue(brief.facts.prescriber.credentials)
  return name && credentials && !name.includes(credentials) ? `${name.replace(/^Dr\.?\s+/, '')}, ${credentials}` : name
}

const prefixed = (label: string, fact: Fact<string>) => lines(fact).map((l) => `${label} ${l}`)
