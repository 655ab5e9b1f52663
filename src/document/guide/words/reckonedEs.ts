/** The sentences that `src/rights` builds around a count, and their Spanish. A sentence that no line knows stays English. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [
    /^The day of receipt is not known; the count starts on (\S+), the date of the notice, which is never later\.$/,
    'No se sabe qué día se recibió; la cuenta empieza el $1, la fecha del aviso, que nunca es posterior.',
  ],
  [
    /^Receipt on (\S+) is not proven, so the presumed day counts\.$/,
    'No está probado que se recibió el $1, así que cuenta el día supuesto.',
  ],
  [
    /^Receipt on (\S+) is not proven, so the safe date counts from (\S+)\.$/,
    'No está probado que se recibió el $1, así que la fecha segura cuenta desde el $2.',
  ],
  [
    /^The request counts as filed when it is received, so it must arrive by this day\.$/,
    'La solicitud cuenta desde que se recibe, así que debe llegar a más tardar ese día.',
  ],
  [
    /^The State is not known, so its own window could not be used\.$/,
    'No se sabe el estado, así que no se pudo usar su propio plazo.',
  ],
  [
    /^The rule of the State \((\w\w)\) on this window is not held here; the notice must state the window, and it may be longer\.$/,
    'No tenemos la regla del estado ($1) sobre este plazo; el aviso debe decirlo, y puede ser más largo.',
  ],
  [/^The notice is taken to have been mailed on the date it bears\.$/, 'Se toma como día de envío la fecha que lleva el aviso.'],
  [/^The notice is taken to have been sent on the date it bears\.$/, 'Se toma como día de envío la fecha que lleva el aviso.'],
  [
    /^If the planned day of discharge is later than this, that day counts\.$/,
    'Si el día previsto del alta es posterior, cuenta ese día.',
  ],
  [
    /^If the day the change takes effect is later than this, that day counts\.$/,
    'Si el día en que el cambio entra en vigor es posterior, cuenta ese día.',
  ],
  [
    /^Assumes that the coverage comes from a private employer’s plan under ERISA\.$/,
    'Se supone que la cobertura viene del plan de un empleador privado bajo la ley ERISA.',
  ],
  [
    /^Assumes that the coverage is insurance, not paid by the sponsor itself\.$/,
    'Se supone que la cobertura es un seguro, y que no la paga el propio patrocinador.',
  ],
  [
    /^Assumes that the denial is no dispute about surprise bills\.$/,
    'Se supone que la denegación no es una disputa por facturas sorpresa.',
  ],
  [
    /^Assumes that care already authorized is being ended, suspended or reduced\.$/,
    'Se supone que se termina, suspende o reduce una atención ya autorizada.',
  ],
  [/^Assumes that the denial is about medical necessity\.$/, 'Se supone que la denegación trata de la necesidad médica.'],
  [
    /^Assumes that the denial is about medical necessity, not about a fact or a coverage rule\.$/,
    'Se supone que la denegación trata de la necesidad médica, no de un hecho ni de una regla de cobertura.',
  ],
  [
    /^The hour at which the clock started is not known, so the whole day is counted\.$/,
    'No se sabe a qué hora empezó el plazo, así que se cuenta el día entero.',
  ],
  [/^The State’s window of (.+) is used\.$/, 'Se usa el plazo del estado, de $1.'],
  [
    /^The State sets the window, at most (.+); the State['’]s own rule is not held here\. The notice must state it\.$/,
    'El estado fija el plazo, como máximo $1; no tenemos aquí su regla. El aviso debe decirlo.',
  ],
  [
    /^The State sets the window; the State['’]s own rule is not held here\. The notice must state it\.$/,
    'El estado fija el plazo; no tenemos aquí su regla. El aviso debe decirlo.',
  ],
  [/^The State allows (.+)\.$/, 'El estado da un plazo de $1.'],
  [
    /^That window lies outside the bounds of federal law; check it against the notice\.$/,
    'Ese plazo queda fuera de los límites de la ley federal; compárelo con el aviso.',
  ],
  [/^Federal law sets no time for filing at this level\.$/, 'La ley federal no fija un plazo para pedirlo en este nivel.'],
]

const STEPS: readonly (readonly [RegExp, string])[] = [
  [
    / is a weekend day or Federal holiday, so the next day that is neither: /g,
    ' es fin de semana o feriado federal; el siguiente día que no lo es: ',
  ],
  [/ \(presumed receipt\)/g, ' (recepción supuesta)'],
  [/ \(no such day in that month\)/g, ' (ese mes no tiene ese día)'],
  [/, to the end of that year/g, ', hasta el final de ese año'],
  [/\bworking days\b/g, 'días hábiles'],
  [/\bworking day\b/g, 'día hábil'],
  [/\bdays\b/g, 'días'],
  [/\bday\b/g, 'día'],
  [/\bmonths\b/g, 'meses'],
  [/\bmonth\b/g, 'mes'],
  [/\byears\b/g, 'años'],
  [/\byear\b/g, 'año'],
  [/\bhours\b/g, 'horas'],
  [/\bhour\b/g, 'hora'],
]

/** Arithmetic has only dates, figures and the words above; anything else is a sentence of its own. */
const ARITHMETIC = /^\d{4}-\d{2}-\d{2}.*= ?\d{4}-\d{2}-\d{2}(T\d\d:\d\d)?$|^\d{4}-\d{2}-\d{2} is a weekend/

export function reckonedEs(english: string): string | null {
  for (const [pattern, spanish] of SENTENCES) if (pattern.test(english)) return inUnits(english.replace(pattern, spanish))
  const steps = english.split('; ')
  if (!steps.every((step) => ARITHMETIC.test(step))) return null
  return steps.map(inUnits).join('; ')
}

const inUnits = (text: string): string => STEPS.reduce((said, [pattern, word]) => said.replace(pattern, word), text)
