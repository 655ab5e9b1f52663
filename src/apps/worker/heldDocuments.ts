import type { SourceDocument } from '../../reading/document.ts'
import type { AnalyseRequest } from '../../usecases/cases/analyse.ts'
import type { HeldDocument, NamedRequest, Sent } from './protocol.ts'

/** Characters that one thread holds, a word with its box counted as a hundred; the longest unused goes first. */
const MOST = 64_000_000
/** Milliseconds without use after which a document is given up. */
const IDLE_MS = 10 * 60_000

const numbers = new WeakMap<SourceDocument, number>()
let last = 0

/** The same number for the same object, which is why readings are remembered as objects. */
function numberOf(document: SourceDocument): number {
  const number = numbers.get(document) ?? ++last
  numbers.set(document, number)
  return number
}

const weightOf = ({ pages }: SourceDocument): number => pages.reduce((sum, p) => sum + p.text.length + p.words.length * 100, 0)

/** What one thread holds, as the one who sends knows it. */
export interface HoldsOfThread {
  /** The request by numbers, with the documents that the thread does not hold yet. */
  send(request: AnalyseRequest): Sent
}

export function holdsOfThread(most = MOST, idle = IDLE_MS, now: () => number = () => performance.now()): HoldsOfThread {
  // In the order of use, the latest last.
  const held = new Map<number, { readonly weight: number; readonly used: number }>()
  let weight = 0
  return {
    send(request) {
      const documents = new Map<number, SourceDocument>()
      const begun = now()
      const name = (document: SourceDocument): HeldDocument => {
        const number = numberOf(document)
        const known = held.get(number)
        const own = known?.weight ?? weightOf(document)
        if (!known) {
          documents.set(number, document)
          weight += own
        }
        held.delete(number)
        held.set(number, { weight: own, used: begun })
        return { held: number }
      }
      const named: NamedRequest = {
        ...request,
        denial: request.denial && name(request.denial),
        policy: request.policy && name(request.policy),
        records: request.records.map(name),
      }
      const forget: number[] = []
      for (const [number, one] of held) {
        if (weight <= most && begun - one.used <= idle) break
        held.delete(number)
        weight -= one.weight
        forget.push(number)
      }
      return { request: named, documents, forget }
    },
  }
}

/** The other side: the thread puts the documents back in their places. */
export function openHeldDocuments(): (sent: Sent) => AnalyseRequest {
  const held = new Map<number, SourceDocument>()
  const of = ({ held: number }: HeldDocument): SourceDocument => {
    const document = held.get(number)
    if (!document) throw new Error('a document that this thread does not hold')
    return document
  }
  return ({ request, documents, forget }) => {
    for (const [number, document] of documents) held.set(number, document)
    const whole = {
      ...request,
      denial: request.denial && of(request.denial),
      policy: request.policy && of(request.policy),
      records: request.records.map(of),
    }
    for (const number of forget) held.delete(number)
    return whole
  }
}
