import type { Support } from '../../../base/support.ts'
import type { CoverageLaw, StateDatum, StatePeriod, StateRecord } from '../../../knowledge/state.ts'
import { bullets, paragraph, section } from '../blocks.ts'
import { amountWords } from '../clockWords.ts'
import type { GuideClaim, GuideSection } from '../guide.ts'
import { type Subject, stateOf } from '../subject.ts'
import { tell, unstopped, type Voice, WORDS, wordsOf } from '../voice.ts'

/** What the State asked about adds: its law where a coverage type shown is one that it can reach, and its Medicaid hearings. */
export function state(subject: Subject): GuideSection[] {
  const record = stateOf(subject)
  const reached = subject.coverages.some((c) => c.stateLaw === 'applies' || c.stateLaw === 'insured_only')
  if (!record) return []
  const hearings = medicaid(subject, record)
  if (!reached) return hearings.length ? section('state', wordsOf(subject).headings.state(record.name), bullets(hearings)) : []
  const said = [
    ...stepTherapy(subject, record),
    ...coverageLaws(subject, record),
    ...externalReview(subject, record),
    ...regulator(subject, record),
    ...hearings,
  ]
  if (!said.length) return []
  const binds = tell(subject, (v) => v.words.state.regulates(record.name), [
    support(record, 'name', record.name, 'verified'),
    { kind: 'law', source: '29-usc-1144', pin: '(b)(2)(B)', quote: 'a self-funded employer plan', status: 'verified' },
  ])
  return section('state', wordsOf(subject).headings.state(record.name), [...paragraph([binds]), ...bullets(said)])
}

const support = (record: StateRecord, pin: string, quote: string, status: StateDatum['status']): Support => ({
  kind: 'law',
  source: `state-${record.id}`,
  pin,
  quote,
  status,
})

type Fact = Pick<StateDatum, 'cite' | 'pin' | 'status'>

/** A pin that is only recalled is left out, as in a letter. */
const cited = (fact: Fact): string => `${fact.cite ?? ''}${fact.cite && fact.pin && fact.status !== 'recalled' ? fact.pin : ''}`

const datumClaim = (subject: Subject, record: StateRecord, datum: StateDatum): GuideClaim =>
  factClaim(subject, record, datum, (v) => v.of(datum.says), datum.says)

const factClaim = (subject: Subject, record: StateRecord, fact: Fact, words: (v: Voice) => string, quote: string): GuideClaim =>
  tell(subject, (v) => v.words.state.citeIt(unstopped(words(v)), cited(fact), fact.status === 'recalled'), [
    support(record, cited(fact), quote, fact.status),
  ])

const amount = (v: Voice, p: StatePeriod): string => amountWords(v.words, p.amount, p.unit)
const quoted = (p: StatePeriod): string => `${p.says ?? ''} ${amountWords(WORDS.en, p.amount, p.unit)}`.trim()

/** A statute on steps reaches drugs only; for a service none is cited. */
function stepTherapy(subject: Subject, record: StateRecord): GuideClaim[] {
  const law = record.stepTherapy
  if (subject.reason.id !== 'step_therapy' || subject.sibling || !law) return []
  const { statute, grounds, decisionStandard, decisionUrgent, special = [] } = law
  const list = grounds?.list ?? []
  return [
    ...(statute ? [datumClaim(subject, record, statute)] : []),
    ...(grounds
      ? [
          factClaim(
            subject,
            record,
            grounds,
            (v) => v.words.state.grounds(list.map((g) => v.words.state.ground[g]).join('; ')),
            list.map((g) => WORDS.en.state.ground[g]).join('; '),
          ),
        ]
      : []),
    ...(decisionStandard
      ? [
          factClaim(
            subject,
            record,
            decisionStandard,
            (v) => v.words.state.decides(amount(v, decisionStandard), decisionUrgent ? amount(v, decisionUrgent) : ''),
            [decisionStandard, ...(decisionUrgent ? [decisionUrgent] : [])].map(quoted).join('; '),
          ),
        ]
      : []),
    ...special.filter((s) => isAbout(subject, s.says)).map((s) => datumClaim(subject, record, s)),
  ]
}

/** Diseases for which some statutes have a rule of their own. */
const DISEASES: readonly RegExp[] = [
  /\bHIV\b/i,
  /cancer|oncolog|tumou?r|chemo/i,
  /\bmental\b|psychi/i,
  /opioid|substance/i,
  /hemophilia/i,
]

/** A rule for one disease is said only where the care is for it. */
const isAbout = ({ treatment: t }: Subject, says: string): boolean => {
  const named = DISEASES.filter((d) => d.test(says))
  const care = `${t.class} ${t.group} ${t.displayName} ${t.indications.map((i) => i.name).join(' ')}`
  return !named.length || named.some((d) => d.test(care))
}

/** Which of the State's coverage laws bear on a care and a reason. */
const BEARS: Readonly<Record<CoverageLaw, (subject: Subject) => boolean>> = {
  autism: ({ treatment }) => /autis|applied behavior|speech|occupational/i.test(`${treatment.class} ${treatment.displayName}`),
  therapy: ({ treatment }) => treatment.kind === 'therapy' || treatment.benefits.includes('therapy'),
  biomarker: ({ treatment }) =>
    treatment.kind === 'test' && /biomarker|genom|genetic|molecular/i.test(`${treatment.class} ${treatment.displayName}`),
  gold_card: ({ reason }) => reason.id === 'prior_auth_absent',
  continuity_of_care: ({ reason }) => /^(concurrent|reauthorization|non_formulary|out_of_network|network)/.test(reason.id),
  prior_authorization_reform: ({ reason }) => /^(prior_auth|missing_information|reauthorization)/.test(reason.id),
  ai_in_review: ({ reason }) => reason.id === 'medical_necessity',
}

const coverageLaws = (subject: Subject, record: StateRecord): GuideClaim[] =>
  (Object.keys(BEARS) as CoverageLaw[]).flatMap((law) =>
    BEARS[law](subject) ? (record.coverageLaws?.[law] ?? []).map((d) => datumClaim(subject, record, d)) : [],
  )

function externalReview(subject: Subject, record: StateRecord): GuideClaim[] {
  const { window, fileWith, statute, program } = record.externalReview ?? {}
  const { says } = program ?? {}
  return [
    ...(program && says ? [factClaim(subject, record, program, (v) => v.of(says), says)] : []),
    ...(window ? [factClaim(subject, record, window, (v) => v.words.state.window(amount(v, window)), quoted(window))] : []),
    ...(fileWith ? [datumClaim(subject, record, fileWith)] : []),
    ...(statute && !window ? [datumClaim(subject, record, statute)] : []),
  ]
}

/** The State's own time to ask for a Medicaid hearing, where the law of the coverage only sets bounds. */
function medicaid(subject: Subject, record: StateRecord): GuideClaim[] {
  const { hearingAfterPlan, hearing, agency } = record.medicaid ?? {}
  const shown = (id: string) => subject.coverages.some((c) => c.id === id)
  const said = [
    ...(hearingAfterPlan && shown('medicaid_managed_care')
      ? [
          factClaim(
            subject,
            record,
            hearingAfterPlan,
            (v) => v.words.state.hearingAfterPlan(amount(v, hearingAfterPlan)),
            quoted(hearingAfterPlan),
          ),
        ]
      : []),
    ...(hearing && shown('medicaid_ffs')
      ? [factClaim(subject, record, hearing, (v) => v.words.state.hearing(amount(v, hearing)), quoted(hearing))]
      : []),
  ]
  return said.length && agency ? [...said, datumClaim(subject, record, agency)] : said
}

function regulator(subject: Subject, record: StateRecord): GuideClaim[] {
  const { name, phone = '', status } = record.regulator ?? {}
  return name && status
    ? [tell(subject, (v) => v.words.state.regulator(name, phone), [support(record, '', `${name} ${phone}`, status)])]
    : []
}
