import type { Claim } from '../../../argument/claim.ts'
import type { PayerRecord } from '../../../knowledge/payer.ts'
import { bullets, paragraph, section, under } from '../blocks.ts'
import { fieldSupport } from '../fields.ts'
import type { GuideSection } from '../guide.ts'
import { claimsFor, saidInNotes } from '../notes.ts'
import { say } from '../say.ts'
import { type Subject, treatmentName } from '../subject.ts'
import { recordSupport } from '../support.ts'

/** What is known of the payer, and plainly that its policy is not held, with what to ask for. */
export function payer(subject: Subject): GuideSection[] {
  const name = subject.payer.displayName
  return section('payer', `What ${name} requires`, [
    ...paragraph([notHeld(subject)]),
    ...under(`Who ${name} is, and where its rules are`, bullets(known(subject))),
    ...under('What to ask for in writing', bullets(claimsFor(subject, 'request'))),
  ])
}

function notHeld(subject: Subject): Claim {
  const { payer: p, treatment } = subject
  const text =
    p.type === 'family_of_companies'
      ? `There is no single ${p.displayName} policy for ${treatmentName(treatment)}: the home plan has its own, and its text is not held here, so nothing below is said to be its requirement.`
      : `The text of ${p.displayName}’s policy for ${treatmentName(treatment)} is not held here, so nothing below is said to be its requirement.`
  return say(text, [fieldSupport(subject, 'payer.type'), fieldSupport(subject, 'payer')])
}

function known(subject: Subject): Claim[] {
  const { payer: p } = subject
  const said = saidInNotes(subject, ['notice', 'payer', 'request', 'why_denied'])
  const own = (path: string, sentence: string): Claim[] => [say(sentence, [fieldSupport(subject, path)])]
  return [
    ...(p.ask ? own('payer.ask.en', p.ask.en) : []),
    ...licensees(subject),
    ...claimsFor(subject, 'payer'),
    ...p.appealNotes.flatMap((note, i) => (said.has(`payer.appealNotes.${i}`) ? [] : own(`payer.appealNotes.${i}`, note.says))),
    ...(p.policies ? own('payer.policies', `Where its rules are printed: ${p.policies.name}.`) : []),
    ...criteriaSets(subject),
    ...delegates(subject),
    ...confusable(subject),
  ]
}

/** Sets for mental health and substance use are named only where that is the care. */
function criteriaSets(subject: Subject): Claim[] {
  const behavioral = subject.treatment.benefits.includes('behavioral')
  const sets = subject.payer.criteriaSets.filter((set) => behavioral || !/substance|mental|behavioral/i.test(set))
  return sets.length
    ? [say(`Criteria it is known to use: ${sets.join('; ')}.`, [fieldSupport(subject, 'payer.criteriaSets')])]
    : []
}

/** Asked for a state, a family of companies is narrowed to those that serve it. */
function licensees(subject: Subject): Claim[] {
  const { payer: p, state, knowledge } = subject
  if (!state || p.type !== 'family_of_companies') return []
  const there = [...knowledge.payers.values()].filter((x) => x.type === 'blue_licensee' && x.states.includes(state))
  const support = there.map((x) =>
    recordSupport('payer', x.id, 'states', `${x.displayName}: ${x.states.join(', ')}`, x.trust.record.status),
  )
  const names = there.map((x) => x.displayName).join('; ')
  return there.length ? [say(`In ${state} the Blue companies in this registry are: ${names}.`, support)] : []
}

/** Companies that may decide this kind of care for the payer; the others are no help here. */
function delegates(subject: Subject): Claim[] {
  const { payer: p, knowledge, treatment } = subject
  const service = !treatment.fdaLabelApplicable
  const words = service ? /therap|rehab/i : /drug|pharmac|oncolog|infus|chemo|specialty med/i
  const pharmacy = treatment.benefits.some((b) => b === 'pharmacy')
  const named = p.delegates.flatMap((d) => {
    const record: PayerRecord | undefined = d.payer ? knowledge.payers.get(d.payer) : undefined
    const does = [d.scope ?? '', ...(record?.reviews ?? [])].join(' ')
    const isPharmacy = record?.type === 'pharmacy_benefit_manager'
    if (isPharmacy ? !pharmacy : !words.test(does)) return []
    return [`${record?.displayName ?? d.name ?? ''}${d.scope ? ` (${d.scope})` : isPharmacy ? ' (pharmacy benefit)' : ''}`]
  })
  if (!named.length) return []
  return [
    say(
      `The letter may come from a company that decides for it: ${named.join('; ')}. The plan stays responsible for the decision.`,
      [fieldSupport(subject, 'payer.delegates')],
    ),
  ]
}

function confusable(subject: Subject): Claim[] {
  const { payer: p, knowledge } = subject
  const names = p.confusableWith.flatMap((id) => knowledge.payers.get(id)?.displayName ?? [])
  if (!names.length || p.type === 'family_of_companies') return []
  return [
    say(`Not the same company, though the names are easily mixed up: ${names.join('; ')}.`, [
      fieldSupport(subject, 'payer.confusableWith'),
    ]),
  ]
}
