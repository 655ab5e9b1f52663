import { type Facet, matchRange, met, missing, type Recogniser } from './leaf.ts'
import { recordSentences } from './records.ts'

/** What therapy and level-of-care policies ask to see in writing, and how a record shows it. */
const ITEMS: readonly { readonly what: string; readonly asks: RegExp; readonly shows: RegExp; readonly from: string }[] = [
  {
    what: 'measurable goals with a time frame',
    asks: /\b(?:measurable|functional|specific|treatment|therapy|stated)[^.;]{0,40}\bgoals?\b|\bgoals?\b[^.;]{0,40}\b(?:measurable|time ?frame|timeline)\b/i,
    shows:
      /\bgoals?\b[^.]{0,160}(?:\d+ ?%|\d+ (?:of|out of|\/) ?\d+|\bin \d+ (?:weeks|months)|\bwithin \d+ (?:weeks|months)|\bby [A-Z][a-z]+ \d{4}|\d+ trials)/i,
    from: 'the treating therapist',
  },
  {
    what: 'an evaluation by a licensed therapist',
    asks: /\bevaluat\w+\b[^.;]{0,50}\b(?:licensed|qualified|certified)\b|\b(?:licensed|qualified|certified)\b[^.;]{0,60}\bevaluat\w+/i,
    shows:
      /\bevaluat\w+\b[^.]{0,200}\b(?:CCC-SLP|SLP|OTR(?:\/L)?|PT, DPT|DPT|speech-language pathologist|occupational therapist|physical therapist|psychologist)\b|\b(?:CCC-SLP|OTR\/L|DPT|speech-language pathologist|occupational therapist|physical therapist|psychologist)\b[^.]{0,120}\bevaluat/i,
    from: 'the treating therapist',
  },
  {
    what: 'a functional deficit measured by a standardized test',
    asks: /\bfunctional (?:deficit|impairment|limitation)s?\b[^.;]{0,60}\bstandardi[sz]ed\b|\bstandardi[sz]ed\b[^.;]{0,60}\b(?:assessment|test|evaluation)\b/i,
    shows:
      /\b(?:standard score|percentile|standard deviations?|age equivalent|SD below)\b[^.]{0,80}\d|\d[^.]{0,60}\b(?:standard score|percentile|standard deviations?|SD below)\b/i,
    from: 'the treating therapist',
  },
  {
    what: 'a plan of care',
    asks: /\b(?:plan of care|treatment plan|care plan)\b/i,
    shows: /\b(?:plan of care|treatment plan|care plan)\b[^.]{0,160}(?:\d|goal|frequency|week)/i,
    from: 'the treating clinician',
  },
  {
    what: 'progress toward the goals',
    asks: /\b(?:progress|improvement)\b[^.;]{0,60}\b(?:goals?|documented|toward|measurable)\b/i,
    shows: /\b(?:progress|improved|increased|met)\b[^.]{0,120}(?:\d+ ?%|\d+ (?:of|\/) ?\d+|from \d+ to \d+)/i,
    from: 'the treating therapist',
  },
]

/** Documentation that shows itself: the words of the record are the evidence. */
export const documented: Recogniser = (leaf, ground): Facet | null => {
  const asked = ITEMS.filter((i) => i.asks.test(leaf.words))
  if (!asked.length) return null
  const covers = [
    ...asked.flatMap((i) => [...leaf.words.matchAll(new RegExp(i.asks.source, 'gi'))].map(matchRange)),
    ...[
      ...leaf.words.matchAll(
        /\b(?:time ?frame|states?|written|plan|care|speech|language|pathologist|occupational|physical|therapist|licensed|measurable|goals?|functional|standardi[sz]ed|assessment|deficits?)\b/gi,
      ),
    ].map(matchRange),
  ]
  const found = asked.map((item) => ({ item, at: recordSentences(ground.records).find((s) => item.shows.test(s.text)) }))
  const lacking = found.filter((f) => !f.at)
  const evidence = found.flatMap((f) => (f.at ? [f.at.support] : []))
  const [first] = lacking
  if (first)
    return missing(
      {
        what: `A note with ${lacking.map((f) => f.item.what).join(' and ')}`,
        from: first.item.from,
        why: 'The policy asks for it in writing.',
      },
      covers,
      evidence,
    )
  return met(evidence, `The record states: ${found.map((f) => f.at?.text ?? '').join(' ')}`, covers)
}
