import type { Actor, CaseEvent, Instant } from './event.ts'
import type { Sending, Signing } from './state.ts'

type SendingEvent = Extract<CaseEvent, { kind: 'sendingAsked' | 'sending' | 'sentByHand' }>

/** The sendings of a case after one more event. */
export function nextSendings(list: readonly Sending[], at: Instant, by: Actor, event: SendingEvent): readonly Sending[] {
  if (event.kind === 'sending')
    return list.map((s) => (s.id === event.sending ? { ...s, steps: [...s.steps, { at, step: event.step }] } : s))
  const { sending: id, destination } = event
  const made = { id, destination, asked: at, askedBy: by, steps: [] }
  if (event.kind === 'sendingAsked')
    return [...list, { ...made, doc: event.doc, sha256: event.sha256, pages: event.pages ?? null, byHand: null }]
  const { on, confirmation, proof } = event
  return [...list, { ...made, doc: null, sha256: null, pages: null, byHand: { on, confirmation, proof } }]
}

type SigningEvent = Extract<
  CaseEvent,
  { kind: 'signingAsked' | 'signingSeen' | 'signingRenewed' | 'signed' | 'certified' | 'declined' | 'signatureVoided' }
>

/** The signings of a case after one more event. */
export function nextSignings(list: readonly Signing[], at: Instant, by: Actor, event: SigningEvent): readonly Signing[] {
  if (event.kind === 'signingAsked') {
    const { signing: id, letter, sha256, to } = event
    const none = { seen: null, renewed: null, signed: null, certified: null, declined: null, voided: null }
    return [...list, { id, letter, sha256, to, asked: at, askedBy: by, ...none }]
  }
  return list.map((s) => (s.id === event.signing ? { ...s, ...step(s, at, by, event) } : s))
}

function step(s: Signing, at: Instant, by: Actor, event: Exclude<SigningEvent, { kind: 'signingAsked' }>): Partial<Signing> {
  switch (event.kind) {
    case 'signingSeen':
      return { seen: s.seen ?? at }
    case 'signingRenewed':
      return { sha256: event.sha256, renewed: at }
    case 'signed': {
      const { signer, method, image, attestation, offset = null, reached = 'handed_link' } = event
      return { sha256: event.sha256, signed: { at, by, signer, method, image, attestation, offset, reached } }
    }
    case 'certified':
      return { certified: { doc: event.doc, sha256: event.sha256 } }
    case 'declined':
      return { declined: { at, reason: event.reason } }
    case 'signatureVoided':
      return { voided: { at, why: event.why } }
  }
}
