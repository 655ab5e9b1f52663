import { list, section } from '../blocks.ts'
import { fieldSupport } from '../fields.ts'
import type { GuideClaim, GuideSection } from '../guide.ts'
import { claimsFor } from '../notes.ts'
import { argued, arguedRoot, isByCriterion, type Subject } from '../subject.ts'
import { lower, tell, unstopped, wordsOf } from '../voice.ts'
import { documentClaims } from './steps.ts'

const MOST_DOCUMENTS = 3

/** For somebody with one evening: the first move of the guide or of its reason, what to ask for, and the papers to find first. */
export function first(subject: Subject): GuideSection[] {
  const reason = argued(subject)
  const root = arguedRoot(subject)
  const [own] = claimsFor(subject, 'first_move')
  const move = own ?? tell(subject, (v) => v.of(reason.firstMove), [fieldSupport(subject, `${root}.firstMove`)])
  const ask = tell(subject, (v) => v.words.first.ask, [fieldSupport(subject, `${root}.requiredEvidence`)])
  return section(
    'first',
    wordsOf(subject).headings.first,
    list(
      [move, ask, ...papers(subject)].map((c) => [c]),
      true,
    ),
  )
}

/** By name, without who has them; those of one language only, since they make one sentence. */
function papers(subject: Subject): GuideClaim[] {
  const all = documentClaims(subject).filter((d) => !d.lang)
  // What the reason itself asks for comes first where the care's own criteria are not in dispute.
  const ofReason = (d: GuideClaim) => d.support.some((s) => 'pin' in s && s.pin.startsWith('requiredEvidence'))
  const isDisputed =
    subject.reason.id === 'step_therapy' || isByCriterion(argued(subject)) || claimsFor(subject, 'first_move').length > 0
  const chosen = (isDisputed ? all : [...all.filter(ofReason), ...all.filter((d) => !ofReason(d))]).slice(0, MOST_DOCUMENTS)
  if (!chosen.length) return []
  const names = chosen.map((d) => lower(unstopped(d.sentence.split(/(?<=\.) /)[0] ?? d.sentence)))
  return [
    tell(
      subject,
      (v) => v.words.first.papers(names.join('; ')),
      chosen.flatMap((d) => d.support),
    ),
  ]
}
