import type { Problem } from '../../base/problem.ts'
import type { Knowledge } from '../assemble.ts'
import type { RecordFile } from '../record.ts'
import { bothLanguages } from './bothLanguages.ts'
import { diagnosisCodesExist } from './diagnosisCodesExist.ts'
import { indicationsKnown } from './indicationsKnown.ts'
import { namesAreUnique } from './namesAreUnique.ts'
import { noLabelWords } from './noLabelWords.ts'
import { noOrphanSources } from './noOrphanSources.ts'
import { noUnsourcedRates } from './noUnsourcedRates.ts'
import { properDisplayNames } from './properDisplayNames.ts'
import { recordsStayShort } from './recordsStayShort.ts'
import { referencesResolve } from './referencesResolve.ts'
import { type Rule, toProblem } from './rule.ts'
import { statusHasBasis } from './statusHasBasis.ts'
import { tablesFit } from './tablesFit.ts'
import { unusualLabelsAgree } from './unusualLabelsAgree.ts'
import { warningFirst } from './warningFirst.ts'

export const RULES: readonly Rule[] = [
  referencesResolve,
  indicationsKnown,
  statusHasBasis,
  noLabelWords,
  properDisplayNames,
  noUnsourcedRates,
  warningFirst,
  bothLanguages,
  diagnosisCodesExist,
  noOrphanSources,
  recordsStayShort,
  namesAreUnique,
  unusualLabelsAgree,
  tablesFit,
]

/** Everything wrong with the records that typing alone cannot see, in the order of the rules. */
export function knowledgeCheck(
  knowledge: Knowledge,
  files: readonly RecordFile[],
  icd10cm: ReadonlyMap<string, boolean> | null = null,
): readonly Problem[] {
  return RULES.flatMap((rule) => rule.check({ knowledge, files, icd10cm }).map((finding) => toProblem(rule, finding, files)))
}
