import { bullets, list, section, under } from '../blocks.ts'
import { fieldSupport } from '../fields.ts'
import { fits } from '../fits.ts'
import type { GuideClaim, GuideSection } from '../guide.ts'
import { claimsFor, notesFor } from '../notes.ts'
import { isSameThing } from '../sameThing.ts'
import { argued, arguedRoot, isMedical, type Subject } from '../subject.ts'
import { tell, treatmentInSentence, unstopped, wordsOf } from '../voice.ts'

/** Steps enough for a guide without steps of its own: the order in which the letter argues fills up to here. */
const FEWEST_STEPS = 4
/** Where a care's own documents are fewer, those that the reason asks of any care fill up to here. */
const FEWEST_DOCUMENTS = 8
const MOST_MISTAKES = 2

/** What to do after the first move, in order: of the reason, or of its sibling where the label does not fit. */
export function steps(subject: Subject): GuideSection[] {
  const { headings } = wordsOf(subject)
  const own = notesFor(subject, 'step')
  const said = new Set(own.flatMap((n) => n.rests))
  const pattern = own.length + 1 >= FEWEST_STEPS ? [] : argumentSteps(subject, said)
  return section('process', headings.process, [
    ...list(
      [...own.map((n) => n.claim), ...pattern].map((c) => [c]),
      true,
    ),
    ...under(headings.urgent, bullets(urgency(subject))),
    ...under(headings.mistakes, bullets(mistakes(subject))),
  ])
}

const argumentSteps = (subject: Subject, said: ReadonlySet<string>): GuideClaim[] =>
  argued(subject).argumentPattern.flatMap((text, i) => {
    const path = `${arguedRoot(subject)}.argumentPattern.${i}`
    return said.has(path) || !fits(subject, text) || isSameThing(text, argued(subject).firstMove)
      ? []
      : [tell(subject, (v) => v.of(text), [fieldSupport(subject, path)])]
  })

/** When delay harms in this care, in the treatment record's own words. */
const urgency = (subject: Subject): GuideClaim[] => {
  const { urgency: says } = subject.treatment
  return says && isMedical(argued(subject))
    ? [tell(subject, (v) => v.of(says), [fieldSupport(subject, 'treatment.urgency')])]
    : []
}

function mistakes(subject: Subject): GuideClaim[] {
  const used = new Set([...notesFor(subject, 'mapping'), ...notesFor(subject, 'why_denied')].flatMap((n) => n.rests))
  return argued(subject)
    .commonMistakes.map((text, i) => ({ text, path: `${arguedRoot(subject)}.commonMistakes.${i}` }))
    .filter(({ text, path }) => !used.has(path) && fits(subject, text))
    .slice(0, MOST_MISTAKES)
    .map(({ text, path }) => tell(subject, (v) => v.words.mistake(unstopped(v.of(text))), [fieldSupport(subject, path)]))
}

/** Documents by name: what this guide adds, with who has it, the treatment's own, then what the reason asks of any care. */
export const documents = (subject: Subject): GuideSection[] =>
  section(
    'documents',
    wordsOf(subject).headings.documents(treatmentInSentence(subject, subject.treatment)),
    bullets(documentClaims(subject)),
  )

export function documentClaims(subject: Subject): GuideClaim[] {
  const { treatment } = subject
  const noted = notesFor(subject, 'document')
  const said = new Set(noted.flatMap((n) => n.rests))
  const isMedicine = isMedical(argued(subject))
  const care = isMedicine ? treatment.evidenceToGather : []
  const listed = (path: string, texts: readonly string[], besides: readonly string[] = []): GuideClaim[] =>
    texts.flatMap((text, i) =>
      said.has(`${path}.${i}`) || !fits(subject, text) || besides.some((other) => isSameThing(text, other))
        ? []
        : [tell(subject, (v) => `${unstopped(v.of(text))}.`, [fieldSupport(subject, `${path}.${i}`)])],
    )
  const own = [
    ...noted.map((n) => n.withProof((v, words, who) => `${words} ${v.words.from(unstopped(who))}`)),
    ...listed('treatment.evidenceToGather', care),
  ]
  const more = listed(`${arguedRoot(subject)}.requiredEvidence`, argued(subject).requiredEvidence, care)
  return [...own, ...more.slice(0, Math.max(0, FEWEST_DOCUMENTS - own.length))]
}

export function next(subject: Subject): GuideSection[] {
  const own = claimsFor(subject, 'next').map((c) => [c])
  return section('next', wordsOf(subject).headings.next, [...list(own, true), ...bullets(claimsFor(subject, 'closing'))])
}
