import type { Problem } from '../../../../base/problem.ts'
import type { CaseState } from '../../../../casefile/state.ts'
import type { LetterKind } from '../../../../document/letter.ts'
import type { NumberedPart } from '../../../../packet/numbering.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { draftIsCurrent } from '../../../../usecases/cases/draft.ts'
import { signatureProblem } from '../../../../usecases/cases/send/signedEnough.ts'
import { sealedOf, sealIsCurrent } from '../../../../usecases/cases/sign/certify.ts'
import { isLetterKind } from '../../../../usecases/lettersNow.ts'
import type { CaseAsked } from '../route.ts'

/** A file that can be sent. */
export interface Paper {
  readonly doc: string
  readonly sha256: string
  readonly letter: LetterKind
  readonly signed: boolean
  /** 0: not counted. */
  readonly pages: number
  readonly parts: readonly NumberedPart[]
  /** What speaks against sending it as it is. */
  readonly inTheWay: Problem | null
}

/** Written for others than the plan. */
const NOT_TO_THE_PLAN: ReadonlySet<LetterKind> = new Set(['peer_to_peer', 'records_request', 'prescriber_request'])

/** The sealed files that stand, and drafts of letters of use now that nobody signed; the packet first. */
export async function papersOf({ app, id }: CaseAsked, state: CaseState, { now }: Analysis): Promise<readonly Paper[]> {
  const ofUse = (letter: LetterKind) => !NOT_TO_THE_PLAN.has(letter) && (now.includes(letter) || state.letters.includes(letter))
  const papers = new Map<string, Paper>()
  for (const signing of state.signings) {
    const sealed = await sealedOf(app.cases, id, signing.id)
    if (!sealed || !sealIsCurrent(state, signing, sealed)) continue
    const { doc, sha256, pages, parts } = sealed
    papers.set(signing.letter, { doc, sha256, letter: signing.letter, signed: true, pages, parts, inTheWay: null })
  }
  for (const [name, { doc, sha256, pages }] of Object.entries(draftIsCurrent(state) ? (state.drafted?.documents ?? {}) : {})) {
    const stem = name.replace(/\.pdf$/, '')
    const letter = stem === 'packet' ? 'appeal' : stem
    // The appeal alone, without its exhibits, is for reading; letters as text are for editing.
    if (!name.endsWith('.pdf') || stem === 'appeal' || !isLetterKind(letter) || !ofUse(letter) || papers.has(letter)) continue
    const inTheWay = signatureProblem(state, doc, sha256)
    papers.set(letter, { doc, sha256, letter, signed: false, pages, parts: [], inTheWay })
  }
  return [...papers.values()].toSorted((a, b) => Number(b.letter === 'appeal') - Number(a.letter === 'appeal'))
}
