import { reckonedEs } from './reckonedEs.ts'
import { stateEs } from './statesEs.ts'
import type { Words } from './words.ts'

export const es: Words = {
  title: (treatment, headline, payer) => `${payer}: ${noun(headline)} de ${treatment}${headline.slice(noun(headline).length)}`,
  linkTitle: (treatment, phrase, payer, warned) => `${treatment}: ${phrase}, ${payer}${warned ? ' (con advertencia)' : ''}`,
  headings: {
    warning: 'Advertencia',
    noticeUnusual: 'Este motivo no es usual en esta clase de atención',
    noticeFirst: 'Primero, vea qué fue lo que se denegó',
    answer: 'En pocas palabras',
    status: 'Estado de esta guía',
    rights: 'Su derecho a apelar depende de dónde viene la cobertura',
    cite: 'Ley que se puede citar',
    payer: (payer) => `Qué exige ${payer}`,
    payerKnown: (payer) => `Quién es ${payer} y dónde están sus reglas`,
    request: 'Qué pedir por escrito',
    typical: (treatment) => `Qué suelen pedir los planes antes de cubrir ${treatment}`,
    renewal: 'En la renovación',
    angle: (treatment, phrase) => `${capital(treatment)}: ${phrase}`,
    whyDenied: 'Por qué se denegó',
    whyAppealable: 'Por qué se puede apelar',
    grounds: 'Argumentos y prueba de cada uno',
    evidence: (treatment) => `Lo que hay que saber ${de(treatment)}`,
    points: 'Lo que la carta debe decir bien',
    labels: (who) => `Etiquetas y guías clínicas${who ? `: ${who}` : ''}`,
    studies: (who) => `Guías clínicas y estudios${who ? `: ${who}` : ''}`,
    mapping: 'La tabla, el corazón de la carta',
    documents: (treatment) => `Documentos que reunir para ${treatment}`,
    process: 'Después, paso a paso',
    mistakes: 'Errores que cuestan apelaciones como esta',
    peer: (treatment) => `Qué decir sobre ${treatment} en la llamada entre médicos (“peer-to-peer”)`,
    peerOpen: 'Para empezar',
    peerFacts: 'Después, los hechos, cada uno con su página',
    peerGrounds: 'Después, un argumento, el que corresponda, con su prueba',
    peerSources: 'Tenga abierto, para citarlo',
    peerEnd: 'Antes de colgar',
    framework: 'La ley de la apelación, según el tipo de cobertura',
    inside: 'Dentro del plan',
    urgent: 'Si esperar hace daño',
    outside: 'Fuera del plan',
    continuation: 'Atención que ya empezó',
    acting: 'Quién puede actuar por usted',
    stateLaw: 'Ley estatal',
    programs: 'Programas y leyes que tocan esta atención',
    state: (state) => `Lo que agrega la ley de ${stateEs(state)}`,
    deadline: 'Cuánto tiempo tiene',
    first: 'Los tres primeros pasos',
    next: 'Próximos pasos',
    example: 'Una carta de ejemplo',
    offer: 'La carta, redactada',
    related: 'Guías relacionadas',
    sources: 'Fuentes',
    limits: 'Límites de esta guía',
  },
  units: {
    hours: ['hora', 'horas'],
    days: ['día', 'días'],
    business_days: ['día hábil', 'días hábiles'],
    months: ['mes', 'meses'],
    years: ['año', 'años'],
  },
  events: {
    receipt_of_notice: 'el día en que recibe el aviso',
    date_on_notice: 'la fecha del aviso',
    date_mailed: 'el día en que se envió el aviso por correo',
    notice_sent: 'el día en que se envió el aviso',
    effective_date_of_change: 'el día en que el cambio entra en vigor',
    end_of_services: 'el día en que terminan los servicios',
    end_of_approved_course: 'el final del tratamiento aprobado',
    receipt_of_claim: 'el día en que se recibe el reclamo',
    receipt_of_request: 'el día en que se recibe la solicitud',
    receipt_of_appeal: 'el día en que se recibe la apelación',
    receipt_of_case_file: 'el día en que se recibe el expediente',
    receipt_of_information: 'el día en que se recibe la información pedida',
    filing_of_plan_appeal: 'el día en que se presenta la apelación al plan',
    date_of_request: 'el día de la solicitud',
    date_of_service: 'la fecha del servicio',
    discharge_date: 'el día previsto del alta',
  },
  clock: {
    countedFrom: (event) => `contados desde ${event}`,
    presumed: (amount) => `, que se supone ${amount} después de la fecha del aviso, salvo prueba en contra`,
    stateBetween: (least, most) => `el plazo que fija el estado, de ${least} a ${most}`,
    stateAtLeast: (amount) => `el plazo que fija el estado, al menos ${amount}`,
    ofState: (amount, from, state) => `${amount}, ${from}, según la regla de ${state}`,
    toEndOfYear: ', hasta el final de ese año',
    stateAtMost: (amount) => `el plazo que fija el estado, como máximo ${amount}`,
    atLeast: (amount) => `al menos ${amount}`,
  },
  families: {
    commercial: 'Planes de empleador, individuales, de gobierno, de iglesia y de estudiantes',
    medicare: 'Planes de Medicare',
    medicaid: 'Medicaid y CHIP',
    federal_employee: 'Planes de empleados federales y postales',
    military: 'TRICARE y VA',
    indian_health: 'Servicio de Salud Indígena',
    no_federal_appeal: 'Planes de corto plazo y ministerios de gastos compartidos',
  },
  everyTypeShown: 'Todos estos tipos',
  onlyFamily: (family) => `Esta es la ley de: ${family}. Elija otro tipo de cobertura para ver la ley de ese tipo.`,
  butNot: (family, type) => `${family}, salvo: ${type}`,
  row: {
    youHave: (level, window, employerOnly) =>
      `${level}: ${employerOnly ? 'si el plan viene de un empleador privado, ' : ''}usted tiene ${window}.`,
    whyNone: (level, why) => `${level}: ${why}`,
    when: {
      urgent: 'urgente',
      pre_service: 'antes de la atención',
      standard: 'normal',
      drug: 'medicamento de la Parte B',
      post_service: 'después de la atención',
    },
    eachOfTwo: (amount) => ` (${amount} en cada uno de dos niveles)`,
    decision: (times) => `Plazo del plan para decidir: ${times}.`,
    noneOutside: 'Después: la ley federal no da una revisión fuera del plan.',
    surpriseBillOnly: 'Después: no hay revisión externa, salvo en disputas por facturas sorpresa.',
    afterwards: (window) => `Después, ${window}`,
    automatic: (level, rule) => `Después, ${level}, sin que usted la pida: ${rule}`,
    afterLast: (window) => `Por último, ${window.replace(/(recibe el|fecha del) aviso/, '$1 aviso de la última decisión')}`,
    afterDecision: (window) => window.replace(/(recibe el|fecha del) aviso/, '$1 aviso con la decisión de la apelación'),
  },
  rightLabels: {
    claim_file: 'Expediente',
    criteria_access: 'El criterio aplicado',
    new_evidence: 'Pruebas nuevas',
    reviewer_qualified: 'Quién revisa',
    expedited: 'Apelación acelerada',
    physician_decides_urgency: 'Quién dice que es urgente',
    external_expedited: 'Revisión externa acelerada',
    urgent_representative: 'Casos urgentes',
  },
  usualNames: (treatment, names) => `Las denegaciones ${de(treatment)} suelen llevar otro nombre: ${names}.`,
  likelySibling: (phrase, sibling) =>
    `Lo que esta carta llama ${phrase} es casi siempre otra cosa: ${sibling}. Lea también esa guía.`,
  notHeld: (payer) =>
    `No tenemos el texto de la política de ${payer} para esta atención, así que nada de lo que sigue se presenta como exigencia suya.`,
  noSinglePolicy: (payer) =>
    `No existe una política única de ${payer} para esta atención: el plan local tiene la suya, cuyo texto no tenemos, así que nada de lo que sigue se presenta como exigencia suya.`,
  rulesPrinted: (where) => `Dónde publica sus reglas: ${where}.`,
  criteriaSets: (sets) => `Criterios que se sabe que usa: ${sets}.`,
  licensees: (state, names) => `En ${state}, las compañías Blue de este registro son: ${names}.`,
  reviews: (kinds) => `Lo que revisa para los planes: ${kinds}.`,
  home: (state, office, phone) => `Los seguros que vende en ${state} dependen de: ${office}${phone && `, ${phone}`}.`,
  delegates: (names) =>
    `La carta puede venir de una compañía que decide por ella: ${names}. El plan sigue siendo responsable de la decisión.`,
  pharmacyBenefit: 'beneficio de farmacia',
  confusable: (names) => `Otras compañías o marcas, que no hay que confundir con esta: ${names}.`,
  askFor: {
    criterion:
      'La regla que se aplicó, completa, con su número y la fecha de la edición, y la frase que según el plan no se cumple.',
    file: 'Una copia del expediente, con lo que recibió quien revisó el caso y las notas que se hicieron.',
    reviewer: 'La especialidad de quien revisó el caso.',
  },
  commonly: (treatment) =>
    `Son criterios que los planes suelen fijar para ${treatment}, no el texto de este plan: compárelos con la política cuando llegue.`,
  shownBy: (proof) => `Se muestra con: ${proof}.`,
  forWhom: (who) => ` (para ${who})`,
  or: (exceptions) => `O bien: ${exceptions}.`,
  inTable: (count) =>
    `Los ${count} que se suelen pedir en la primera solicitud son las filas de la tabla de más abajo, cada uno con el documento que lo muestra.`,
  lookedFor: (treatment, criteria) => `Para ${treatment}, quien revisa busca primero esto: ${criteria}.`,
  stepsAsked: (treatment, steps) => `Lo que se pide antes ${de(treatment)}: ${steps}.`,
  provedBy: (proof) => `Se prueba con: ${proof}.`,
  from: (who) => `Lo tiene: ${who}.`,
  lookUp: (title, publisher) => `No se cita aquí; busque la versión actual de “${title}”${publisher && ` (${publisher})`}.`,
  rowsUntilSteps: (row, treatment) =>
    `Una fila por cada ${row}. Hasta que llegue el protocolo, estos son pasos que se suelen pedir antes ${de(treatment)}.`,
  rowsUntilPolicy: (row, treatment) =>
    `Una fila por cada ${row}. Hasta que llegue la política, estos son criterios que se suelen fijar para ${treatment}.`,
  exampleRows: (row) =>
    `Una fila por cada ${row}. La fila que se ve es de un caso inventado, muchas veces de otra atención: muestra cuánto escribir, no qué escribir. Ponga sus propios datos en su lugar.`,
  askedIn: (who) => `Se pide en: ${who}.`,
  onStep: (step, words, cite) => `Sobre el paso “${step}”: ${words} (${cite}).`,
  mistake: (what) => `${what}.`,
  first: {
    ask: 'Pida al plan por escrito la regla que aplicó y su expediente; más abajo en esta página están las palabras que puede usar.',
    papers: (names) => `Busque primero estos documentos: ${names}.`,
  },
  peer: {
    open: (treatment) =>
      `Pregunte qué frase de qué regla no se cumple para ${treatment} y qué dato del expediente la cumpliría. Anote la respuesta antes de discutir.`,
    fact: (requirement, proof) => `${requirement}. Página a mano: ${proof}.`,
    step: (step) => `De cada paso que se pide (${step}): cuándo se probó y con qué resultado, o por qué no se puede.`,
    ground: (ground, proof) => `${ground}.${proof && ` Página a mano: ${proof}.`}`,
    source: (cite) => `${cite}.`,
    end: 'Anote el nombre y la especialidad de quien revisa, la hora, lo que según esa persona falta y qué lo resolvería. La llamada no detiene el plazo para apelar.',
  },
  giveDate: 'Dé la fecha del aviso y verá el último día con su cuenta.',
  window: (types, level, said) => `${types}, ${level}: ${said}`,
  lastDay: (day, safe, arithmetic, cite) =>
    `último día, ${day}${safe ? `; para estar a salvo, actúe antes del final del ${safe}` : ''}. Cuenta: ${arithmetic} (${cite}).`,
  notReviewed: 'Todavía no la ha revisado ningún profesional de la salud ni abogado.',
  reviewed: 'Revisión',
  knowledgeOf: 'Datos al',
  asOf: (day) => `${day}. Cada fuente dice cómo se comprobó.`,
  sameTreatment: (treatment) => `Si la carta da este otro motivo para ${treatment}.`,
  member: 'Si es uno de estos medicamentos: cada uno tiene su propia etiqueta.',
  sameClass: (name) => `La misma clase de atención: ${name}.`,
  price: (list, first, code) =>
    `En el servicio en línea una carta cuesta $${list}, lo que se paga por cada carta sin código; con el código ${code}, la primera carta de un cliente cuesta $${first}.`,
  example: (phrase) => ({
    title: `Una carta de apelación de ejemplo: ${phrase}`,
    why: 'La carta de un paciente inventado por este motivo, con la fuente de cada frase. La carta va en inglés, como la lee el plan.',
  }),
  kinds: {
    drug: 'medicamento',
    biologic: 'medicamento biológico',
    cell_gene_therapy: 'terapia celular o génica',
    device: 'dispositivo',
    procedure: 'procedimiento',
    therapy: 'terapia',
    test: 'prueba',
    level_of_care: 'nivel de atención',
    service: 'servicio',
  },
  state: {
    regulates: (state) =>
      `Es ley de ${stateEs(state)}. Obliga a los seguros que ${stateEs(state)} regula, y nunca a un plan autofinanciado de un empleador.`,
    citeIt: (text, cite, unseen) =>
      `${text}${cite && ` (${cite})`}.${unseen ? ' De memoria: compruébelo antes de apoyarse en esto.' : ''}`,
    grounds: (list) => `Motivos por los que el plan debe dar una excepción: ${list}.`,
    ground: {
      contraindicated_or_harm: 'el medicamento exigido está contraindicado o puede hacer daño',
      expected_ineffective: 'se espera que no funcione',
      tried_and_failed: 'ya se probó y no funcionó',
      stable_on_drug: 'el paciente está estable con el medicamento pedido',
      not_in_best_interest: 'no es lo mejor para el paciente',
    },
    decides: (standard, urgent) =>
      `El plan debe responder la solicitud de excepción en ${[standard, urgent && `${urgent} si es urgente`].filter(Boolean).join(', o en ')}.`,
    window: (amount) => `Plazo para pedir la revisión externa: ${amount} desde la respuesta final.`,
    hearingAfterPlan: (amount) =>
      `Medicaid: tiempo para pedir una audiencia después de la respuesta de un plan de atención administrada: ${amount}.`,
    hearing: (amount) => `Medicaid: tiempo para pedir una audiencia: ${amount}.`,
    regulator: (name, phone) => `Dónde quejarse o preguntar: ${name}${phone && `, ${phone}`}.`,
  },
  keptEnglish: 'Lo que está en inglés va como se cita en la carta y ante el plan.',
  reckoned: reckonedEs,
  day: (iso) => {
    const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-')
    return `${Number(day)} de ${MONTHS[Number(month) - 1] ?? ''} de ${year}`
  },
  cited: (cite) =>
    cite.replaceAll(' prescribing information', ', información de prescripción de la FDA').replaceAll(', section ', ', sección '),
}

const MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
] as const

/** "de la terapia", "del implante". */
export const de = (name: string): string => (name.startsWith('el ') ? `del ${name.slice(3)}` : `de ${name}`)

/** "denegación" of "denegación por …": a headline begins with its noun, so that it suits a treatment of either gender. */
const noun = (headline: string): string => headline.replace(/ .*$/, '')

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
