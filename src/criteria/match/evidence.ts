import type { Support } from '../../base/support.ts'
import type { Origin } from '../../facts/fact.ts'

/** What a fact rests on, as a letter can cite it. */
export function supportOf(origin: Origin): Support[] {
  switch (origin.kind) {
    case 'document':
      return [{ kind: origin.role, source: origin.span.doc, span: origin.span, quote: origin.span.quote }]
    case 'person':
      return [{ kind: 'statement', source: origin.who, pin: origin.path, quote: origin.words }]
    case 'rule': {
      const from = origin.from.flatMap(supportOf)
      return from.length ? [...from, { kind: 'reckoning', source: origin.rule, pin: '', quote: origin.why }] : []
    }
  }
}

export const supports = (origins: readonly Origin[]): Support[] => origins.flatMap(supportOf)
