import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import { emailAddress } from '../../casefile/sendingTarget.ts'
import type { Mailer, Message } from '../../usecases/cases/ports.ts'
import type { MailSettings } from '../sending/settings.ts'
import { openPost, type Post } from './post.ts'

/** Notices to people of the service. Without a mail server every message is a problem that says so. */
export function openMailer(settings: MailSettings | null, post: Post | null = settings && openPost(settings)): Mailer {
  async function send(message: Message, key: string): Promise<Outcome<void>> {
    if (!post) return fail(problem('provider-off', 'mail server', 'No mail server is set up.', 'Set MAIL_HOST and MAIL_FROM.'))
    const to = emailAddress(message.to)
    if (!to.ok) return to
    const { subject, text, ics } = message
    const calendar = { filename: 'dates.ics', content: Buffer.from(ics ?? ''), contentType: 'text/calendar; method=PUBLISH' }
    const sent = await post({ to: to.value, subject, text, ...(ics ? { attachments: [calendar] } : {}) }, key)
    return sent.ok ? ok(undefined) : sent
  }
  return { send }
}
