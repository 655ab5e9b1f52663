import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { type Outcome, ok } from '../../base/outcome.ts'
import { analyseCase } from '../../usecases/cases/analyse.ts'
import { typesetCase } from '../../usecases/cases/typeset.ts'
import { placeOf } from '../web/server/log.ts'
import { openWorld } from '../wire.ts'
import { pagePicture, readScanned } from '../wireReading.ts'
import { mailSheetPdf, pageCount } from '../wireSheets.ts'
import { openHeldDocuments } from './heldDocuments.ts'
import type { Asked, Told, Verbs } from './protocol.ts'

/** One thread of the engine: the knowledge loaded once, one thing asked at a time. */
const port = parentPort
if (!port) throw new Error('this file runs as a thread')
const { niceness } = workerData as { readonly niceness: number }
// On Linux every thread has a priority of its own; elsewhere it would be that of the whole program.
if (process.platform === 'linux') setPriority(niceness)
const documentsIn = openHeldDocuments()
const world = openWorld()
const loaded = world.ports()
const tell = (told: Told) => port.postMessage(told)

async function answer(asked: Asked): Promise<Verbs[Asked['verb']]['gives']> {
  if (!loaded.ok) return loaded
  const ports = loaded.value
  switch (asked.verb) {
    case 'read':
      return readScanned(asked.asks.doc, asked.asks.file, (progress) => tell({ id: asked.id, told: 'progress', progress }))
    case 'analyse': {
      const analysed = analyseCase(ports.knowledge, documentsIn(asked.asks))
      const result: Outcome<string> = analysed.ok ? ok(JSON.stringify(analysed.value.analysis), analysed.warnings) : analysed
      return result
    }
    case 'typeset':
      return typesetCase(ports, { ...asked.asks, analyse: documentsIn(asked.asks.analyse) })
    case 'picture':
      return pagePicture(asked.asks.file, asked.asks.page, asked.asks.width)
    case 'pages':
      return pageCount(asked.asks.pdf)
    case 'mailSheet':
      return mailSheetPdf(asked.asks)
  }
}

port.on('message', (asked: Asked) => {
  answer(asked).then(
    (gives) => tell({ id: asked.id, told: 'done', gives }),
    (error: unknown) => tell({ id: asked.id, told: 'fault', at: placeOf(error) }),
  )
})
