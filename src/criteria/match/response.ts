import { supportOf } from '../../facts/support.ts'
import { against, type Facet, matchRange, met, missing, type Recogniser } from './leaf.ts'
import { sayTreatment } from './trial.ts'

const ASKS =
  /\b(?:positive|beneficial|clinical|favorable|adequate)\b[^.;]{0,30}\b(?:response|benefit|improvement)\b|\b(?:respond(?:ed|ing)|responding positively)\b|\bdisease (?:stability|stabilization|improvement)\b|\bresponse to (?:therapy|treatment)\b/i
const CURRENT =
  /\bcurrently (?:receiving|taking|on|using|established)\b|\bestablished on\b|\bcontinu(?:es|ing) (?:to receive|treatment|therapy)\b/i

/** Renewal: the requested treatment is taken now, or has helped. */
export const response: Recogniser = (leaf, ground): Facet | null => {
  const asks = ASKS.exec(leaf.words)
  const current = CURRENT.exec(leaf.words)
  const name = ground.facts.treatment.name
  if ((!asks && !current) || /\b(?:inadequate|insufficient|lack of|no)\b[^.;]{0,20}\bresponse/i.test(leaf.words)) return null
  const own = new Set(name.state === 'known' ? ground.lexicon.agentsNamedIn(name.value).flatMap((a) => a.names) : [])
  const taken = ground.facts.priorTreatments.filter((t) =>
    [t.value.agent.toLowerCase(), ...t.value.alsoKnownAs, ...ground.lexicon.namesOf(t.value.agent)].some((n) => own.has(n)),
  )
  const covers = [...(asks ? [matchRange(asks)] : []), ...(current ? [matchRange(current)] : [])]
  const gap = {
    what: 'A dated note on how the requested treatment has worked',
    from: 'the prescriber',
    why: 'The policy asks for the response so far.',
  }
  if (!asks && current) {
    const now = ground.facts.treatment.current
    if (now.state === 'known') {
      const evidence = supportOf(now.origin)
      return now.value
        ? met(evidence, 'The patient takes the requested treatment now.', covers)
        : against(evidence, 'The patient does not take the requested treatment now.', null, covers)
    }
    const ongoing = taken.find((t) => t.value.outcome === 'ongoing' || t.value.outcome === 'response')
    return ongoing
      ? met(supportOf(ongoing.origin), sayTreatment(ongoing.value), covers)
      : missing({ ...gap, what: 'A medication list or fill history that shows the requested treatment' }, covers)
  }
  const worked = taken.find((t) => t.value.outcome === 'response')
  if (worked) return met(supportOf(worked.origin), sayTreatment(worked.value), covers)
  const failed = taken.find((t) => t.value.outcome === 'inadequate_response')
  return failed
    ? against(supportOf(failed.origin), sayTreatment(failed.value), gap, covers)
    : missing(
        gap,
        covers,
        taken.flatMap((t) => supportOf(t.origin)),
      )
}
