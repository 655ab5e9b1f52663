import { supportOf } from '../../facts/support.ts'
import { against, type Facet, met, missing, type Recogniser } from './leaf.ts'
import { recordSentences } from './records.ts'
import { sayTreatment } from './trial.ts'
import { quoted } from './wording.ts'

const BARS =
  /\b(?:not|no|never|without)\b[^.;]{0,80}\b(?:in combination|combin\w+|concurrent\w*|concomitant\w*|together|simultaneous\w*|taking|receiving|using)\b|\b(?:not|no) (?:other|another|concurrent|concomitant)\b/i

/** "Will not be used in combination with …": shown false by an ongoing agent, never shown true by silence. */
export const concurrent: Recogniser = (leaf, ground): Facet | null => {
  const bars =
    BARS.test(leaf.words) ||
    (leaf.absent && /combin|concurrent|concomitant|together|receiving/i.test(`${leaf.lead} ${leaf.words}`))
  if (!bars) return null
  const covers = [{ start: 0, end: leaf.words.length }]
  const named = ground.lexicon.agentsNamedIn(leaf.words)
  const own = ground.facts.treatment.name
  const ownNames = new Set(own.state === 'known' ? ground.lexicon.agentsNamedIn(own.value).flatMap((a) => a.names) : [])
  const barred = named.filter((a) => !a.names.some((n) => ownNames.has(n)))
  const ongoing = ground.facts.priorTreatments.filter((t) => {
    if (t.value.outcome !== 'ongoing') return false
    const names = new Set([t.value.agent.toLowerCase(), ...t.value.alsoKnownAs, ...ground.lexicon.namesOf(t.value.agent)])
    return ![...names].some((n) => ownNames.has(n)) && barred.some((a) => a.names.some((n) => names.has(n)))
  })
  const gap = {
    what: 'A statement that the requested treatment will not be used with what the policy names',
    from: 'the prescriber',
    why: 'Records do not show what is not taken; the prescriber can state it.',
  }
  if (ongoing.length)
    return against(
      ongoing.flatMap((t) => supportOf(t.origin)),
      ongoing.map((t) => sayTreatment(t.value)).join(' '),
      gap,
      covers,
    )
  const attested = ground.facts.statements.find(
    (s) =>
      s.value.who === 'prescriber' &&
      BARS.test(s.value.text) &&
      barred.length > 0 &&
      barred.every((a) => speaksOf(s.value.text, a.names, ground)),
  )
  if (attested) return met(supportOf(attested.origin), `The prescriber states: ${quoted(attested.value.text)}.`, covers)
  const planned = plannedAlone(barred, ownNames, ground)
  if (planned) return met([planned.support], `The record states: ${quoted(planned.text)}.`, covers)
  return missing(gap, covers)
}

const ALONE =
  /\b(?:not (?:to )?be (?:combined|used|given|taken)|will not be (?:combined|used|given|taken)|do not (?:combine|use)|never (?:combined|used))\b[^.;]{0,30}\b(?:with|alongside)\b/i
/** How far above the sentence the plan may name the treatment that it speaks of. */
const REACH = 320

/** "Not to be combined with any other disease-modifying therapy", said of the requested treatment in its own plan. */
function plannedAlone(
  barred: readonly { readonly names: readonly string[] }[],
  own: ReadonlySet<string>,
  ground: Parameters<Recogniser>[1],
) {
  if (barred.length === 0) return null
  return recordSentences(ground.records).find(({ text, support }) => {
    if (!ALONE.test(text) || !barred.every((a) => speaksOf(text, a.names, ground))) return false
    const page = ground.records.find((d) => d.id === support.source)?.pages.find((p) => p.number === support.span.page)
    const above = page?.text.slice(Math.max(0, support.span.start - REACH), support.span.end) ?? ''
    return ground.lexicon.agentsNamedIn(above).some((a) => a.names.some((n) => own.has(n)))
  })
}

const speaksOf = (text: string, names: readonly string[], ground: Parameters<Recogniser>[1]) =>
  ground.lexicon.agentsNamedIn(text).some((a) => a.names.some((n) => names.includes(n)))
