import type { Problem } from '../../base/problem.ts'
import type { Knowledge } from '../assemble.ts'
import type { Codes } from '../codes.ts'
import type { RecordFile } from '../record.ts'
import { bothLanguages } from './bothLanguages.ts'
import { datesInOrder } from './datesInOrder.ts'
import { diagnosisCodesExist } from './diagnosisCodesExist.ts'
import { indicationsKnown } from './indicationsKnown.ts'
import { namesAreUnique } from './namesAreUnique.ts'
import { noLabelWords } from './noLabelWords.ts'
import { noOrphanSources } from './noOrphanSources.ts'
import { noOrphans } from './noOrphans.ts'
import { noUnsourcedRates } from './noUnsourcedRates.ts'
import { oneTranslation } from './oneTranslation.ts'
import { plainWords } from './plainWords.ts'
import { procedureCodesExist } from './procedureCodesExist.ts'
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
  datesInOrder,
  noLabelWords,
  properDisplayNames,
  noUnsourcedRates,
  warningFirst,
  bothLanguages,
  diagnosisCodesExist,
  procedureCodesExist,
  noOrphanSources,
  noOrphans,
  oneTranslation,
  plainWords,
  recordsStayShort,
  namesAreUnique,
  unusualLabelsAgree,
  tablesFit,
]

/** Everything wrong with the records that typing alone cannot see, in the order of the rules. */
export function knowledgeCheck(knowledge: Knowledge, files: readonly RecordFile[], codes: Codes): readonly Problem[] {
  return RULES.flatMap((rule) => rule.check({ knowledge, files, codes }).map((finding) => toProblem(rule, finding, files)))
}
