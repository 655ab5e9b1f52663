import type { CivilDate } from '../../base/date.ts'
import type { ExampleLetters } from '../../document/pages/library.ts'
import type { Ports } from '../../usecases/ports.ts'
import type { Library } from './library.ts'
import { PartStore } from './render/parts.ts'
import type { Assets } from './server/assets.ts'
import { WORDS } from './words/words.ts'

/** All parts of the library in both languages are some 100 MB of markup. */
const PARTS_BYTES = 160 * 1024 * 1024

export const makeLibrary = (
  ports: Ports,
  letters: ExampleLetters,
  assets: Assets,
  publicUrl: string,
  today: () => CivilDate,
  takesCases = false,
): Library => ({
  ports,
  knowledge: ports.knowledge,
  letters,
  takesCases,
  parts: new PartStore(PARTS_BYTES),
  today,
  frame: {
    publicUrl,
    siteName: WORDS.en.siteName,
    style: assets.style.path,
    font: assets.font.path,
    icon: assets.icon.path,
    knowledgeVersion: ports.knowledge.version,
  },
})
