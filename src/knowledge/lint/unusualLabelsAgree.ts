import type { Finding, Rule } from './rule.ts'

export const unusualLabelsAgree: Rule = {
  name: 'unusual-labels-agree',
  why: 'A reason that is odd for a kind of care must be marked so on the treatment and lead to the usual one: therapy is not step therapy.',
  check: ({ knowledge }) => [
    ...[...knowledge.reasons.values()].flatMap((r) =>
      r.unusualForKinds
        .filter((kind) => r.siblings[kind] === undefined)
        .map(
          (kind): Finding => ({ kind: 'reasons', id: r.id, at: 'siblings', say: `Nothing is named in its place for ${kind}.` }),
        ),
    ),
    ...[...knowledge.treatments.values()].flatMap((t) =>
      t.usualReasons
        .filter((id) => knowledge.reasons.get(id)?.unusualForKinds.includes(t.kind))
        .map((id): Finding => ({ kind: 'treatments', id: t.id, at: 'usualReasons', say: `${id} is unusual for ${t.kind}.` })),
    ),
  ],
}
