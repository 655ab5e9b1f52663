import type { PayerRecord } from '../../../knowledge/payer.ts'
import type { StateRecord } from '../../../knowledge/state.ts'
import type { TreatmentRecord } from '../../../knowledge/treatment.ts'
import { bullets, paragraph, section, under } from '../blocks.ts'
import { fieldSupport } from '../fields.ts'
import { isImaging } from '../fit.ts'
import type { GuideClaim, GuideSection } from '../guide.ts'
import { claimsFor, saidInNotes } from '../notes.ts'
import { argued, isMedical, type Subject } from '../subject.ts'
import { provisionSupport, recordSupport } from '../support.ts'
import { tell, type Voice, wordsOf } from '../voice.ts'

/** What is known of the payer, and plainly that its policy is not held. Of the treatment only what `payerAspects` names. */
export function payer(subject: Subject): GuideSection[] {
  const name = subject.payer.displayName
  const { headings } = wordsOf(subject)
  return section('payer', headings.payer(name), [
    ...paragraph([notHeld(subject)]),
    ...under(headings.payerKnown(name), bullets(known(subject))),
  ])
}

const aspects = new WeakMap<TreatmentRecord, string>()

/** What of a treatment the section depends on. */
export function payerAspects(treatment: TreatmentRecord): string {
  const known = aspects.get(treatment)
  if (known !== undefined) return known
  const made = [
    treatment.fdaLabelApplicable ? 'labeled' : 'service',
    ...(treatment.benefits.includes('pharmacy') ? ['pharmacy'] : []),
    ...(treatment.benefits.includes('behavioral') ? ['behavioral'] : []),
    ...(treatment.benefits.includes('therapy') ? ['therapy'] : []),
    ...(isHomeHealth(treatment) ? ['home health'] : []),
    ...(isScanned(treatment) ? ['imaging'] : []),
    ...(isSpine(treatment) ? ['spine'] : []),
  ].join('.')
  aspects.set(treatment, made)
  return made
}

/** What to ask for: this guide's own requests, else those every such denial calls for. */
export function request(subject: Subject): GuideSection[] {
  const own = claimsFor(subject, 'request')
  const wanted = isMedical(argued(subject)) ? (['criterion', 'file', 'reviewer'] as const) : (['criterion', 'file'] as const)
  const asked = wanted.map((what) =>
    tell(subject, (v) => v.words.askFor[what], [fieldSupport(subject, 'reason.requiredEvidence')]),
  )
  return section('request', wordsOf(subject).headings.request, bullets(own.length >= 2 ? own : [...own, ...asked]))
}

const notHeld = (subject: Subject): GuideClaim =>
  tell(
    subject,
    ({ words }) => {
      const { payer: p } = subject
      return p.type === 'family_of_companies' ? words.noSinglePolicy(p.displayName) : words.notHeld(p.displayName)
    },
    [fieldSupport(subject, 'payer.type'), fieldSupport(subject, 'payer')],
  )

function known(subject: Subject): GuideClaim[] {
  const { payer: p } = subject
  const said = saidInNotes(subject, ['notice', 'payer', 'request', 'why_denied'])
  const own = (path: string, make: (v: Voice) => string): GuideClaim[] => [tell(subject, make, [fieldSupport(subject, path)])]
  const { ask, policies } = p
  return [
    ...(ask ? own('payer.ask.en', (v) => v.two(ask)) : []),
    ...licensees(subject),
    ...claimsFor(subject, 'payer'),
    ...p.appealNotes.flatMap((note, i) =>
      said.has(`payer.appealNotes.${i}`) || !isForCare(subject, note.says)
        ? []
        : own(`payer.appealNotes.${i}`, (v) => v.of(note.says)),
    ),
    ...(policies ? own('payer.policies', (v) => v.words.rulesPrinted(policies.name)) : []),
    ...(p.reviews.length ? own('payer.reviews', (v) => v.words.reviews(p.reviews.map((r) => v.of(r)).join('; '))) : []),
    ...criteriaSets(subject),
    ...delegates(subject),
    ...(p.roleNotes ?? []).map((ref) => tell(subject, (v) => v.law(ref), [provisionSupport(subject.knowledge, ref)])),
    ...homes(subject),
    ...confusable(subject),
  ]
}

const isHomeHealth = (t: TreatmentRecord): boolean => /home health/i.test(t.displayName)

/** Drugs are tested by scans too, and their records name them. */
const isScanned = (t: TreatmentRecord): boolean => !t.fdaLabelApplicable && isImaging(t)
const isSpine = (t: TreatmentRecord): boolean =>
  !t.fdaLabelApplicable && /\bspin(e|al)\b|lumbar|cervical disc/i.test(`${t.class} ${t.displayName}`)

/** Words of a payer's note or set of criteria that is about one kind of care, and the treatments it is then for. */
const ABOUT: readonly (readonly [RegExp, (t: TreatmentRecord) => boolean])[] = [
  [/\bof a therapy\b|\bfor therapy\b|^Therapy:|\btherapy plan\b/i, (t) => t.benefits.includes('therapy')],
  [/substance|mental|behavioral/i, (t) => t.benefits.includes('behavioral')],
  [
    /\bpharmacy drugs?\b|\bdrugs from a pharmacy\b|\bformular(y|ies)\b|\bdrug (denial|criteria|policies)\b/i,
    (t) => t.fdaLabelApplicable,
  ],
  [/^Home health\b/, isHomeHealth],
  [/^Imaging\b|\bimaging provider\b/i, isScanned],
  [/^Spine\b/, isSpine],
  [/^Transport, imaging and therapy\b/, (t) => isScanned(t) || t.benefits.includes('therapy') || t.id === 'ambulance'],
]

/** Whether a note or a set of criteria of a payer is about this kind of care, or about all. */
export const isForCare = ({ treatment }: Pick<Subject, 'treatment'>, text: string): boolean =>
  ABOUT.every(([words, isIts]) => !words.test(text) || isIts(treatment))

/** Sets for mental health and substance use are named only where that is the care. */
export const setsFor = ({ payer: p, treatment }: Pick<Subject, 'payer' | 'treatment'>): readonly string[] =>
  p.criteriaSets.filter((set) => isForCare({ treatment }, set))

function criteriaSets(subject: Subject): GuideClaim[] {
  const sets = setsFor(subject)
  return sets.length
    ? [
        tell(subject, (v) => v.words.criteriaSets(sets.map((set) => (/^[a-z]/.test(set) ? v.of(set) : set)).join('; ')), [
          fieldSupport(subject, 'payer.criteriaSets'),
        ]),
      ]
    : []
}

/** A company of one or two States sells insurance under regulators that can be named. */
const MOST_HOMES = 2
const INSURED: readonly string[] = ['commercial_insured', 'marketplace']

export const homesOf = ({ payer: p, knowledge }: Pick<Subject, 'payer' | 'knowledge'>): readonly StateRecord[] =>
  p.states.length <= MOST_HOMES && p.lines.some((line) => INSURED.includes(line))
    ? p.states.flatMap((state) => knowledge.states.get(state.toLowerCase()) ?? []).filter((s) => s.regulator)
    : []

const homes = (subject: Subject): GuideClaim[] =>
  homesOf(subject).flatMap(({ id, name, regulator }) => {
    if (!regulator) return []
    const { name: office, phone = '', status } = regulator
    return [
      tell(subject, (v) => v.words.home(name, office, phone), [
        fieldSupport(subject, 'payer.states'),
        { kind: 'law', source: `state-${id}`, pin: '', quote: `${name}: ${office} ${phone}`, status },
      ]),
    ]
  })

/** Asked for a state, a family of companies is narrowed to those that serve it. */
function licensees(subject: Subject): GuideClaim[] {
  const { payer: p, state, knowledge } = subject
  if (!state || p.type !== 'family_of_companies') return []
  const there = [...knowledge.payers.values()].filter((x) => x.type === 'blue_licensee' && x.states.includes(state))
  const support = there.map((x) =>
    recordSupport('payer', x.id, 'states', `${x.displayName}: ${x.states.join(', ')}`, x.trust.record.status),
  )
  const names = there.map((x) => x.displayName).join('; ')
  return there.length ? [tell(subject, (v) => v.words.licensees(state, names), support)] : []
}

/** A company that may decide this kind of care for the payer. */
export interface Delegate {
  readonly name: string
  readonly scope: string | null
  readonly pharmacy: boolean
}

/** The others are no help here. */
export function delegatesFor({ payer: p, knowledge, treatment }: Pick<Subject, 'payer' | 'knowledge' | 'treatment'>): Delegate[] {
  const words = treatment.fdaLabelApplicable ? /drug|pharmac|oncolog|infus|chemo|specialty med/i : /therap|rehab/i
  const pharmacy = treatment.benefits.some((b) => b === 'pharmacy')
  return p.delegates.flatMap((d) => {
    const record: PayerRecord | undefined = d.payer ? knowledge.payers.get(d.payer) : undefined
    const does = [d.scope ?? '', ...(record?.reviews ?? [])].join(' ')
    const isPharmacy = record?.type === 'pharmacy_benefit_manager'
    if (isPharmacy ? !pharmacy : !words.test(does)) return []
    return [{ name: record?.displayName ?? d.name ?? '', scope: d.scope ?? null, pharmacy: isPharmacy }]
  })
}

function delegates(subject: Subject): GuideClaim[] {
  const named = delegatesFor(subject)
  if (!named.length) return []
  const one = (v: Voice) => (d: Delegate) => {
    const does = d.scope ? v.of(d.scope) : d.pharmacy ? v.words.pharmacyBenefit : ''
    return `${d.name}${does && ` (${does})`}`
  }
  return [tell(subject, (v) => v.words.delegates(named.map(one(v)).join('; ')), [fieldSupport(subject, 'payer.delegates')])]
}

function confusable(subject: Subject): GuideClaim[] {
  const { payer: p, knowledge } = subject
  const names = p.confusableWith.flatMap((id) => knowledge.payers.get(id)?.displayName ?? [])
  if (!names.length || p.type === 'family_of_companies') return []
  return [tell(subject, (v) => v.words.confusable(names.join('; ')), [fieldSupport(subject, 'payer.confusableWith')])]
}
