import { type Outcome, ok } from '../../base/outcome.ts'
import type { Problem } from '../../base/problem.ts'
import type { DenialReading, PayerName } from '../../reading/denial.ts'
import type { CaseFacts, Contraindication, Diagnosis, Measure } from '../casefacts.ts'
import type { CaseFile, Stated } from '../casefile/casefile.ts'
import { type Entry, type Fact, factValue, known, unknown } from '../fact.ts'
import { originsOf } from '../origins.ts'
import { isFullName, samePerson } from '../person.ts'
import { agentsIn } from '../record/agents.ts'
import { mergeDiagnoses, mergeEntries, mergeEvents, mergeResults, sameAgent } from '../record/merge.ts'
import type { ProposedFacts } from '../record/proposed.ts'
import { measuresNamed, type Vocabulary } from '../vocabulary.ts'
import { agreed, disagree, first, fromDenial } from './choose.ts'
import { weighMeasures, withStatedMeasures } from './measures.ts'
import { withoutRejected } from './reject.ts'
import { type CoverageCue, coverageOf, currentOf, receivedOf, signerOf, timingOf } from './rules.ts'
import { weighTrials, withStated } from './trials.ts'

export interface GatherInput {
  readonly denial: DenialReading
  readonly proposals: readonly ProposedFacts[]
  readonly caseFile: CaseFile | null
  readonly vocabulary: Vocabulary
  readonly resolve: {
    /** Id of a treatment record for a service as a letter or a person names it; null when none or several fit. */
    readonly treatment: (words: string) => string | null
    /** Registry id of a payer as a person names it. */
    readonly payer: (words: string) => string | null
    /** What the letter's cues and the answers given settle about the coverage; null when they do not. */
    readonly coverage: CoverageCue | null
  }
}

/** The facts of a case: case file over letter over records, each with its origin; contradictions become warnings. */
export function gatherFacts(input: GatherInput): Outcome<CaseFacts> {
  const { denial, caseFile, vocabulary, resolve } = input
  const { proposals, warnings: unfit } = withoutRejected(input.proposals, caseFile)
  const warnings: Problem[] = [...unfit]
  const one = <T>(
    field: string,
    entries: readonly (Entry<T> | null)[],
    same: (a: T, b: T) => boolean = (a, b) => String(a).toLowerCase() === String(b).toLowerCase(),
    fuller?: (a: T, b: T) => boolean,
  ) => {
    const chosen = agreed(field, entries, same, fuller)
    warnings.push(...chosen.warnings)
    return chosen.entry
  }
  const all = <T>(pick: (p: ProposedFacts) => readonly Entry<T>[]) => proposals.flatMap(pick)
  const trials = weighTrials(all((p) => p.priorTreatments))
  const measures = weighMeasures(
    all((p) => p.measures),
    vocabulary,
  )
  warnings.push(...trials.warnings, ...measures.warnings)
  const priorTreatments = withStated(
    (caseFile?.priorTreatments ?? []).map((e) => named(e, vocabulary)),
    trials.entries,
  )
  const recordName = one(
    'the patient’s name',
    proposals.map((p) => p.patient.name),
    samePerson,
    longer,
  )
  const letterName = fromDenial(denial.patient)
  if (!caseFile?.patient.name && letterName && recordName && !samePerson(letterName.value, recordName.value))
    warnings.push(
      disagree('the patient’s name', [letterName, recordName], 'the letter’s is used; check that the records are this patient’s'),
    )
  const prescriber = prescriberOf(proposals, caseFile?.prescriber.name?.value ?? null, one)
  const name = treatmentName(input, proposals)
  return ok(
    {
      patient: {
        name: first('patient.name', caseFile?.patient.name, ...byFullness(letterName, recordName)),
        birthDate: first(
          'patient.birthDate',
          caseFile?.patient.birthDate,
          one(
            'the date of birth',
            proposals.map((p) => p.patient.birthDate),
          ),
        ),
        address: first('patient.address', caseFile?.patient.address),
        phone: first('patient.phone', caseFile?.patient.phone),
      },
      plan: {
        coverage: coverageOf(denial, caseFile, resolve.coverage),
        state: first('plan.state', caseFile?.plan.state),
        payer: payerOf(caseFile?.plan.payer ?? null, denial, resolve.payer),
        memberId: first('plan.memberId', caseFile?.plan.memberId, fromDenial(denial.memberId)),
        group: first('plan.group', caseFile?.plan.group, fromDenial(denial.groupNumber)),
      },
      prescriber: {
        name: first('prescriber.name', caseFile?.prescriber.name, prescriber.name, fromDenial(denial.provider)),
        credentials: first('prescriber.credentials', caseFile?.prescriber.credentials, prescriber.credentials),
        specialty: first('prescriber.specialty', caseFile?.prescriber.specialty, prescriber.specialty),
        npi: first('prescriber.npi', caseFile?.prescriber.npi, prescriber.npi),
        practice: first('prescriber.practice', caseFile?.prescriber.practice, prescriber.practice),
        address: first('prescriber.address', caseFile?.prescriber.address),
        phone: first('prescriber.phone', caseFile?.prescriber.phone, prescriber.phone),
        fax: first('prescriber.fax', caseFile?.prescriber.fax, prescriber.fax),
      },
      treatment: {
        name,
        treatmentId: treatmentId(input, name),
        dose: first('treatment.dose', caseFile?.treatment.dose, doseOf(proposals, factValue(name))),
        codes: codesOf(denial, caseFile),
        timing: timingOf(denial, caseFile),
        current: currentOf(name, priorTreatments, caseFile),
      },
      denial: {
        noticeDate: first('denial.noticeDate', caseFile?.denial.noticeDate, fromDenial(denial.noticeDate)),
        receivedDate: receivedOf(caseFile),
        receiptProven: first('denial.receiptProven', caseFile?.denial.receiptProven),
        effectiveDateOfChange: first('denial.effectiveDateOfChange', caseFile?.denial.effectiveDateOfChange),
        referenceNumber: first('denial.reference', caseFile?.denial.reference, fromDenial(denial.referenceNumber)),
        reasons: denial.denialReasons.flatMap((f) => fromDenial(f) ?? []),
        level: first('denial.level', caseFile?.denial.level, fromDenial(denial.appealLevel)),
        statedWindow: first('denial.window', fromDenial(denial.appealDeadline)),
        appealAddress: first('denial.appealAddress', caseFile?.denial.appealAddress, fromDenial(denial.appealAddress)),
        appealFax: first('denial.appealFax', caseFile?.denial.appealFax, fromDenial(denial.appealFax)),
        appealPhone: first('denial.appealPhone', caseFile?.denial.appealPhone, fromDenial(denial.appealPhone)),
        appealPortal: first('denial.appealPortal', caseFile?.denial.appealPortal, fromDenial(denial.appealPortal)),
        policyNamed: denial.policyNamed.flatMap((f) => fromDenial(f) ?? []),
        defects: denial.defects,
        reading: denial,
      },
      urgency: first('urgency.urgent', caseFile?.urgency),
      diagnoses: diagnosesOf(
        denial,
        caseFile,
        all((p) => p.diagnoses),
      ),
      priorTreatments,
      contraindications: againstOf(
        caseFile,
        all((p) => p.contraindications),
        vocabulary,
      ),
      measures: withStatedMeasures(
        (caseFile?.measures ?? []).map((e) => measured(e, vocabulary)),
        measures.entries,
      ),
      results: [...(caseFile?.results ?? []), ...mergeResults(all((p) => p.results))],
      events: [...(caseFile?.events ?? []), ...mergeEvents(all((p) => p.events))],
      statements: caseFile?.statements ?? [],
      signer: signerOf(caseFile),
    },
    warnings,
  )
}

const longer = (a: string, b: string): boolean => a.length > b.length

function payerOf(stated: Stated<string>, denial: DenialReading, resolve: (words: string) => string | null): Fact<PayerName> {
  if (stated) return known({ name: stated.value, payerId: resolve(stated.value) }, stated.origin)
  return first('plan.payer', fromDenial(denial.payer))
}

/** The letter's name first, unless it is only "Mr. Farrow" and the records have the whole of it. */
const byFullness = (letter: Entry<string> | null, records: Entry<string> | null) =>
  letter && records && !isFullName(letter.value) && samePerson(letter.value, records.value)
    ? [records, letter]
    : [letter, records]

type One = <T>(
  field: string,
  entries: readonly (Entry<T> | null)[],
  same?: (a: T, b: T) => boolean,
  fuller?: (a: T, b: T) => boolean,
) => Entry<T> | null

/** The clinician stated, else whom most documents name; the other fields only from documents that name the same person. */
function prescriberOf(proposals: readonly ProposedFacts[], stated: string | null, one: One) {
  const name = stated
    ? null
    : one(
        'the prescriber’s name',
        proposals.map((p) => p.prescriber.name),
        samePerson,
        longer,
      )
  const who = stated ?? name?.value
  const same = proposals
    .filter((p) => !who || (p.prescriber.name && samePerson(p.prescriber.name.value, who)))
    .map((p) => p.prescriber)
  const pick = (key: 'credentials' | 'specialty' | 'npi' | 'practice' | 'phone' | 'fax') =>
    same.map((p) => p[key]).find((e) => e) ?? null
  return {
    name,
    credentials: pick('credentials'),
    specialty: pick('specialty'),
    npi: one(
      'the NPI',
      same.map((p) => p.npi),
    ),
    practice: pick('practice'),
    phone: pick('phone'),
    fax: pick('fax'),
  }
}

/** What the letter calls it; else the one treatment that the records ask for. */
function treatmentName({ caseFile, denial }: GatherInput, proposals: readonly ProposedFacts[]): Fact<string> {
  const asked = mergeEntries(
    proposals.flatMap((p) => p.requested),
    sameAgent,
    (a) => a,
  )
  const only = asked.length === 1 && asked[0] ? { value: asked[0].value.agent, origin: asked[0].origin } : null
  return first('treatment.name', caseFile?.treatment.name, fromDenial(denial.service), only)
}

function treatmentId({ caseFile, denial, resolve }: GatherInput, name: Fact<string>): Fact<string> {
  const stated = caseFile?.treatment.id
  if (stated) return known(stated.value, stated.origin)
  const words = [factValue(name), denial.service?.value, ...denial.codes.map((c) => `${c.value.system} ${c.value.code}`)]
  for (const w of words) {
    const id = w ? resolve.treatment(w) : null
    if (id && name.state === 'known')
      return known(id, {
        kind: 'rule',
        rule: 'treatment-from-words',
        why: 'The registry knows the treatment by this name.',
        from: [name.origin],
      })
  }
  return unknown('treatment.id')
}

function doseOf(proposals: readonly ProposedFacts[], name: string | null): Entry<string> | null {
  const wanted = name?.toLowerCase() ?? ''
  const found = proposals
    .flatMap((p) => p.requested)
    .find(
      (r) =>
        r.value.dose &&
        [r.value.agent.toLowerCase(), ...r.value.alsoKnownAs.slice(0, 2)].some((n) => n.length > 3 && wanted.includes(n)),
    )
  return found?.value.dose ? { value: found.value.dose, origin: found.origin } : null
}

function codesOf(denial: DenialReading, caseFile: CaseFile | null): CaseFacts['treatment']['codes'] {
  const stated = caseFile?.treatment.codes ?? []
  const read = denial.codes.flatMap((c) => fromDenial(c) ?? [])
  return [...stated, ...read.filter((r) => !stated.some((s) => s.value.code === r.value.code))]
}

/** Names of an agent stated by hand, from the vocabulary, so that it is matched like one that was read. */
function named<T extends { readonly agent: string; readonly alsoKnownAs: readonly string[] }>(
  entry: Entry<T>,
  vocabulary: Vocabulary,
): Entry<T> {
  const mention = agentsIn(entry.value.agent, vocabulary)[0]
  return mention
    ? { ...entry, value: { ...entry.value, alsoKnownAs: [...new Set([...mention.alsoKnownAs, ...entry.value.alsoKnownAs])] } }
    : entry
}

function measured(entry: Entry<Measure>, vocabulary: Vocabulary): Entry<Measure> {
  const hit = measuresNamed(entry.value.label, vocabulary.measures)[0]?.measure
  if (!hit) return entry
  return {
    ...entry,
    value: { ...entry.value, measure: hit.id, label: hit.record.label, unit: entry.value.unit ?? hit.record.unit ?? null },
  }
}

/** The diagnosis that the letter's codes name comes first: it is the one that was to be treated. */
function diagnosesOf(
  denial: DenialReading,
  caseFile: CaseFile | null,
  read: readonly Entry<Diagnosis>[],
): readonly Entry<Diagnosis>[] {
  const codes = [...denial.codes, ...(caseFile?.treatment.codes ?? [])].flatMap((c) =>
    /ICD/i.test(c.value.system) ? [c.value.code.toUpperCase()] : [],
  )
  const place = (d: Entry<Diagnosis>) => {
    const code = d.value.code?.toUpperCase()
    if (!code) return 2
    return codes.includes(code) ? 0 : codes.some((c) => c.slice(0, 3) === code.slice(0, 3)) ? 1 : 2
  }
  const stated = caseFile?.diagnoses ?? []
  const merged = mergeDiagnoses([...stated, ...read])
  return stated.length ? merged : merged.toSorted((a, b) => place(a) - place(b))
}

function againstOf(
  caseFile: CaseFile | null,
  read: readonly Entry<Contraindication>[],
  vocabulary: Vocabulary,
): readonly Entry<Contraindication>[] {
  const stated = (caseFile?.contraindications ?? []).map((e) => named(e, vocabulary))
  const merged = mergeEntries(
    read,
    (a, b) => sameAgent(a, b) && a.reason === b.reason,
    (a) => a,
  )
  const left = merged.filter((r) => !stated.some((s) => sameAgent(s.value, r.value)))
  const confirmed = stated.map((s) => {
    const also = merged.filter((r) => sameAgent(s.value, r.value)).flatMap(originsOf)
    return also.length ? { ...s, also } : s
  })
  return [...confirmed, ...left]
}
