import { readRecordFiles } from '../../src/infra/knowledge/load.ts'
import { assemble, type Knowledge, kindOf } from '../../src/knowledge/assemble.ts'
import type { RecordFile } from '../../src/knowledge/record.ts'

const OURS = ['payers', 'classes', 'treatments', 'reasons', 'sources']

/** The shipped records of payers, treatments and their classes, reasons and sources (law included). */
export const realFiles: readonly RecordFile[] = readRecordFiles().filter((f) => OURS.includes(kindOf(f.path) ?? ''))

export const real: Knowledge = (() => {
  const result = assemble(realFiles)
  if (!result.ok) throw new Error(result.problems.map((p) => `${p.where} ${p.say}`).join('\n'))
  return result.value
})()
