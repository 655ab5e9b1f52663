import type { Diagnosis } from '../../facts/casefacts.ts'
import type { Entry } from '../../facts/fact.ts'
import { supportOf } from '../../facts/support.ts'
import { type Facet, type Leaf, matchRange, met, missing, type Range, type Recogniser } from './leaf.ts'
import { stems, telling } from './wording.ts'

const ICD = /\b([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)(?:\s*(?:-|–|through|to)\s*([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?))?\b/g
const ASKS =
  /\bdiagnos\w+\b|\bhas (?:a |an )?(?:confirmed |documented )?\b|\bICD-?10\b|\bused for (?:the )?(?:management|treatment)\b|\bfor (?:the )?treatment of\b|\btreatment (?:for|of)\b/i

/** Short forms that records and policies use for each other's full names. */
const SHORT: readonly (readonly [string, string])[] = [
  ['rrms', 'relapsing remitting multiple sclerosis'],
  ['spms', 'secondary progressive multiple sclerosis'],
  ['ppms', 'primary progressive multiple sclerosis'],
  ['ms', 'multiple sclerosis'],
  ['ra', 'rheumatoid arthritis'],
  ['psa', 'psoriatic arthritis'],
  ['jia', 'juvenile idiopathic arthritis'],
  ['uc', 'ulcerative colitis'],
  ['ibd', 'inflammatory bowel disease'],
  ['copd', 'chronic obstructive pulmonary disease'],
  ['t2dm', 'type 2 diabetes mellitus'],
  ['t1dm', 'type 1 diabetes mellitus'],
  ['asd', 'autism spectrum disorder'],
  ['adhd', 'attention deficit hyperactivity disorder'],
  ['mdd', 'major depressive disorder'],
  ['gad', 'generalized anxiety disorder'],
  ['crswnp', 'chronic rhinosinusitis with nasal polyps'],
  ['osa', 'obstructive sleep apnea'],
  ['cf', 'cystic fibrosis'],
]

/** Kinds of a disease: a record that names another kind does not show this one. */
const expanded = (text: string): Set<string> => {
  const base = stems(text)
  const more = SHORT.flatMap(([short, full]) => (base.includes(short) ? stems(full) : []))
  return new Set([...base, ...more])
}

/** "Diagnosis of …", by code or by words. */
export const diagnosis: Recogniser = (leaf, ground): Facet | null => {
  const all = ground.facts.diagnoses
  const codes = byCode(leaf.words, all)
  if (codes) return codes
  const asks = ASKS.exec(leaf.words) ?? (ASKS.test(leaf.lead) && /diagnos/i.test(leaf.lead) ? ASKS.exec(leaf.lead) : null)
  if (!asks) return null
  const alternatives = parts(leaf)
  for (const part of alternatives) {
    const hit = best(part.text, all)
    if (hit) return met(supportOf(hit.origin), says(hit.value), [part.range, ...wordRanges(leaf.words, hit)])
  }
  if (!/diagnos/i.test(leaf.words) && !/diagnos/i.test(leaf.lead)) return null
  const near = all.filter((d) => [...expanded(d.value.name)].some((w) => w.length > 3 && telling(leaf.words).includes(w)))
  const gap = {
    what: `A note that states the diagnosis in the policy’s terms`,
    from: 'the prescriber',
    why: 'The diagnosis in the records does not use all of the policy’s words.',
  }
  const [first] = near
  const covers = [{ start: 0, end: leaf.words.length }]
  return first
    ? missing(
        gap,
        covers,
        supportOf(first.origin),
        `The records state: ${first.value.name}${first.value.code ? ` (${first.value.code})` : ''}.`,
      )
    : missing(gap, covers)
}

const says = (d: Diagnosis) => `Diagnosed with ${d.name}${d.code ? ` (${d.code})` : ''}.`

function byCode(words: string, all: readonly Entry<Diagnosis>[]): Facet | null {
  const asked = [...words.matchAll(ICD)].filter((m) => /\./.test(m[0]) || /\bICD|\bcode/i.test(words))
  if (!asked.length) return null
  const fits = (code: string, m: RegExpMatchArray) => {
    const low = m[1] ?? ''
    return m[2]
      ? code >= low && (code <= m[2] || code.startsWith(m[2]))
      : code === low || code.startsWith(low.includes('.') ? low : `${low}.`)
  }
  const covers = [{ start: 0, end: words.length }]
  const hit = all.find((d) => d.value.code !== null && asked.some((m) => fits(d.value.code ?? '', m)))
  if (hit) return met(supportOf(hit.origin), says(hit.value), covers)
  return missing(
    {
      what: 'A note with the diagnosis code that the policy lists',
      from: 'the prescriber',
      why: 'No diagnosis held carries one of the codes.',
    },
    covers,
  )
}

/** Alternatives that the criterion names: "episodic or chronic migraine", "A, B, or C". */
function parts(leaf: Leaf): { text: string; range: Range }[] {
  const body =
    /\b(?:diagnos\w+\s*(?:of|:|with)?|has|for (?:the )?(?:treatment|management) of)\s+(?:an?\s+|the\s+)?([^.;]+)/i.exec(
      leaf.words,
    )
  const text = body?.[1] ?? leaf.words
  const start = body ? body.index + body[0].length - text.length : 0
  const range = { start, end: start + text.length }
  const pieces = text
    .split(/,\s*(?:or\s+)?|\s+or\s+|\bto include\b|\bincluding\b|\(/i)
    .map((t) => t.replace(/[()]/g, '').trim())
    .filter((t) => telling(t).length > 0)
  const whole = /\bor\b|,|include/i.test(text) ? [] : [{ text, range }]
  const tail = pieces.at(-1)
  // "episodic or chronic migraine": an alternative without its noun takes the last one's.
  const noun = tail ? telling(tail).at(-1) : undefined
  const shared = pieces.map((p) => ({
    text: telling(p).length === 1 && noun && !stems(p).includes(noun) ? `${p} ${noun}` : p,
    range,
  }))
  return [...whole, ...(whole.length ? [] : shared)]
}

/** A diagnosis whose own words, or whose sentence in the record, hold every telling word asked for. */
function best(text: string, all: readonly Entry<Diagnosis>[]): Entry<Diagnosis> | null {
  const asked = telling(text)
  if (!asked.length) return null
  const score = (d: Entry<Diagnosis>) => {
    const own = expanded(d.value.name)
    const quote = expanded(
      supportOf(d.origin)
        .map((s) => s.quote)
        .join(' '),
    )
    const named = asked.filter((w) => own.has(w)).length
    return named > 0 && asked.every((w) => own.has(w) || quote.has(w)) ? named : 0
  }
  return (
    all
      .map((d) => ({ d, n: score(d) }))
      .filter((x) => x.n > 0)
      .toSorted((a, b) => b.n - a.n)[0]?.d ?? null
  )
}

const wordRanges = (words: string, hit: Entry<Diagnosis>): Range[] => {
  const own = expanded(`${hit.value.name} ${hit.value.code ?? ''}`)
  return [...words.matchAll(/[A-Za-z0-9]+/g)].filter((m) => stems(m[0]).some((w) => own.has(w))).map(matchRange)
}
