import { createRequire } from 'node:module'
import { extname } from 'node:path'
import type { CivilDate } from '../base/date.ts'
import { type Outcome, ok } from '../base/outcome.ts'
import type { ExampleLetter } from '../document/pages/exampleLetter.ts'
import { today } from '../infra/clock/today.ts'
import { warmPdf } from '../infra/documents/pdf/threaded.ts'
import { readDocument } from '../infra/documents/read-document.ts'
import { readStandardInput } from '../infra/documents/standard-input.ts'
import { listFiles, readNamed, writeAll } from '../infra/files/files.ts'
import type { KnowledgeCheck } from '../infra/knowledge/desk.ts'
import { warmTypesetting } from '../infra/typesetting/threaded.ts'
import type { Change } from '../knowledge/diff.ts'
import type { SourceDocument } from '../reading/document.ts'
import type { NamedBytes, SignedPorts } from '../usecases/ports.ts'

const require = createRequire(import.meta.url)
/** The extension follows this file's own, so that compiled copies load their compiled sibling. */
const extension = extname(import.meta.filename)
// Loaded at the first use: most modules hang on these two, and a draft's denial is read in its thread meanwhile.
const loader = () => require(`../infra/knowledge/load${extension}`) as typeof import('../infra/knowledge/load.ts')
const letters = () =>
  require(`../infra/knowledge/exampleLetters${extension}`) as typeof import('../infra/knowledge/exampleLetters.ts')
const desk = () => require(`../infra/knowledge/desk${extension}`) as typeof import('../infra/knowledge/desk.ts')

export const loadKnowledge: typeof import('../infra/knowledge/load.ts').loadKnowledge = (...args) =>
  loader().loadKnowledge(...args)

/** The world as the apps see it: the one place where use cases meet infra. */
export interface World {
  /** Knowledge loaded and every port bound; fails when the knowledge is broken. */
  ports(progress?: (step: string) => void): Outcome<SignedPorts>
  /** Starts what a packet will need on the other cores, while the knowledge and the documents are read. */
  warmForPackets(): void
  /** Begins to read a document; the ports then find it done, or under way, for the same file and id. */
  readAhead(id: string, file: NamedBytes): void
  checkKnowledge(): Outcome<KnowledgeCheck>
  /** What differs from the records of a commit or of another folder. */
  diffKnowledge(commitOrFolder: string): Outcome<readonly Change[]>
  readNamed(path: string): Promise<Outcome<NamedBytes>>
  listFiles(path: string): Promise<Outcome<readonly string[]>>
  standardInput(): Promise<Outcome<NamedBytes>>
  writeAll: typeof writeAll
  /** Worked letters of the library, by reason. */
  exampleLetters(): ReadonlyMap<string, ExampleLetter>
  today(): CivilDate
}

async function readyExhibit(file: NamedBytes): Promise<void> {
  const { readyPdf } = await import('../infra/pdf/exhibits.ts')
  readyPdf(file.bytes)
}

export function openWorld(): World {
  const ahead = new Map<NamedBytes, { readonly id: string; readonly document: Promise<Outcome<SourceDocument>> }>()
  return {
    ports(progress = () => {}) {
      const knowledge = loadKnowledge()
      if (!knowledge.ok) return knowledge
      return ok({
        knowledge: knowledge.value,
        progress,
        readDocument(id, file) {
          const begun = ahead.get(file)
          ahead.delete(file)
          return begun?.id === id ? begun.document : readDocument({ id, ...file })
        },
        readyExhibit: (file) => void readyExhibit(file),
        // Typesetting and DOCX are loaded when first used: most commands need neither.
        letterPdf: async (letter, meta) => (await import('../infra/typesetting/letterPdf.ts')).letterPdf(letter, meta),
        letterDocx: async (letter, meta) => (await import('../infra/docx/letterDocx.ts')).letterDocx(letter, meta),
        drawCard: async (words) => (await import('../infra/card/threaded.ts')).drawCard(words),
        packetPdf: async (plan, files, signed) => (await import('../infra/pdf/packetPdf.ts')).packetPdf(plan, files, signed),
        signedLetterPdf: async (letter, meta, signed) =>
          (await import('../infra/typesetting/certificatePdf.ts')).signedLetterPdf(letter, meta, signed),
      })
    },
    warmForPackets() {
      warmPdf()
      warmTypesetting()
    },
    readAhead(id, file) {
      const document = readDocument({ id, ...file })
      // A broken promise of ours is thrown where it is awaited.
      document.catch(() => {})
      ahead.set(file, { id, document })
    },
    checkKnowledge: () => desk().checkKnowledge(),
    diffKnowledge: (commitOrFolder) => desk().diffKnowledge(commitOrFolder),
    readNamed,
    listFiles,
    async standardInput() {
      const bytes = await readStandardInput(process.stdin)
      return bytes.ok ? ok({ name: 'standard input', bytes: bytes.value }) : bytes
    },
    writeAll,
    exampleLetters: () => letters().loadExampleLetters(),
    today,
  }
}
