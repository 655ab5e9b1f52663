import { bullets, section, under } from '../blocks.ts'
import { leavesOf } from '../criteria.ts'
import { fieldSupport } from '../fields.ts'
import { fits, fitsPrograms } from '../fits.ts'
import type { GuideClaim, GuideSection } from '../guide.ts'
import { notesFor } from '../notes.ts'
import { argued, arguedRoot, isByCriterion, type Subject } from '../subject.ts'
import { citeText, provisionSupport } from '../support.ts'
import { tell, treatmentInSentence, unstopped, wordsOf } from '../voice.ts'

/** A call lasts minutes: so many facts, and so many grounds to choose from. */
const MOST_FACTS = 4
const MOST_GROUNDS = 3
const MOST_SOURCES = 4

/** What the prescriber says to the plan's physician: the disputed point first, then facts with their pages, one ground, the source. */
export function peer(subject: Subject): GuideSection[] {
  const { treatment } = subject
  if (!hasCall(subject)) return []
  const { headings } = wordsOf(subject)
  const name = treatmentInSentence(subject, treatment)
  const open = tell(subject, (v) => v.words.peer.open(name), [fieldSupport(subject, 'treatment')])
  const end = tell(subject, (v) => v.words.peer.end, [fieldSupport(subject, `${arguedRoot(subject)}.firstMove`)])
  return section('peer', headings.peer(name), [
    ...under(headings.peerOpen, bullets([open])),
    ...under(headings.peerFacts, bullets([...steps(subject), ...(isDisputed(subject) ? facts(subject) : [])])),
    ...under(headings.peerGrounds, bullets(grounds(subject))),
    ...under(headings.peerSources, bullets(sources(subject))),
    ...under(headings.peerEnd, bullets([end])),
  ])
}

/** Physicians have nothing to settle about a claim line, a filing date or the words of a contract, nor where no plan has one. */
export function hasCall(subject: Pick<Subject, 'knowledge' | 'coverages' | 'reason' | 'sibling'>): boolean {
  const { reasons = [], coverages = [] } = subject.knowledge.processes.get('peer-to-peer') ?? {}
  const reason = subject.sibling ?? subject.reason
  return reasons.includes(reason.id) && subject.coverages.some((c) => coverages.includes(c.id))
}

/** Whether the treatment's criteria are in dispute; where they are not, speaking of them proves what nobody doubts. */
const isDisputed = (subject: Subject): boolean => subject.reason.id === 'step_therapy' || isByCriterion(argued(subject))

/** In a step dispute the required drugs are the first facts. */
const steps = (subject: Subject): GuideClaim[] =>
  subject.reason.id !== 'step_therapy' || subject.sibling
    ? []
    : subject.treatment.stepPrerequisites
        .slice(0, 2)
        .map((s, i) =>
          tell(subject, (v) => v.words.peer.step((v.of(s.says).split(/[:.]/)[0] ?? '').trim()), [
            fieldSupport(subject, `treatment.stepPrerequisites.${i}`),
          ]),
        )

/** What every form already shows. */
const ON_THE_FORM = /\b(years of age|age is|ordered by|prescribed by|place of infusion|date of birth)\b/i

/** The diagnosis first, then the criteria that are most often in dispute: those with a way around them, those for some conditions only. */
const facts = (subject: Subject): GuideClaim[] =>
  subject.treatment.typicalCriteria
    .flatMap((c, i) => leavesOf(c).map((leaf) => ({ leaf, i })))
    .filter(({ leaf }) => leaf.at === 'initial' && !ON_THE_FORM.test(leaf.requirement) && fitsPrograms(subject, leaf.requirement))
    .map((found, n) => ({ ...found, weight: n === 0 ? 9 : found.leaf.exceptions.length + found.leaf.for.length }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_FACTS)
    .map(({ leaf, i }) =>
      tell(subject, (v) => v.words.peer.fact(unstopped(v.of(leaf.requirement)), unstopped(v.of(leaf.provedBy))), [
        fieldSupport(subject, `treatment.typicalCriteria.${i}`),
      ]),
    )

/** Each with its first proof, since a ground without a page changes no mind. */
function grounds(subject: Subject): GuideClaim[] {
  const own = notesFor(subject, 'ground').map((n) => n.claim)
  if (own.length >= MOST_GROUNDS) return own.slice(0, MOST_GROUNDS)
  const general = argued(subject).grounds.flatMap((g, i) => {
    const [proof] = g.provedBy.filter((p) => fits(subject, p))
    if (!fits(subject, g.label) || !proof) return []
    return [
      tell(subject, (v) => v.words.peer.ground(unstopped(v.of(g.label)), unstopped(v.of(proof))), [
        fieldSupport(subject, `${arguedRoot(subject)}.grounds.${i}`),
      ]),
    ]
  })
  return [...own, ...general].slice(0, MOST_GROUNDS)
}

/** Labels and guidelines by citation. */
function sources({ treatment, knowledge, ...rest }: Subject): GuideClaim[] {
  const labels = treatment.fdaLabelApplicable ? treatment.indications.flatMap((i) => i.label) : []
  const guidelines = treatment.guidelines.flatMap((g) => g.provisions.map((key) => `${g.source}#${key}`))
  const refs = [...new Map([...labels, ...guidelines].map((ref) => [citeText(knowledge, [ref]), ref]))]
  return refs
    .slice(0, MOST_SOURCES)
    .map(([cite, ref]) =>
      tell({ knowledge, lang: rest.lang }, (v) => v.words.peer.source(v.words.cited(cite)), [provisionSupport(knowledge, ref)]),
    )
}
