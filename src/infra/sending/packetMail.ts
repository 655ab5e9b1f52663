import { type Outcome, ok } from '../../base/outcome.ts'
import { emailAddress } from '../../casefile/sendingTarget.ts'
import type { Parcel, Sender, SendingStatus } from '../../usecases/cases/ports.ts'
import type { SendingChannel } from '../../usecases/cases/send/ports.ts'
import type { Post } from '../mail/post.ts'

const TEXT = [
  'The attached file is an appeal with its supporting documents.',
  'It holds private health information and is meant only for the appeals department it is addressed to.',
  'If it reached you by mistake, please delete it and tell the sender.',
].join('\n')

/**
 * A packet by e-mail, over TLS only. A mail server tells nobody what it holds: after a broken line a person must ask.
 */
export function packetMailChannel(post: Post): SendingChannel {
  async function send(parcel: Parcel): Promise<Outcome<{ providerId: string }>> {
    const to = emailAddress(parcel.destination.to)
    if (!to.ok) return to
    const attachment = { filename: 'appeal-documents.pdf', content: Buffer.from(parcel.pdf), contentType: 'application/pdf' }
    const sent = await post({ to: to.value, subject: parcel.subject, text: TEXT, attachments: [attachment] }, parcel.key)
    return sent.ok ? ok({ providerId: sent.value.messageId }) : sent
  }
  const sender: Sender = {
    name: 'smtp',
    send,
    find: async () => ok(undefined),
    status: async (providerId): Promise<Outcome<SendingStatus>> => ok({ state: 'waiting', providerId }),
  }
  // Our own measure: many mail servers stop at 10 MB, and base64 takes a third.
  return { sender, limits: { pages: 500, bytes: 7_000_000 } }
}
