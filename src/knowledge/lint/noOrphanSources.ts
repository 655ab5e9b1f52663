import { keyOfPath } from '../record.ts'
import { allRecords, type Finding, type Rule } from './rule.ts'
import { textsIn } from './walk.ts'

export const noOrphanSources: Rule = {
  name: 'no-orphan-sources',
  why: 'A guideline, label or page that no record refers to is not read when it changes. Refer to it, or remove it.',
  check: ({ knowledge, files }) => {
    const pointers = allRecords(knowledge)
      .filter(([kind]) => kind !== 'sources')
      .flatMap(([, , record]) => textsIn(record).map(([, text]) => text.split('#')[0] ?? ''))
    const used = new Set(pointers)
    return files
      .filter((file) => file.path.startsWith('sources/'))
      .map((file) => keyOfPath(file.path))
      .filter((id) => !used.has(id))
      .map((id): Finding => ({ kind: 'sources', id, at: '', say: 'No record refers to it.' }))
  },
}
