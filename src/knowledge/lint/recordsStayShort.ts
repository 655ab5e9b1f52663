import { kindOf } from '../assemble.ts'
import { keyOfPath } from '../record.ts'
import type { Finding, Rule } from './rule.ts'

/** In lines. */
const LIMIT = 200

export const recordsStayShort: Rule = {
  name: 'records-stay-short',
  why: `A record over ${LIMIT} lines holds more than one idea and is no longer read before it is changed. Split it.`,
  check: ({ files }) =>
    files.flatMap((file): Finding[] => {
      const kind = kindOf(file.path)
      const lines = file.text.split('\n').length - 1
      return kind && lines > LIMIT ? [{ kind, id: keyOfPath(file.path), at: '', say: `${lines} lines.` }] : []
    }),
}
