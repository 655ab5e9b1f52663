import { supportOf } from '../../facts/support.ts'
import { against, type Facet, matchRange, met, missing, type Recogniser } from './leaf.ts'

/** Specialist as policies print it → how records and letterheads print the specialty. */
const SPECIALTIES: readonly (readonly [RegExp, RegExp])[] = [
  [/neurolog|multiple sclerosis specialist|headache specialist|epileptolog/i, /neurolog|epilep|headache/i],
  [/rheumatolog/i, /rheumatolog/i],
  [/dermatolog/i, /dermatolog/i],
  [/gastroenterolog/i, /gastroenterolog/i],
  [/hepatolog/i, /hepatolog/i],
  [/oncolog|hematolog/i, /oncolog|hematolog/i],
  [/cardiolog/i, /cardiolog|cardiovascular/i],
  [/endocrinolog/i, /endocrinolog/i],
  [/pulmonolog/i, /pulmon/i],
  [/allerg|immunolog/i, /allerg|immunolog/i],
  [/otolaryngolog|\bent\b/i, /otolaryngolog|\bENT\b/i],
  [/ophthalmolog|retina specialist/i, /ophthalmolog/i],
  [/nephrolog/i, /nephrolog/i],
  [/urolog/i, /urolog/i],
  [/psychiatr/i, /psychiatr/i],
  [/psycholog/i, /psycholog/i],
  [/pediatric(?:ian)?s?\b/i, /pediatric/i],
  [/infectious disease|hiv specialist/i, /infectious disease/i],
  [/pain (?:specialist|management|medicine)/i, /pain/i],
  [/anesthesiolog/i, /anesthesiolog/i],
  [/orthop(?:a)?edic|orthop(?:a)?edist/i, /orthop/i],
  [/physiatr|rehabilitation medicine/i, /physiatr|physical medicine|PM&R/i],
  [/geneticist|genetic counsel/i, /genetic/i],
  [/transplant/i, /transplant/i],
  [/obstetric|gynecolog/i, /obstetric|gynecolog|OB.?GYN/i],
  [/sleep (?:medicine|specialist)/i, /sleep/i],
]

const ASKS =
  /\b(?:prescribed|ordered|recommended|requested|initiated|managed|supervised|evaluated)\s+(?:and\s+\w+\s+)?(?:by|with|in)\b|\bin consultation with\b|\bprescriber\s+(?:is|must be)\b|\bunder the (?:care|supervision) of\b/i

/** "Prescribed by or in consultation with a neurologist". */
export const specialty: Recogniser = (leaf, ground): Facet | null => {
  const asks = ASKS.exec(leaf.words)
  if (!asks && !(ASKS.test(leaf.lead) && leaf.words.length < 60)) return null
  const wanted = SPECIALTIES.filter(([asked]) => asked.test(leaf.words))
  if (!wanted.length) return null
  const covers = [
    ...(asks ? [{ start: asks.index, end: leaf.words.length }] : [{ start: 0, end: leaf.words.length }]),
    ...[...leaf.words.matchAll(/consultation/gi)].map(matchRange),
  ]
  const known = ground.facts.prescriber.specialty
  const consult = /consult/i.test(`${leaf.lead} ${leaf.words}`)
  const gap = {
    what: consult ? 'The prescriber’s specialty, or a note of the specialist consulted' : 'The prescriber’s specialty',
    from: 'the prescriber',
    why: 'The policy asks who prescribes.',
  }
  if (known.state !== 'known') return missing(gap, covers)
  const evidence = supportOf(known.origin)
  const name = ground.facts.prescriber.name
  const who = name.state === 'known' ? name.value : 'The prescriber'
  if (wanted.some(([, shown]) => shown.test(known.value)))
    return met(evidence, `${who} prescribes; specialty: ${known.value}.`, covers)
  const because = `The prescriber’s specialty is stated as ${known.value}.`
  return consult ? missing(gap, covers, evidence, because) : against(evidence, because, gap, covers)
}
