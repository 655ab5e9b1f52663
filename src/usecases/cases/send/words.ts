import type { Channel } from '../../../casefile/event.ts'

interface Words {
  readonly en: string
  readonly es: string
}

/** What the person must have read before they confirm. */
export const SENDING_WARNINGS: Readonly<Partial<Record<Channel, Words>>> = {
  fax: {
    en: 'A fax can be seen by anyone near the machine. Check each digit of the number. The cover page names no illness, test or drug.',
    es: 'Cualquier persona cerca del aparato puede ver un fax. Revise cada cifra del número. La portada no nombra ninguna enfermedad, prueba ni medicamento.',
  },
  mail: {
    en: 'A mail company prints your papers and posts them as certified mail. Check the address. Once printed, it cannot be called back.',
    es: 'Una empresa de correo imprime sus papeles y los envía por correo certificado. Revise la dirección. Una vez impresos, no se pueden retirar.',
  },
  email: {
    en: 'E-mail is less private than fax or mail. We lock the line to the first mail server, but not what happens after it. The file itself is not locked. Send your records this way only if the plan asks for e-mail and you accept this.',
    es: 'El correo electrónico es menos privado que el fax o el correo postal. Protegemos la línea hasta el primer servidor, pero no lo que ocurre después. El archivo no lleva contraseña. Envíe así sus documentos médicos solo si el plan lo pide y usted lo acepta.',
  },
}

/** Codes of `why` in a failed or uncertain step, for the person: what happened, and what to do. */
export const SENDING_WHYS = {
  busy: {
    en: 'The sending service is busy. We will try again by ourselves.',
    es: 'El servicio de envío está ocupado. Lo intentaremos otra vez automáticamente.',
  },
  gave_up: {
    en: 'The sending service could not be reached after several tries. Nothing was sent. Send it another way if your deadline is near.',
    es: 'No pudimos comunicarnos con el servicio de envío tras varios intentos. No se envió nada. Si su plazo está cerca, envíelo de otra forma.',
  },
  refused: {
    en: 'The sending service did not take it. Nothing was sent. Check the number or address, then send it again.',
    es: 'El servicio de envío no lo aceptó. No se envió nada. Revise el número o la dirección y envíelo de nuevo.',
  },
  not_set_up: {
    en: 'This way of sending is not set up right on this server. Nothing was sent. Send it another way.',
    es: 'Esta forma de envío no está bien configurada en este servidor. No se envió nada. Envíelo de otra forma.',
  },
  file_missing: {
    en: 'The file is gone. Nothing was sent. Make the packet again.',
    es: 'El archivo ya no está. No se envió nada. Prepare el paquete otra vez.',
  },
  file_changed: {
    en: 'The file is not the one you confirmed. Nothing was sent. Look at it and confirm it again.',
    es: 'El archivo no es el que usted confirmó. No se envió nada. Revíselo y confírmelo otra vez.',
  },
  too_large: {
    en: 'The packet has too many pages or is too large for this way. Nothing was sent. Send it by mail from the post office.',
    es: 'El paquete tiene demasiadas páginas o es demasiado grande para esta vía. No se envió nada. Envíelo desde la oficina de correos.',
  },
  line_busy: {
    en: 'The fax line was busy each time. It did not arrive. Try again later.',
    es: 'La línea de fax estuvo ocupada cada vez. No llegó. Inténtelo más tarde.',
  },
  no_answer: {
    en: 'No fax machine answered. It did not arrive. Check the number, or try again later.',
    es: 'Ningún fax contestó. No llegó. Revise el número o inténtelo más tarde.',
  },
  number_wrong: {
    en: 'This number does not take faxes or is not in use. It did not arrive. Check the number.',
    es: 'Este número no recibe faxes o no está en uso. No llegó. Revise el número.',
  },
  line_trouble: {
    en: 'The fax broke off before the end. It did not all arrive. Send it again.',
    es: 'El fax se cortó antes del final. No llegó completo. Envíelo otra vez.',
  },
  document_rejected: {
    en: 'The sending service could not use the file. It did not go out. Make the packet again.',
    es: 'El servicio de envío no pudo usar el archivo. No salió. Prepare el paquete otra vez.',
  },
  returned: {
    en: 'The post office is sending it back. Check the address and send it again.',
    es: 'La oficina de correos lo está devolviendo. Revise la dirección y envíelo otra vez.',
  },
  provider_fault: {
    en: 'The sending service says it failed. It did not arrive. Send it again or another way.',
    es: 'El servicio de envío informa que falló. No llegó. Envíelo otra vez o de otra forma.',
  },
  not_sent: {
    en: 'You told us that it did not arrive.',
    es: 'Usted nos dijo que no llegó.',
  },
  can_not_tell: {
    en: 'It may have left, and this service cannot tell. Ask the plan if it arrived before you send it again.',
    es: 'Puede que haya salido, y este servicio no puede saberlo. Pregunte al plan si llegó antes de enviarlo otra vez.',
  },
  can_not_look: {
    en: 'It may have left, and for a day we could not find out from the sending service. Ask the plan if it arrived before you send it again.',
    es: 'Puede que haya salido, y durante un día no pudimos averiguarlo con el servicio de envío. Pregunte al plan si llegó antes de enviarlo otra vez.',
  },
  provider_changed: {
    en: 'It may have left through a service that is no longer set up here. Ask the plan if it arrived before you send it again.',
    es: 'Puede que haya salido por un servicio que ya no está configurado aquí. Pregunte al plan si llegó antes de enviarlo otra vez.',
  },
  no_news: {
    en: 'It was taken over, but we have no proof that it arrived. Ask the plan. If your deadline is near, send it another way too.',
    es: 'El servicio lo recibió, pero no tenemos prueba de que llegara. Pregunte al plan. Si su plazo está cerca, envíelo también de otra forma.',
  },
} as const satisfies Record<string, Words>

export type SendingWhy = keyof typeof SENDING_WHYS
