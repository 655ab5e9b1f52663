import type { InBoth } from '../words/words.ts'

const EN = {
  title: 'What became of cases',
  lead: 'These are the cases of people who used this service and sent an appeal. They are counted without name, case or day.',
  limits:
    'They do not show your chance. People who use this service are not like all people, many cases are still open, and those who lost may not have told us.',
  none: 'Nothing is shown yet. Figures appear when at least five cases can be counted together.',
  total: (cases: number, decided: number) => `${cases} cases in all. ${decided} have an answer.`,
  of: (changed: number, part: number, decided: number) =>
    `Of ${decided} with an answer, ${changed} were changed to yes and ${part} in part.`,
  by: { payer: 'By health plan', reason: 'By reason of the denial', treatment: 'By treatment', level: 'By level of appeal' },
  columns: { name: 'Group', cases: 'Cases', decided: 'With an answer', yes: 'Changed to yes', part: 'In part', open: 'Open' },
  hidden: (n: number) =>
    n === 1 ? 'One group is not shown, because it is too small.' : `${n} groups are not shown, because they are too small.`,
  unknown: 'not known',
} as const

export const STATS_WORDS: InBoth<typeof EN> = {
  en: EN,
  es: {
    title: 'Cómo terminaron los casos',
    lead: 'Son los casos de personas que usaron este servicio y enviaron una apelación. Se cuentan sin nombre, sin caso y sin día.',
    limits:
      'No muestran su probabilidad. Quienes usan este servicio no son como todas las personas, muchos casos siguen abiertos y quienes perdieron quizá no nos lo dijeron.',
    none: 'Todavía no se muestra nada. Las cifras aparecen cuando se pueden contar juntos al menos cinco casos.',
    total: (cases, decided) => `${cases} casos en total. ${decided} tienen respuesta.`,
    of: (changed, part, decided) => `De ${decided} con respuesta, ${changed} cambiaron a sí y ${part} en parte.`,
    by: {
      payer: 'Por seguro médico',
      reason: 'Por motivo de la denegación',
      treatment: 'Por tratamiento',
      level: 'Por nivel de apelación',
    },
    columns: {
      name: 'Grupo',
      cases: 'Casos',
      decided: 'Con respuesta',
      yes: 'Cambiaron a sí',
      part: 'En parte',
      open: 'Abiertos',
    },
    hidden: (n) =>
      n === 1
        ? 'Un grupo no se muestra porque es demasiado pequeño.'
        : `${n} grupos no se muestran porque son demasiado pequeños.`,
    unknown: 'no se sabe',
  },
}
