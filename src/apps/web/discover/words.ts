import type { Lang } from '../language.ts'

const en = {
  guides: 'Guides for your denial',
  groups: {
    payer: 'Insurers',
    treatment: 'Treatments',
    reason: 'Reasons for a denial',
    coverage: 'Types of coverage',
    state: 'States',
    process: 'Ways to appeal',
    scenario: 'Situations',
  },
  noneTitle: 'What can help',
  noneTips: [
    'Try one name alone: the drug, the plan or the company on the card.',
    'Try the brand name, or the name of the drug inside it.',
    'Try the few words of the letter that say why.',
  ],
  nonePages: 'Or start from a list:',
  approval: 'These words approve the care. If a part of it was denied, paste the sentence that says so.',
  several: 'Your text gives more than one reason. Each has its own guide. Answer them all.',
}

type DiscoverWords = typeof en

const es: DiscoverWords = {
  guides: 'Guías para su denegación',
  groups: {
    payer: 'Aseguradoras',
    treatment: 'Tratamientos',
    reason: 'Motivos de una denegación',
    coverage: 'Tipos de cobertura',
    state: 'Estados',
    process: 'Vías de apelación',
    scenario: 'Situaciones',
  },
  noneTitle: 'Qué puede ayudar',
  noneTips: [
    'Pruebe con un solo nombre: el medicamento, el plan o la compañía de la tarjeta.',
    'Pruebe con la marca, o con el nombre del medicamento que contiene.',
    'Pruebe con las pocas palabras de la carta que dicen por qué.',
  ],
  nonePages: 'O empiece por una lista:',
  approval: 'Estas palabras aprueban la atención. Si se denegó una parte, pegue la frase que lo dice.',
  several: 'Su texto da más de un motivo. Cada uno tiene su guía. Responda a todos.',
}

export const DISCOVER_WORDS: Readonly<Record<Lang, DiscoverWords>> = { en, es }
