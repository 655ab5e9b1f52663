import type { Outcome } from '../base/outcome.ts'
import type { Instant } from '../casefile/event.ts'
import { openMailer } from '../infra/mail/mailer.ts'
import { type OutboxParts, openOutbox } from '../infra/mail/outbox.ts'
import type { MailSettings } from '../infra/sending/settings.ts'
import type { Mailer } from '../usecases/cases/ports.ts'

export interface Mail {
  readonly mailer: Mailer
  /** A mail server is set up. */
  readonly ready: boolean
  /** What the job does. */
  deliver(message: string): Promise<Outcome<void>>
  sweep(now: Instant): Promise<number>
}

/** Mail by way of a job; without a mail server every message is a problem that says so. */
export function openMail(parts: OutboxParts, settings: MailSettings | null): Mail {
  const post = openMailer(settings)
  const outbox = openOutbox(parts, post)
  return {
    ready: settings !== null,
    mailer: settings ? outbox.mailer : post,
    deliver: outbox.deliver,
    sweep: outbox.sweep,
  }
}
