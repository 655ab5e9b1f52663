import type { Claim } from '../../../argument/claim.ts'
import { bullets, paragraph, section, under } from '../blocks.ts'
import { evidence } from '../evidence.ts'
import { fieldSupport } from '../fields.ts'
import { fits } from '../fits.ts'
import type { GuideBlock, GuideSection } from '../guide.ts'
import { capital, claimsFor, notesFor, saidInNotes } from '../notes.ts'
import { say } from '../say.ts'
import { type Subject, treatmentName } from '../subject.ts'
import { citeText, provisionSupport } from '../support.ts'

/** Why it was denied, why that can be answered, with which grounds, and what is particular to this treatment. */
export function angle(subject: Subject): GuideSection[] {
  const { payer, treatment, reason } = subject
  return section('angle', `${payer.displayName}, ${treatmentName(treatment)} and the ${reason.relatedPhrase.en}`, [
    ...under('Why it was denied', paragraph(claimsFor(subject, 'why_denied'))),
    ...under('Why this can be appealed', paragraph(claimsFor(subject, 'why_appealable'))),
    ...under('Grounds, and what proves each', grounds(subject)),
    ...under(`What to know about ${treatmentName(treatment)}`, points(subject)),
    ...evidence(subject).flatMap(({ who, claims }) => under(evidenceHeading(subject, who), bullets(claims))),
  ])
}

/** Grounds written for this treatment first, then those of the reason that fit this kind of care. */
function grounds(subject: Subject): GuideBlock[] {
  const from = subject.sibling ?? subject.reason
  const root = subject.sibling ? 'sibling' : 'reason'
  const own = notesFor(subject, 'ground')
  const said = new Set(own.flatMap((n) => n.rests))
  const general = from.grounds.flatMap((g, i): Claim[] => {
    const path = `${root}.grounds.${i}`
    const proof = g.provedBy.filter((p) => fits(subject, p))
    if (said.has(path) || !fits(subject, g.label) || !proof.length) return []
    return [
      say(`${g.label}. Proved by: ${proof.join('; ')}.`, [
        fieldSupport(subject, path),
        ...g.cite.map((ref) => provisionSupport(subject.knowledge, ref)),
      ]),
    ]
  })
  return bullets([...own.map(withProof), ...general])
}

const withProof = (n: { readonly claim: Claim; readonly provedBy: string | null }): Claim =>
  n.provedBy ? { ...n.claim, sentence: `${n.claim.sentence} Proved by: ${n.provedBy}.` } : n.claim

/** Notes of the guide, then every caution of the record that no note above has said. */
function points(subject: Subject): GuideBlock[] {
  const said = saidInNotes(subject, ['notice', 'why_denied', 'why_appealable', 'ground', 'point', 'program'])
  const cautions = subject.treatment.cautions.flatMap((c, i): Claim[] => {
    const path = `treatment.cautions.${i}`
    if (said.has(path) || namesOtherPayer(subject, c.says)) return []
    const cite = c.cite?.length ? ` (${citeText(subject.knowledge, c.cite)})` : ''
    const support = [...(c.cite ?? []).map((ref) => provisionSupport(subject.knowledge, ref)), fieldSupport(subject, path)]
    return [say(`${capital(c.says.replace(/\.$/, ''))}${cite}.`, support)]
  })
  return bullets([...claimsFor(subject, 'point'), ...cautions])
}

function evidenceHeading({ treatment }: Subject, who: string): string {
  const what = treatment.fdaLabelApplicable ? 'What labels and guidelines say' : 'What guidelines and studies say'
  return who ? `${what}, for ${who}` : what
}

/** A caution about one payer's practice belongs to that payer's guide only. */
const namesOtherPayer = ({ payer, knowledge }: Subject, text: string): boolean =>
  [...knowledge.payers.values()].some(
    (p) =>
      p.id !== payer.id &&
      p.type === 'national_carrier' &&
      [p.displayName, ...p.aliases].some((name) => new RegExp(`\\b${literally(name)}\\b`).test(text)),
  )

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
