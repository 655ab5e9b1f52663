import type { Brief } from '../argument/brief.ts'
import { exhibitId } from '../argument/exhibit.ts'
import { addresseeLines, senderLines } from '../document/address.ts'
import type { Letter } from '../document/letter.ts'
import { factValue } from '../facts/fact.ts'
import type { ExhibitFile, PacketPlan, PlannedExhibit, Via } from '../packet/plan.ts'
import type { CaseDocument } from './exhibits.ts'
import type { NamedBytes } from './ports.ts'

export interface PlannedPacket {
  readonly plan: PacketPlan
  /** By document id. */
  readonly exhibitFiles: ReadonlyMap<string, ExhibitFile>
}

const CONFIDENTIAL =
  'This packet holds medical information. If you are not the person it is addressed to, do not read or copy it; tell the sender at once and destroy it.'

/** The packet of the appeal: fax sheet where the notice gives a fax number, else a cover page. */
export function planOf(
  brief: Brief,
  appeal: Letter,
  files: {
    readonly documents: readonly CaseDocument[]
    readonly bytes: ReadonlyMap<string, NamedBytes>
    readonly unread: readonly NamedBytes[]
  },
): PlannedPacket {
  const { denial, plan, patient } = brief.facts
  const fax = factValue(denial.appealFax)
  const portal = factValue(denial.appealPortal)
  const address = factValue(denial.appealAddress)
  const via: Via = fax ? 'fax' : address || !portal ? 'mail' : 'portal'
  const record = brief.knowledge.letters.get(appeal.record)
  const exhibitFiles = new Map<string, ExhibitFile>()
  for (const { document } of files.documents) {
    const file = files.bytes.get(document.id)
    if (file)
      exhibitFiles.set(document.id, { ...file, text: document.media === 'pdf' ? null : document.pages.map((p) => p.text) })
  }
  // A record that could not be read still belongs to the packet: as it is, or by name in its index.
  const unread = files.unread.map((file, i): PlannedExhibit => {
    const doc = `unread-${i + 1}`
    exhibitFiles.set(doc, { ...file, text: null })
    return { id: exhibitId(brief.exhibits.length + i), doc, title: file.name, date: null, pageCount: 0, summary: file.name }
  })
  return {
    plan: {
      title: appeal.title.sentence,
      author: brief.signer.name ?? factValue(patient.name) ?? 'The member',
      language: 'en-US',
      today: brief.today,
      reference: factValue(denial.referenceNumber) ?? factValue(plan.memberId),
      cover: {
        via,
        to: record ? addresseeLines(record, brief) : appeal.to,
        destination: via === 'fax' ? fax : via === 'portal' ? portal : null,
        from: record ? senderLines(record, brief) : appeal.from,
        re: appeal.re.filter((r) => ['Reference', 'Member ID', 'Request'].includes(r.label)),
        urgent: brief.urgent,
        confidentiality: CONFIDENTIAL,
      },
      letter: appeal,
      exhibits: [...brief.exhibits.map((e): PlannedExhibit => ({ ...e, summary: e.title })), ...unread],
    },
    exhibitFiles,
  }
}
