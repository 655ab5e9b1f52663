import { type Outcome, ok } from '../../base/outcome.ts'
import type { SendingChannels } from '../../usecases/cases/send/ports.ts'
import { type HttpClient, openClient } from '../http/client.ts'
import { openPost } from '../mail/post.ts'
import { lobChannel } from './lob.ts'
import { packetMailChannel } from './packetMail.ts'
import type { SendingSettings } from './settings.ts'
import { sinchChannel } from './sinch.ts'

/** Longer than a large upload on a slow line; well below the time after which a sending is looked up. */
const TIMEOUT_MS = 60_000
/** Of an answer; the longest is a list of a thousand faxes. */
const MAX_ANSWER = 8_000_000

/** The channels that are set up; the others are absent. */
export function openSendingChannels(settings: SendingSettings): Outcome<SendingChannels> {
  const { fax, letter, mail, mailPackets } = settings
  const faxClient = fax && clientFor(settings, fax.origin)
  if (faxClient && !faxClient.ok) return faxClient
  const letterClient = letter && clientFor(settings, letter.origin)
  if (letterClient && !letterClient.ok) return letterClient
  return ok({
    ...(fax && faxClient ? { fax: sinchChannel(faxClient.value, fax) } : {}),
    ...(letter && letterClient ? { mail: lobChannel(letterClient.value, letter) } : {}),
    ...(mail && mailPackets ? { email: packetMailChannel(openPost(mail)) } : {}),
  })
}

const clientFor = (settings: SendingSettings, origin: string): Outcome<HttpClient> =>
  openClient({
    origin,
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_ANSWER,
    allowLoopback: settings.network === 'loopback',
    allowPrivate: settings.network === 'private',
  })
