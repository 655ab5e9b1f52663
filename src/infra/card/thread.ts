/** The thread that draws pictures for sharing, so that the server goes on answering. Started by `threaded.ts`, never imported. */
import { parentPort } from 'node:worker_threads'
import type { CardWords } from '../../document/card.ts'
import { cardPainter } from './draw.ts'

const painter = cardPainter()
parentPort?.on('message', (words: CardWords) => {
  void painter.then((paint) => parentPort?.postMessage(paint(words)))
})
