import { supportOf } from '../../facts/support.ts'
import type { Match } from '../requirement.ts'
import { activity } from './activity.ts'
import { age } from './age.ts'
import { concurrent } from './concurrent.ts'
import { diagnosis } from './diagnosis.ts'
import { documented } from './documented.ts'
import { elapsed } from './elapsed.ts'
import { event } from './event.ts'
import type { Facet, Ground, Leaf, Recogniser } from './leaf.ts'
import { lesions } from './lesions.ts'
import { measure } from './measure.ts'
import { nearest } from './records.ts'
import { response } from './response.ts'
import { result } from './result.ts'
import { specialty } from './specialty.ts'
import { trial } from './trial.ts'
import { isNegated, leftOver, quoted, stems, telling } from './wording.ts'

const RECOGNISERS: readonly Recogniser[] = [age, specialty, trial, response, measure, documented, event, result, diagnosis]

/** Worst first: a criterion with several parts is met only when every part is. */
const WORST: readonly Match['status'][] = ['notMet', 'noEvidence', 'exception', 'met']

/** A demand beside a list that the evidence itself answers: a negative surface antigen, for "does not have active hepatitis B". */
const NO_HEPATITIS =
  /,?\s*(?:and\s+)?(?:the\s+)?(?:member|patient|individual)\s+(?:does not have|has no|is without)\s+(?:active\s+|current\s+)?hepatitis B(?:\s+virus)?(?:\s+infection)?/i
const SURFACE_NEGATIVE = /(?:surface antigen|HBsAg)[^.;]{0,24}(?:non-?reactive|negative|not detected)/i

const SCREENED = /\bhepatitis B(?: virus)?(?: \(HBV\))? (?:screening|testing)\b/i

function settled(leaf: Leaf, evidence: Facet['evidence']): Leaf {
  if (!evidence.some((e) => SURFACE_NEGATIVE.test(e.quote))) return leaf
  const without = (text: string) => text.replace(NO_HEPATITIS, '').replace(SCREENED, '')
  return { ...leaf, words: without(leaf.words), demands: without(leaf.demands) }
}

/** One criterion against the facts; `met` only when all of its telling words are answered for. */
export function judgeLeaf(leaf: Leaf, ground: Ground): Facet {
  const barred = concurrent(leaf, ground)
  if (barred) return barred
  if (leaf.absent) return judgeAbsent(leaf, ground)
  const certain = activity(leaf, ground) ?? lesions(leaf, ground) ?? elapsed(leaf, ground)
  if (certain?.status === 'met' && telling(leaf.demands).length === 0) return certain
  const facets = recognised(leaf, ground)
  const [first] = facets
  if (!first) return unaddressed(leaf, ground, null)
  const status = WORST.find((s) => facets.some((f) => f.status === s)) ?? 'noEvidence'
  const worst = facets.find((f) => f.status === status) ?? first
  const evidence = unique(facets.flatMap((f) => f.evidence))
  if (status !== 'met' && status !== 'exception') return { ...worst, evidence: status === 'notMet' ? worst.evidence : evidence }
  const own = new Set(requestedNames(ground).flatMap(stems))
  const rest = leftOver(
    leaf.words,
    facets.flatMap((f) => f.covers),
  ).filter((w) => !shownBy(evidence, w) && !own.has(w))
  const asked = settled(leaf, evidence)
  const setting = undemanded(asked, ground, evidence, own)
  const because = [...new Set(facets.map((f) => f.because))].join(' ')
  if (isNegated(asked.words) || isNegated(asked.demands)) return unaddressed(leaf, ground, null)
  const open = [...rest, ...setting.rest]
  if (open.length) return unaddressed(leaf, ground, { facet: { ...worst, evidence, because }, rest: open })
  return { status, evidence: unique([...evidence, ...setting.evidence]), because, gap: null, covers: [] }
}

/** What a lead-in asks for beside its list ("for members with relapsing disease"): shown by a diagnosis, or open. */
function undemanded(
  leaf: Leaf,
  ground: Ground,
  evidence: Facet['evidence'],
  own: ReadonlySet<string>,
): { rest: string[]; evidence: Facet['evidence'] } {
  const trialWords = new Set(ground.lexicon.agentsNamedIn(leaf.demands).flatMap((a) => stems(a.written)))
  const asked = telling(leaf.demands).filter((w) => !own.has(w) && !trialWords.has(w) && !shownBy(evidence, w))
  const shown = ground.facts.diagnoses.filter((d) => stems(d.value.name).some((w) => asked.includes(w)))
  const told = new Set(shown.flatMap((d) => stems(d.value.name)))
  return { rest: asked.filter((w) => !told.has(w)), evidence: shown.flatMap((d) => supportOf(d.origin)) }
}

/** "None of the following": a number or an age settles it either way; what is not recorded settles nothing. */
function judgeAbsent(leaf: Leaf, ground: Ground): Facet {
  const facet = age(leaf, ground) ?? measure(leaf, ground)
  if (facet?.status === 'notMet') return { ...facet, status: 'met', gap: null }
  if (facet?.status === 'met') return { ...facet, status: 'notMet' }
  return facet ?? unaddressed(leaf, ground, null)
}

function recognised(leaf: Leaf, ground: Ground): Facet[] {
  const found: Facet[] = []
  for (const recognise of RECOGNISERS) {
    const facet = recognise(leaf, ground)
    if (!facet) continue
    // A diagnosis named inside a trial or a renewal is its setting, not a further demand, unless it asks outright.
    if (recognise === diagnosis && found.length && !/\bdiagnos/i.test(leaf.words) && facet.status !== 'met') continue
    found.push(facet)
  }
  return found
}

/** The requested treatment named in a criterion asks for nothing by itself. */
function requestedNames(ground: Ground): readonly string[] {
  const name = ground.facts.treatment.name
  return name.state === 'unknown' ? [] : [name.value, ...ground.lexicon.agentsNamedIn(name.value).flatMap((a) => a.names)]
}

const shownBy = (evidence: Facet['evidence'], word: string) => evidence.some((e) => stems(e.quote).includes(word))

const unique = (evidence: Facet['evidence']): Facet['evidence'] => [
  ...new Map(evidence.map((e) => [JSON.stringify([e.source, e.quote]), e])).values(),
]

/** What no recogniser answers for: the prescriber is asked, and a record sentence close to it is shown as what it says. */
function unaddressed(
  leaf: Leaf,
  ground: Ground,
  partly: { readonly facet: Facet; readonly rest: readonly string[] } | null,
): Facet {
  const gap = {
    what: leaf.absent
      ? `A statement that this does not apply: ${quoted(leaf.words)}`
      : partly
        ? `A note that addresses the whole of ${quoted(leaf.words)}; not yet shown: ${partly.rest.join(', ')}`
        : `A note or statement that addresses ${quoted(leaf.words)}`,
    from: 'the prescriber',
    why: 'The policy asks for it and the records held do not settle it.',
  }
  const near = leaf.absent ? null : nearest(leaf.words, ground.records)
  const shown = unique([...(near ? [near.support] : []), ...(partly?.facet.evidence ?? [])])
  const because = [near ? `The record states: ${quoted(near.text)}.` : null, partly?.facet.because ?? null]
    .filter((s) => s !== null)
    .join(' ')
  return { status: 'noEvidence', evidence: shown, because: because || 'The records held do not address this.', gap, covers: [] }
}
