import type { GuideSection, GuideSectionId } from './guide.ts'
import { explained } from './kept.ts'
import { angle } from './sections/angle.ts'
import { example, limits, offer, status } from './sections/closing.ts'
import { deadline } from './sections/deadline.ts'
import { aboutTreatment } from './sections/evidence.ts'
import { first } from './sections/first.ts'
import { framework } from './sections/framework.ts'
import { mapping } from './sections/mapping.ts'
import { answer, notice, warning } from './sections/opening.ts'
import { payer, request } from './sections/payer.ts'
import { peer } from './sections/peer.ts'
import { type Candidate, related } from './sections/related.ts'
import { rights } from './sections/rights.ts'
import { type GuideCite, sources } from './sections/sources.ts'
import { state } from './sections/state.ts'
import { documents, next, steps } from './sections/steps.ts'
import { typical } from './sections/typical.ts'
import type { Subject } from './subject.ts'

export interface Context {
  /** With slots for the payer: for parts that payers share. */
  readonly subject: Subject
  /** With the payer itself. */
  readonly real: Subject
  readonly related: readonly Candidate[]
  readonly asOf: string
}

export interface PartRule {
  readonly id: GuideSectionId
  readonly make: (context: Context, cites: Iterable<GuideCite>) => readonly GuideSection[]
}

const shared = (id: GuideSectionId, make: (subject: Subject) => readonly GuideSection[]): PartRule => ({
  id,
  make: ({ subject }) => explained(subject, make(subject)),
})

export const PAYER_PART: PartRule = { id: 'payer', make: ({ real }) => explained(real, payer(real)) }

/** The sections of a guide in reading order. `partKeys.ts` names what each may depend on. */
export const PARTS: readonly PartRule[] = [
  shared('warning', warning),
  shared('notice', notice),
  shared('answer', answer),
  shared('deadline', deadline),
  shared('first', first),
  shared('angle', angle),
  shared('rights', rights),
  PAYER_PART,
  shared('request', request),
  shared('typical', typical),
  shared('evidence', aboutTreatment),
  shared('mapping', mapping),
  shared('documents', documents),
  shared('process', steps),
  shared('peer', peer),
  shared('next', next),
  shared('state', state),
  shared('framework', framework),
  shared('example', example),
  shared('offer', offer),
  { id: 'related', make: ({ subject, related: chosen }) => explained(subject, related(subject, chosen)) },
  { id: 'sources', make: ({ subject }, cites) => sources(subject.knowledge, subject.lang, cites) },
  { id: 'status', make: ({ subject, asOf }) => status(subject, asOf) },
  shared('limits', limits),
]
