import { bullets, section, under } from '../blocks.ts'
import { forWhom } from '../criteria.ts'
import { evidence } from '../evidence.ts'
import { fieldSupport } from '../fields.ts'
import { fitsPrograms } from '../fits.ts'
import type { GuideBlock, GuideClaim, GuideSection } from '../guide.ts'
import { claimsFor, saidInNotes } from '../notes.ts'
import { argued, isMedical, type Subject } from '../subject.ts'
import { citeText, provisionSupport } from '../support.ts'
import { capital, phrase, tell, treatmentInSentence, unstopped, wordsOf } from '../voice.ts'

/** What is particular to this treatment, and what its labels, guidelines and studies say. */
export function aboutTreatment(subject: Subject): GuideSection[] {
  // Where no medicine is in dispute, what the treatment is good for proves nothing.
  if (!isMedical(argued(subject))) return []
  const { treatment } = subject
  const { headings } = wordsOf(subject)
  return section('evidence', headings.evidence(treatmentInSentence(subject, treatment)), [
    ...points(subject),
    ...evidence(subject).flatMap(({ of, claims }) =>
      under(
        phrase(subject, (v) => {
          const who = of.length ? forWhom(v, subject, of) : ''
          return treatment.fdaLabelApplicable ? v.words.headings.labels(who) : v.words.headings.studies(who)
        }),
        bullets(claims),
      ),
    ),
  ])
}

/** Notes of the guide, then every caution of the record that no note elsewhere has said. */
function points(subject: Subject): GuideBlock[] {
  const said = saidInNotes(subject, ['notice', 'why_denied', 'why_appealable', 'ground', 'point', 'program'])
  const cautions = subject.cautions.flatMap((i): GuideClaim[] => {
    const path = `treatment.cautions.${i}`
    const caution = subject.treatment.cautions[i]
    if (!caution || said.has(path) || !fitsPrograms(subject, caution.says)) return []
    const cite = caution.cite ?? []
    return [
      tell(
        subject,
        (v) => {
          const cited =
            cite.length && !caution.says.includes(citeText(subject.knowledge, cite))
              ? ` (${v.words.cited(citeText(subject.knowledge, cite))})`
              : ''
          return `${capital(unstopped(v.of(caution.says)))}${cited}.`
        },
        [...cite.map((ref) => provisionSupport(subject.knowledge, ref)), fieldSupport(subject, path)],
      ),
    ]
  })
  return bullets([...claimsFor(subject, 'point'), ...cautions])
}
