import type { Claim } from '../../argument/claim.ts'
import type { KnowledgeSupport } from '../../base/support.ts'
import type { GuideNote, GuidePlace, GuideRecord } from '../../knowledge/guide.ts'
import { fieldSupport } from './fields.ts'
import { say } from './say.ts'
import { type Subject, treatmentName } from './subject.ts'
import { citeText, provisionSupport, recordSupport } from './support.ts'

export interface PlacedNote {
  readonly claim: Claim
  readonly provedBy: string | null
  /** Paths of record fields it rests on, so that the same field is not said twice. */
  readonly rests: readonly string[]
}

/** The sentences of one place, from every record that matches, the most specific record first. */
export const notesFor = (subject: Subject, place: GuidePlace): readonly PlacedNote[] =>
  subject.records
    .flatMap((record) =>
      (record.notes[place] ?? []).flatMap((note, i) => {
        const made = placed(subject, record, `${place}.${i}`, note)
        return made ? [{ made, order: note.order }] : []
      }),
    )
    .sort((a, b) => a.order - b.order)
    .map(({ made }) => made)

export const claimsFor = (subject: Subject, place: GuidePlace): Claim[] => notesFor(subject, place).map((n) => n.claim)

function placed(subject: Subject, record: GuideRecord, pin: string, note: GuideNote): PlacedNote | null {
  if (note.coverages.length && !subject.coverages.some((c) => note.coverages.includes(c.id))) return null
  if (note.say.includes('{state}') && !subject.state) return null
  // A sentence that rests on others' words must be carried by them; only one that has none rests on its own record.
  const refs = refsOf(subject, note)
  if (note.law && !refs.length) return null
  const support: KnowledgeSupport[] = [
    ...refs.map((ref) => provisionSupport(subject.knowledge, ref)),
    ...(note.rests ?? []).map((path) =>
      path === 'guide' ? recordSupport('guide', record.id, pin, note.say, record.trust.status) : fieldSupport(subject, path),
    ),
  ]
  return { claim: say(fill(subject, note, refs), support), provedBy: note.provedBy ?? null, rests: note.rests ?? [] }
}

/** What a note cites: its own provisions, and those that give its rights under the coverage types shown. */
function refsOf(subject: Subject, note: GuideNote): readonly string[] {
  const about = subject.coverages.filter((c) => !note.coverages.length || note.coverages.includes(c.id))
  const given = (note.law ?? []).flatMap((key) => about.flatMap((c) => c.rights[key]?.[0] ?? []))
  return [...new Set([...(note.cite ?? []), ...given])]
}

function fill(subject: Subject, note: GuideNote, refs: readonly string[]): string {
  const names: Readonly<Record<string, string>> = {
    payer: subject.payer.displayName,
    treatment: treatmentName(subject.treatment),
    Treatment: capital(treatmentName(subject.treatment)),
    state: subject.state ?? '',
    cite: citeText(subject.knowledge, refs),
  }
  return note.say.replace(/\{([A-Za-z]+)\}/g, (_, name: string) => {
    const value = names[name]
    if (value === undefined) throw new Error(`no such name in a guide note: {${name}}`)
    return value
  })
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Fields of records that notes in these places have already put into words, and those to be left out. */
export const saidInNotes = (subject: Subject, places: readonly GuidePlace[]): ReadonlySet<string> =>
  new Set(
    subject.records.flatMap((r) => [
      ...r.omit,
      ...places.flatMap((place) => (r.notes[place] ?? []).flatMap((n) => n.rests ?? [])),
    ]),
  )
