import type { InBoth } from '../words/words.ts'

const EN = {
  exportTitle: 'Save everything',
  exportLead: 'One file with everything this service keeps about this case.',
  exportHolds: [
    'the letters and records you gave',
    'the drafts, signed letters and proofs of delivery',
    'your answers and corrections',
    'what was found in the documents, with the place of each finding',
    'every step with its time',
  ],
  exportKeep: 'It holds health information. Keep it where only you can open it.',
  exportButton: 'Save the archive (ZIP)',
  fileName: 'appeal',
  deleteTitle: 'Delete this case',
  deleteLead: 'Deleting is for good. Nobody can bring the case back, not even whoever runs this service.',
  deleteGone: 'This is gone then:',
  deleteDocuments: (n: number) => (n === 1 ? 'the one document you gave' : `the ${n} documents you gave`),
  deleteRest: 'the drafts, signatures, proofs and every answer',
  deletePeople: (n: number) =>
    n === 1 ? 'the case for one more person who can see it now' : `the case for ${n} more people who can see it now`,
  deleteLinks: 'every private link and every link to sign',
  deleteWaiting: 'A letter that is still waiting to be sent will not be sent.',
  deleteSent: 'What was sent already can not be taken back, and the plan goes on with it.',
  deleteKey: 'Backups hold the case only in a locked form. Its key is deleted, so it can not be read there either.',
  deleteStays:
    'What stays: that a case was deleted and when, and records of payments that the tax office asks for. They do not say what the case was about.',
  deleteSave: 'Save everything first',
  word: 'DELETE',
  type: (word: string) => `Type ${word} to delete the case`,
  wrong: (word: string) => `The word was not ${word}. Nothing was deleted.`,
  button: 'Delete the case for good',
} as const

export const KEEP_WORDS: InBoth<typeof EN> = {
  en: EN,
  es: {
    exportTitle: 'Guardar todo',
    exportLead: 'Un solo archivo con todo lo que este servicio guarda de este caso.',
    exportHolds: [
      'las cartas y los expedientes que usted entregó',
      'los borradores, las cartas firmadas y las pruebas de entrega',
      'sus respuestas y correcciones',
      'lo que se encontró en los documentos, con el lugar de cada dato',
      'cada paso con su hora',
    ],
    exportKeep: 'Contiene información de salud. Guárdelo donde solo usted pueda abrirlo.',
    exportButton: 'Guardar el archivo (ZIP)',
    fileName: 'apelacion',
    deleteTitle: 'Borrar este caso',
    deleteLead: 'Borrar es para siempre. Nadie puede recuperar el caso, ni siquiera quien administra este servicio.',
    deleteGone: 'Entonces ya no existirá:',
    deleteDocuments: (n) => (n === 1 ? 'el documento que usted entregó' : `los ${n} documentos que usted entregó`),
    deleteRest: 'los borradores, las firmas, las pruebas y cada respuesta',
    deletePeople: (n) =>
      n === 1 ? 'el caso para otra persona que ahora puede verlo' : `el caso para otras ${n} personas que ahora pueden verlo`,
    deleteLinks: 'cada enlace privado y cada enlace para firmar',
    deleteWaiting: 'Una carta que todavía espera su envío no se enviará.',
    deleteSent: 'Lo que ya se envió no se puede retirar, y el seguro médico seguirá con ello.',
    deleteKey:
      'Las copias de seguridad guardan el caso solo cerrado con llave. La llave se borra, así que tampoco ahí se podrá leer.',
    deleteStays:
      'Lo que queda: que se borró un caso y cuándo, y los registros de pagos que pide la oficina de impuestos. No dicen de qué trataba el caso.',
    deleteSave: 'Primero guardar todo',
    word: 'BORRAR',
    type: (word) => `Escriba ${word} para borrar el caso`,
    wrong: (word) => `La palabra no era ${word}. No se borró nada.`,
    button: 'Borrar el caso para siempre',
  },
}
