import type { Finding, Rule } from './rule.ts'
import { textsIn } from './walk.ts'

const WITHDRAWN =
  /\bwithdr(ew|awn)\b|\bwithdrawal of (?:the |its )?(?:approval|product|drug)\b|\b(taken off|removed from) the market\b|\bno longer (marketed|approved)\b/i

export const warningFirst: Rule = {
  name: 'warning-first',
  why: 'A withdrawn or compounded product carries its warning before anything else. Put it in `warnings`.',
  check: ({ knowledge }) =>
    [...knowledge.treatments.values()]
      .filter((t) => t.warnings.length === 0)
      .flatMap((t) => {
        const places = textsIn(t).filter(([, text]) => WITHDRAWN.test(text))
        const [first] = places
        if (first)
          return [
            {
              kind: 'treatments',
              id: t.id,
              at: first[0],
              say: 'Speaks of a withdrawal, but the record has no warning.',
            } satisfies Finding,
          ]
        if (t.regulatoryKind !== 'no_label_compounded') return []
        return [
          { kind: 'treatments', id: t.id, at: 'warnings', say: 'A compounded product without a warning.' } satisfies Finding,
        ]
      }),
}
