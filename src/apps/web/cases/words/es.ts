import type { AppWords } from './words.ts'

export const APP_ES: AppWords = {
  myCases: 'Mis apelaciones',
  signIn: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
  accountNav: 'Cuenta',
  yourAppeal: 'Su apelación',
  overview: 'Resumen',
  stepsNav: 'Pasos de la apelación',
  stepOf: (at, of, name) => `Paso ${at} de ${of}: ${name}`,
  steps: {
    letter: 'La carta',
    questions: 'Preguntas',
    evidence: 'Pruebas',
    draft: 'Su carta de apelación',
    sign: 'Firmas',
    send: 'Enviar',
    track: 'Seguimiento',
  },
  stepStates: { done: 'hecho', now: 'ahora', open: 'disponible', later: 'más adelante' },
  footPrivacy:
    'Lo que usted entrega queda cifrado en este servicio, con una clave propia de su caso. No se envía nada a otras empresas, salvo que usted mande su apelación por medio de una.',
  sendBy: (date, days) =>
    days < 0
      ? `Venció el ${date}`
      : days === 0
        ? `Envíela hoy: ${date}`
        : days === 1
          ? `Envíela a más tardar el ${date} (mañana)`
          : `Envíela a más tardar el ${date} (${days} días)`,
  problemTitle: 'Algo no está bien',
  goBack: 'Volver',
  notHere: 'Esta página no está aquí',
  notHereSay: 'No existe tal página, o este navegador no tiene permiso para verla.',
  notHereFix: 'Abra el caso desde el enlace que recibió, o inicie sesión con el correo electrónico que usó.',
  oldForm: 'Este formulario era demasiado viejo o venía de otra página.',
  oldFormFix: 'Abra la página de nuevo y envíelo otra vez. Lo que ya se guardó sigue ahí.',
  readingTitle: 'Leyendo su carta',
  working: {
    queued: 'En espera de su turno',
    preparing: 'Enderezando las páginas',
    recognizing: 'Reconociendo las palabras',
    understanding: 'Entendiendo la carta',
    matching: 'Comparando los expedientes',
    writing: 'Escribiendo las cartas',
    typesetting: 'Componiendo las páginas',
    done: 'Listo',
  },
  pageOf: (done, of) => `Página ${done} de ${of}`,
  worksOn: 'Esta página se actualiza sola. Puede cerrarla y volver; no se pierde nada.',
}
