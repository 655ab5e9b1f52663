import { fail, failAll, type Outcome, ok } from '../../../base/outcome.ts'
import { type Problem, problem } from '../../../base/problem.ts'
import type { Actor, Destination } from '../../../casefile/event.ts'
import { countsAsSent, sendingState } from '../../../casefile/sending.ts'
import { splitPostal } from '../../../casefile/sendingPostal.ts'
import { normalDestination } from '../../../casefile/sendingTarget.ts'
import { type CaseState, caseState } from '../../../casefile/state.ts'
import type { CaseId } from '../ports.ts'
import { appendAsDecided } from './append.ts'
import { isPdf } from './isPdf.ts'
import { sendJob } from './jobs.ts'
import { channelOf, type SendPorts } from './ports.ts'
import { signatureProblem } from './signedEnough.ts'

export interface AskedSending {
  /** Made with the form, so that pressing the button twice asks once; `newSendingId` makes it. */
  readonly sending: string
  readonly doc: string
  /** Of the file as the person saw it. */
  readonly sha256: string
  readonly destination: Destination
  /** They looked at the document and the destination, and read the warning of `SENDING_WARNINGS`. */
  readonly confirmed: boolean
  /** They know that the same was sent there before. */
  readonly again: boolean
}

export const newSendingId = (ports: Pick<SendPorts, 'chance'>): string => `snd-${ports.chance.token(12)}`

const ID = /^snd-[A-Za-z0-9_-]{8,40}$/

/** A person asks for a sending. Everything is checked before anything is written; the job then sends. */
export async function askSending(
  ports: SendPorts,
  id: CaseId,
  by: Actor,
  asked: AskedSending,
): Promise<Outcome<{ sending: string }>> {
  if (by.kind !== 'person') throw new Error('only a person asks for a sending')
  if (!ID.test(asked.sending)) return fail(formProblem('form', 'The form is not complete.', 'Open the page again.'))
  if (!asked.confirmed)
    return fail(formProblem('confirmation', 'It was not confirmed.', 'Look at the papers and the address, then tick the box.'))
  const target = normalDestination(asked.destination)
  if (!target.ok) return target
  const destination = target.value
  const file = await fileFor(ports, id, asked, destination)
  if (!file.ok) return file
  const pages = file.value

  let problems: readonly Problem[] = []
  const held = await appendAsDecided(ports.store, id, (events) => {
    problems = []
    if (sendingState(events, asked.sending)) return null
    problems = caseProblems(caseState(events), destination, asked)
    const earlier = caseState(events).sendings.flatMap((s) => sendingState(events, s.id) ?? [])
    const double = earlier.some(
      (s) => s.doc !== null && s.sha256 === asked.sha256 && s.destination.to === destination.to && countsAsSent(s),
    )
    if (double && !asked.again)
      problems = [
        ...problems,
        formProblem('again', 'The same papers were already sent there.', 'Confirm it if you want to send them once more.'),
      ]
    if (problems.length > 0) return null
    const { sending, doc, sha256 } = asked
    return {
      events: [{ by, event: { kind: 'sendingAsked', sending, destination, doc, sha256, pages } }],
      jobs: [sendJob(id, sending, 'asked')],
    }
  })
  if (!held) return fail(problem('case-missing', 'case', 'There is no such case.', 'Open your case again.'))
  return problems.length > 0 ? failAll(problems) : ok({ sending: asked.sending })
}

const formProblem = (where: string, say: string, fix: string): Problem => problem('form-invalid', where, say, fix)

/** Pages of the file, where the channel takes it as it is. */
async function fileFor(ports: SendPorts, id: CaseId, asked: AskedSending, destination: Destination): Promise<Outcome<number>> {
  const channel = channelOf(ports.channels, destination.channel)
  if (!channel)
    return fail(
      problem(
        'provider-off',
        'sending',
        'This server can not send this way.',
        'Download the packet, send it yourself, and record it here.',
      ),
    )
  const pdf = await ports.files.get(id, asked.doc)
  if (!pdf) return fail(formProblem('document', 'The file is not there any more.', 'Make the packet again.'))
  if ((await ports.sha256(pdf)) !== asked.sha256)
    return fail(formProblem('document', 'The file has changed since you looked at it.', 'Look at it again, then send it.'))
  if (!isPdf(pdf)) return fail(formProblem('document', 'Only PDF files can be sent.', 'Choose the PDF of the packet or letter.'))
  const { limits } = channel
  const pages = await ports.pagesOf(pdf)
  if (pages > limits.pages)
    return fail(
      problem(
        'file-too-large',
        'document',
        `It has ${pages} pages; this way takes ${limits.pages}.`,
        'Leave out exhibits, or mail it yourself.',
      ),
    )
  if (pdf.byteLength > limits.bytes)
    return fail(
      problem(
        'file-too-large',
        'document',
        `It is larger than ${limits.bytes / 1_000_000} MB.`,
        'Leave out exhibits, or mail it yourself.',
      ),
    )
  if (destination.channel !== 'mail') return ok(pages)
  const from = splitPostal((await ports.senderLines(id)).join('\n'), '', 'your own address')
  return from.ok ? ok(pages) : from
}

/** Of the case as it stands. */
function caseProblems(state: CaseState, destination: Destination, asked: AskedSending): readonly Problem[] {
  const problems: Problem[] = []
  const drafts = Object.values(state.drafted?.documents ?? {})
  const draft = drafts.find((d) => d.doc === asked.doc)
  const certified = state.signings.some((s) => s.certified?.doc === asked.doc)
  if (!draft && !certified && !state.documents.some((d) => d.doc === asked.doc && d.media === 'pdf'))
    problems.push(
      formProblem('document', 'It is not the newest packet or letter of this case.', 'Choose it again from the list.'),
    )
  if (draft && draft.sha256 !== asked.sha256)
    problems.push(formProblem('document', 'The packet was made anew since you looked at it.', 'Look at it again, then send it.'))
  if (draft && (state.drafted?.seq ?? 0) < state.contentSeq)
    problems.push(
      formProblem(
        'document',
        'Something in the case has changed since this packet was made.',
        'Make the packet again, then send it.',
      ),
    )
  const signature = signatureProblem(state, asked.doc, asked.sha256)
  if (signature) problems.push(signature)
  const source = sourceProblem(state, destination)
  return source ? [...problems, source] : problems
}

/**
 * The source is a document of the case, a statement, or for fax and mail a payer record. Health records go
 * by e-mail only where a document or a person said so.
 */
function sourceProblem(state: CaseState, { channel, source }: Destination): Problem | null {
  const doc = /^([a-z]+-[\w-]+), page \d/.exec(source)?.[1]
  if (doc && !state.documents.some((d) => d.doc === doc))
    return formProblem(
      'source',
      'The document this address was taken from is not in the case.',
      'Take the address from a letter you hold.',
    )
  if (channel === 'email' && !doc && !/^stated by\b/.test(source))
    return formProblem(
      'source',
      'An e-mail address must come from a letter or from you.',
      'Type the address as the plan gave it to you.',
    )
  return null
}
