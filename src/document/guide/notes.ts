import type { KnowledgeSupport } from '../../base/support.ts'
import type { GuideNote, GuidePlace, GuideRecord } from '../../knowledge/guide.ts'
import { fieldSupport, hasField } from './fields.ts'
import type { GuideClaim } from './guide.ts'
import type { Subject } from './subject.ts'
import { citeText, provisionSupport, recordSupport } from './support.ts'
import { capital, tell, treatmentName, type Voice } from './voice.ts'

export interface PlacedNote {
  readonly claim: GuideClaim
  /** The note's own words with what proves it or who has it, as `join` sets them together. */
  withProof(join: (v: Voice, said: string, proof: string) => string): GuideClaim
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

export const claimsFor = (subject: Subject, place: GuidePlace): GuideClaim[] => notesFor(subject, place).map((n) => n.claim)

function placed(subject: Subject, record: GuideRecord, pin: string, note: GuideNote): PlacedNote | null {
  if (note.coverages.length && !subject.coverages.some((c) => note.coverages.includes(c.id))) return null
  if (note.only && !subject.coverages.every((c) => note.coverages.includes(c.id))) return null
  if (note.say.includes('{state}') && !subject.state) return null
  // A sentence that rests on others' words must be carried by them; only one that has none rests on its own record.
  const refs = refsOf(subject, note)
  if (note.law && !refs.length) return null
  const support: KnowledgeSupport[] = [
    ...refs.map((ref) => provisionSupport(subject.knowledge, ref)),
    ...(note.rests ?? []).flatMap((path) => {
      if (path === 'guide') return [recordSupport('guide', record.id, pin, note.say, record.trust.status)]
      // A record about many treatments may rest on fields that a sparse one lacks; one about a treatment may not.
      if (!record.treatments.length && !hasField(subject, path)) return []
      return [fieldSupport(subject, path)]
    }),
  ]
  if (!support.length) return null
  const { provedBy } = note
  const claim = tell(subject, (v) => fill(v, subject, note, refs), support)
  return {
    claim,
    withProof: (join) =>
      provedBy ? tell(subject, (v) => join(v, fill(v, subject, note, refs), v.of(provedBy)), support) : claim,
    rests: note.rests ?? [],
  }
}

/** What a note cites: its own provisions, and those that give its rights under the coverage types shown. */
function refsOf(subject: Subject, note: GuideNote): readonly string[] {
  const about = subject.coverages.filter((c) => !note.coverages.length || note.coverages.includes(c.id))
  const given = (note.law ?? []).flatMap((key) => about.flatMap((c) => c.rights[key]?.[0] ?? []))
  return [...new Set([...(note.cite ?? []), ...given])]
}

function fill(v: Voice, subject: Subject, note: GuideNote, refs: readonly string[]): string {
  const names: Readonly<Record<string, string>> = {
    payer: subject.payer.displayName,
    treatment: treatmentName(subject, subject.treatment),
    Treatment: capital(treatmentName(subject, subject.treatment)),
    state: subject.state ?? '',
    cite: v.words.cited(citeText(subject.knowledge, refs)),
  }
  return v.of(note.say).replace(/\{([A-Za-z]+)\}/g, (_, name: string) => {
    const value = names[name]
    if (value === undefined) throw new Error(`no such name in a guide note: {${name}}`)
    return value
  })
}

/** Fields of records that notes in these places have already put into words, and those to be left out. */
export const saidInNotes = (subject: Subject, places: readonly GuidePlace[]): ReadonlySet<string> =>
  new Set(
    subject.records.flatMap((r) => [
      ...r.omit,
      ...places.flatMap((place) => (r.notes[place] ?? []).flatMap((n) => n.rests ?? [])),
    ]),
  )
