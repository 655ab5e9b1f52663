import { Transform } from 'node:stream'
import nodemailer from 'nodemailer'
import { type Outcome, ok } from '../../base/outcome.ts'
import type { MailSettings } from '../sending/settings.ts'
import { messageIdOf } from './messageId.ts'
import { smtpVerdict } from './verdict.ts'

export interface PostedMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly attachments?: readonly { readonly filename: string; readonly content: Buffer; readonly contentType: string }[]
}

/** Hands one message to the mail server. */
export type Post = (mail: PostedMail, key: string) => Promise<Outcome<{ readonly messageId: string }>>

/** Time limits of one message. `ca`: a certificate authority beside the known ones, PEM. */
export interface PostLimits {
  readonly connectMs: number
  readonly silenceMs: number
  readonly ca?: string
}

const LIMITS: PostLimits = { connectMs: 20_000, silenceMs: 60_000 }

/** SMTP to the one configured server. TLS or nothing, save to this machine; no files or addresses are followed. */
export function openPost(settings: MailSettings, limits: PostLimits = LIMITS): Post {
  const options = {
    host: settings.host,
    port: settings.port,
    secure: settings.tls === 'implicit',
    requireTLS: settings.tls === 'starttls',
    ignoreTLS: settings.tls === 'none',
    tls: { minVersion: 'TLSv1.2' as const, ...(limits.ca ? { ca: limits.ca } : {}) },
    ...(settings.user ? { auth: { user: settings.user.name, pass: settings.user.password } } : {}),
    connectionTimeout: limits.connectMs,
    greetingTimeout: limits.connectMs,
    socketTimeout: limits.silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  }

  return async ({ to, subject, text, attachments = [] }, key) => {
    const messageId = messageIdOf(key, settings.from)
    let leaving = false
    // A transport of its own for each message, so that what is seen of it is seen of this one only.
    const transport = nodemailer.createTransport(options)
    transport.use('stream', (mail, done) => {
      mail.message.transform(() => marking(() => (leaving = true)))
      done()
    })
    try {
      await transport.sendMail({
        from: settings.from,
        to,
        subject,
        text,
        messageId,
        // No vacation notices back (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: [...attachments],
      })
      return ok({ messageId })
    } catch (error) {
      return smtpVerdict(error, leaving)
    } finally {
      transport.close()
    }
  }
}

/** Passes everything on; the first byte that is asked for marks the point after which a broken line leaves doubt. */
const marking = (begun: () => void): Transform =>
  new Transform({
    transform(part: Buffer, _encoding, passed) {
      begun()
      passed(null, part)
    },
  })
