import type { Finding, Rule } from './rule.ts'

export const diagnosisCodesExist: Rule = {
  name: 'diagnosis-codes-exist',
  why: 'A claim with a code that is not in the current ICD-10-CM release is rejected. Look the code up again.',
  check: ({ knowledge, codes }) =>
    [...knowledge.treatments.values()].flatMap((t) =>
      t.indications.flatMap((indication, i) =>
        indication.icd10cm.flatMap(({ code, billable }, j): Finding[] => {
          const at = `indications.${i}.icd10cm.${j}`
          const known = codes.icd10cm.get(code.replace('.', ''))
          if (known === undefined) return [{ kind: 'treatments', id: t.id, at, say: `${code} is not in the release.` }]
          return known === billable
            ? []
            : [{ kind: 'treatments', id: t.id, at, say: `${code} is ${known ? '' : 'not '}billable.` }]
        }),
      ),
    ),
}
