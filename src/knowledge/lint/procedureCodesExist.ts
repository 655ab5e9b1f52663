import type { Finding, Rule } from './rule.ts'

export const procedureCodesExist: Rule = {
  name: 'procedure-codes-exist',
  why: 'A claim with a code that does not exist is rejected. Look it up again; mark a code newer than the list as recalled, with a note.',
  check: ({ knowledge, codes }) =>
    [...knowledge.treatments.values()].flatMap((t) =>
      t.hcpcs.flatMap(({ code, status, notes }, i): Finding[] => {
        const newer = status === 'recalled' && notes.length > 0
        return codes.hcpcs.has(code) || newer
          ? []
          : [{ kind: 'treatments', id: t.id, at: `hcpcs.${i}`, say: `${code} is not on the HCPCS list.` }]
      }),
    ),
}
