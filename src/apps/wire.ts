import type { CivilDate } from '../base/date.ts'
import { type Outcome, ok } from '../base/outcome.ts'
import type { Problem } from '../base/problem.ts'
import { today } from '../infra/clock/today.ts'
import { warmPdf } from '../infra/documents/pdf/threaded.ts'
import { readDocument } from '../infra/documents/read-document.ts'
import { readStandardInput } from '../infra/documents/standard-input.ts'
import { listFiles, readNamed, writeAll } from '../infra/files/files.ts'
import { loadCodes } from '../infra/knowledge/codes.ts'
import { loadKnowledge, readRecordFiles } from '../infra/knowledge/load.ts'
import { recordFilesOf } from '../infra/knowledge/past.ts'
import { warmTypesetting } from '../infra/typesetting/threaded.ts'
import { assemble } from '../knowledge/assemble.ts'
import { type Change, knowledgeDiff } from '../knowledge/diff.ts'
import { knowledgeCheck } from '../knowledge/lint/check.ts'
import type { NamedBytes, Ports } from '../usecases/ports.ts'

export { loadKnowledge } from '../infra/knowledge/load.ts'

/** The world as the apps see it: the one place where use cases meet infra. */
export interface World {
  /** Knowledge loaded and every port bound; fails when the knowledge is broken. */
  ports(progress?: (step: string) => void): Outcome<Ports>
  /** Starts what a packet will need on the other cores, while the knowledge and the documents are read. */
  warmForPackets(): void
  checkKnowledge(): Outcome<{ readonly problems: readonly Problem[]; readonly counts: readonly (readonly [string, number])[] }>
  /** What differs from the records of a commit or of another folder. */
  diffKnowledge(commitOrFolder: string): Outcome<readonly Change[]>
  readNamed(path: string): Promise<Outcome<NamedBytes>>
  listFiles(path: string): Promise<Outcome<readonly string[]>>
  standardInput(): Promise<Outcome<NamedBytes>>
  writeAll: typeof writeAll
  today(): CivilDate
}

export function openWorld(): World {
  return {
    ports(progress = () => {}) {
      const knowledge = loadKnowledge()
      if (!knowledge.ok) return knowledge
      return ok({
        knowledge: knowledge.value,
        progress,
        readDocument: (id, file) => readDocument({ id, ...file }),
        // Typesetting and DOCX are loaded when first used: most commands need neither.
        letterPdf: async (letter, meta) => (await import('../infra/typesetting/letterPdf.ts')).letterPdf(letter, meta),
        letterDocx: async (letter, meta) => (await import('../infra/docx/letterDocx.ts')).letterDocx(letter, meta),
        packetPdf: async (plan, files) => (await import('../infra/pdf/packetPdf.ts')).packetPdf(plan, files),
      })
    },
    warmForPackets() {
      warmPdf()
      warmTypesetting()
    },
    checkKnowledge() {
      const loaded = loadKnowledge()
      if (!loaded.ok) return loaded
      const { version: _, ...kinds } = loaded.value
      const counts = Object.entries(kinds).map(([kind, records]) => [kind, records.size] as const)
      return ok({ problems: knowledgeCheck(loaded.value, readRecordFiles(), loadCodes()), counts })
    },
    diffKnowledge(commitOrFolder) {
      const now = loadKnowledge()
      const files = recordFilesOf(commitOrFolder)
      if (!now.ok) return now
      if (!files.ok) return files
      const before = assemble(files.value)
      return before.ok ? ok(knowledgeDiff(before.value, now.value)) : before
    },
    readNamed,
    listFiles,
    async standardInput() {
      const bytes = await readStandardInput(process.stdin)
      return bytes.ok ? ok({ name: 'standard input', bytes: bytes.value }) : bytes
    },
    writeAll,
    today,
  }
}
