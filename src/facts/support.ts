import type { Support } from '../base/support.ts'
import type { Origin } from './fact.ts'

/** What a fact rests on, as a sentence can cite it: the words it was read from, then the rule that drew it. */
export function supportOf(origin: Origin): Support[] {
  switch (origin.kind) {
    case 'document':
      return [{ kind: origin.role, source: origin.span.doc, span: origin.span, quote: origin.span.quote }]
    case 'person':
      return [{ kind: 'statement', source: origin.who, pin: origin.path, quote: origin.words }]
    case 'rule':
      return [...origin.from.flatMap(supportOf), { kind: 'reckoning', source: origin.rule, pin: '', quote: origin.why }]
  }
}

export const supports = (origins: readonly Origin[]): Support[] => origins.flatMap(supportOf)
