import { fail, type Outcome, ok } from '../base/outcome.ts'
import { problem } from '../base/problem.ts'
import { caseState } from '../casefile/state.ts'
import { splitAddress } from '../document/address.ts'
import { lobNews } from '../infra/sending/lobNews.ts'
import { openSendingChannels } from '../infra/sending/open.ts'
import type { SendingSettings } from '../infra/sending/settings.ts'
import { sha256 } from '../infra/signing/fingerprint.ts'
import type { MailSheet } from '../packet/mailSheet.ts'
import { analysisOf } from '../usecases/cases/analysisOf.ts'
import type { CaseId, CasePorts } from '../usecases/cases/ports.ts'
import { heardNews } from '../usecases/cases/send/news.ts'
import type { SendPorts } from '../usecases/cases/send/ports.ts'

export interface Sending extends SendPorts {
  /** The certified-mail kit: a sheet to keep and an address page. */
  mailSheet(sheet: MailSheet): Promise<Outcome<Uint8Array>>
  /** A webhook of the letter service, its body as it came. */
  letterNews(body: string, header: (name: string) => string | null): Promise<Outcome<void>>
}

/** What only the engine's threads do: they open files that may be hostile, and typeset. */
export interface SendingEngine {
  pagesOf(pdf: Uint8Array): Promise<Outcome<number>>
  mailSheet(sheet: MailSheet): Promise<Outcome<Uint8Array>>
}

export function openSending(ports: CasePorts, engine: SendingEngine, settings: SendingSettings): Outcome<Sending> {
  const channels = openSendingChannels(settings)
  if (!channels.ok) return channels
  const { cases: store, files, clock, chance } = ports
  return ok({
    store,
    files,
    clock,
    chance,
    channels: channels.value,
    sha256: async (bytes) => sha256(bytes),
    // A file that can not be opened has more pages than any channel takes.
    async pagesOf(pdf) {
      const pages = await engine.pagesOf(pdf)
      return pages.ok ? pages.value : Number.POSITIVE_INFINITY
    },
    mailSheet: (sheet) => engine.mailSheet(sheet),
    senderLines: (id) => senderLines(ports, id),
    async letterNews(body, header) {
      const secret = settings.letter?.webhookSecret
      if (!secret) return fail(problem('provider-off', 'webhook', 'No webhook is set up.', 'Set LETTER_WEBHOOK_SECRET.'))
      const [signature, timestamp] = ['lob-signature', 'lob-signature-timestamp'].map((name) => header(name) ?? undefined)
      const news = lobNews(body, signature, timestamp, secret, Date.parse(clock.now()))
      if (!news.ok) return news
      if (news.value) await heardNews({ store }, news.value.key)
      return ok(undefined)
    },
  })
}

const ZIP = /\b\d{5}(?:-\d{4})?$/

/** Envelope lines of whoever sends, as the appeal names them. */
async function senderLines(ports: CasePorts, id: CaseId): Promise<readonly string[]> {
  const events = await ports.cases.load(id)
  const analysis = events ? await analysisOf(ports, id, caseState(events)) : null
  const from = (analysis?.ok ? analysis.value.letters.find((l) => l.kind === 'appeal')?.from : null) ?? []
  // A letter prints street and city in one line, and a telephone below; an envelope has neither.
  const lines = from.flatMap((l) => (ZIP.test(l) ? splitAddress(l) : [l]))
  const last = lines.findIndex((l) => ZIP.test(l))
  return last < 0 ? lines : lines.slice(0, last + 1)
}
