import { allRecords, type Finding, type Rule } from './rule.ts'
import { walk } from './walk.ts'

export const statusHasBasis: Rule = {
  name: 'status-has-basis',
  why: 'Verified and secondary say that somebody looked somewhere: name the place in `basis`, or mark the datum recalled.',
  check: ({ knowledge }) =>
    allRecords(knowledge).flatMap(([kind, id, record]) => {
      const found: Finding[] = []
      walk(record, (value, at) => {
        if (lacksBasis(value)) found.push({ kind, id, at, say: `The status is ${value.status} but no basis is given.` })
      })
      return found
    }),
}

function lacksBasis(value: unknown): value is { status: string } {
  if (typeof value !== 'object' || value === null || !('status' in value) || !('checked' in value)) return false
  const basis = 'basis' in value ? value.basis : undefined
  return (value.status === 'verified' || value.status === 'secondary') && basis === undefined
}
