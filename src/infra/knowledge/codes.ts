import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Codes, diagnosisCodes, procedureCodes } from '../../knowledge/codes.ts'
import { knowledgeDir } from './load.ts'

/** The releases that the records are checked against. */
export const loadCodes = (dir: string = knowledgeDir): Codes => ({
  icd10cm: diagnosisCodes(readFileSync(join(dir, 'codes/icd10cm-2026.txt'), 'utf8')),
  hcpcs: procedureCodes(readFileSync(join(dir, 'codes/hcpcs-2025.txt'), 'utf8')),
})
