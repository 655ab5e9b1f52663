import { letterCitation } from '../base/citation.ts'
import type { Support } from '../base/support.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import type { StateRecord } from '../knowledge/state.ts'
import { stateCitations } from '../knowledge/stateCitations.ts'
import type { Page, SourceDocument } from '../reading/document.ts'
import type { Claim } from './claim.ts'
import type { Exhibit } from './exhibit.ts'
import { carriedBy, type Figure, figuresOf } from './figures.ts'
import { flatten, standsWrapped } from './wrappedCell.ts'

/** What a sentence says that nothing it rests on carries. */
export interface LedgerFault {
  readonly sentence: string
  readonly fault: 'no support' | 'unknown source' | 'citation' | 'date' | 'number' | 'quotation' | 'exhibit'
  readonly what: string
}

export interface LedgerSources {
  readonly knowledge: Knowledge
  readonly documents: readonly SourceDocument[]
  readonly exhibits: readonly Exhibit[]
}

/**
 * Checks one sentence against its own support: every citation is one of its sources', every date,
 * number and quotation stands on a page it rests on or in a datum it rests on, every exhibit page
 * exists. Stricter than "somewhere in the case": a figure from the wrong page is a fault.
 */
export function checkClaim(claim: Claim, sources: LedgerSources): LedgerFault[] {
  const faults: LedgerFault[] = []
  const fault = (kind: LedgerFault['fault'], what: string) => faults.push({ sentence: claim.sentence, fault: kind, what })
  if (!claim.support.length || claim.support.some((s) => !s.quote.trim())) fault('no support', 'empty')
  for (const s of claim.support) if (!sourceExists(s, sources)) fault('unknown source', s.source)

  const words = claim.support.flatMap((s) => supportWords(s, sources))
  let rest = claim.sentence
  for (const [ref] of rest.matchAll(/Exhibit [A-Z]{1,2}, pp?\. [\d, ]*\d/g))
    if (!exhibitExists(ref, sources.exhibits)) fault('exhibit', ref)
  rest = rest.replace(/Exhibit [A-Z]{1,2}(, pp?\. [\d, ]*\d)?/g, ' ')
  for (const cite of citationsOf(claim.support, sources)) rest = withoutCitation(rest, cite)
  for (const [cite] of rest.matchAll(/\b\d+ (?:CFR|USC|U\.S\.C\.|C\.F\.R\.)[^\s,;)]*( [\d.()a-z-]+)?/g)) fault('citation', cite)

  // A full stop or a comma before the closing mark is the sentence's own.
  for (const quoted of [...rest.matchAll(/“([^”]+)”/g)].map((m) => (m[1] ?? '').replace(/[.,]$/, '')))
    if (!words.some((w) => w.flat.includes(flatten(quoted)) || standsWrapped(quoted, w.text))) fault('quotation', quoted)
  for (const figure of figuresOf(rest)) if (!words.some((w) => carriedBy(figure, w.figures))) fault(figure.kind, figure.value)
  return faults
}

/** A text as the checks compare it, each form made when first asked for: most sentences quote nothing. */
class Words {
  readonly text: string
  #flat: string | null = null
  #figures: readonly Figure[] | null = null

  constructor(text: string) {
    this.text = text
  }

  get flat(): string {
    this.#flat ??= flatten(this.text)
    return this.#flat
  }

  get figures(): readonly Figure[] {
    this.#figures ??= figuresOf(this.text)
    return this.#figures
  }
}

/** Hundreds of sentences rest on the same few pages; what a page carries goes when the page goes. */
const pageWords = new WeakMap<Page, Words>()

function wordsOfPage(page: Page): Words {
  const words = pageWords.get(page) ?? new Words(page.text)
  pageWords.set(page, words)
  return words
}

function sourceExists(s: Support, { knowledge, documents }: LedgerSources): boolean {
  switch (s.kind) {
    case 'denial':
    case 'record':
    case 'policy':
      return documents.some(
        (d) =>
          d.id === s.source &&
          d.pages.some((p) => p.number === s.span.page && p.text.slice(s.span.start, s.span.end) === s.quote),
      )
    case 'law':
    case 'guideline':
    case 'label':
      return knowledge.sources.has(s.source) || stateOf(s.source, knowledge) !== undefined
    case 'coverage':
      return knowledge.coverage.has(s.source)
    case 'payer':
      return knowledge.payers.has(s.source)
    case 'treatment':
      return knowledge.treatments.has(s.source)
    case 'reason':
      return knowledge.reasons.has(s.source)
    case 'letter':
      return knowledge.letters.has(s.source)
    case 'guide':
      return knowledge.guides.has(s.source)
    case 'statement':
    case 'reckoning':
      return true
  }
}

/** The words a support brings: for a document, the page it stands on. */
function supportWords(s: Support, { documents }: LedgerSources): Words[] {
  if (!('span' in s)) return [new Words(s.quote), new Words(s.pin)]
  const page = documents.find((d) => d.id === s.source)?.pages.find((p) => p.number === s.span.page)
  return page ? [new Words(s.quote), wordsOfPage(page)] : [new Words(s.quote)]
}

/** A citation is used up only whole: "29 CFR 1" does not account for "29 CFR 1(z)". */
function withoutCitation(text: string, cite: string): string {
  const parts = text.split(cite)
  return parts.reduce((done, part) => (part.startsWith('(') ? `${done}${cite}${part}` : `${done} ${part}`))
}

/** Every form in which the sentence may cite what it rests on, longest first. */
function citationsOf(support: readonly Support[], { knowledge }: LedgerSources): string[] {
  const forms = support.flatMap((s) => {
    if (s.kind !== 'law' && s.kind !== 'guideline' && s.kind !== 'label') return []
    const state = stateOf(s.source, knowledge)
    if (state)
      return stateCitations(state)
        .filter((c) => c.pin === s.pin)
        .map(letterCitation)
    const record = knowledge.sources.get(s.source)
    // A paraphrase may itself name a section ("the criteria of 42 CFR 422.101(b)"): the datum carries it.
    const named = s.quote.match(/\b\d+ (?:CFR|USC) [\dA-Za-z-]+(?:\.[\d-]+)?(?:\([A-Za-z\d]+\))*/g) ?? []
    return record ? [letterCitation({ source: s.source, cite: record.cite, pin: s.pin, status: s.status }), ...named] : []
  })
  return [...new Set(forms)].sort((a, b) => b.length - a.length)
}

/** The State's record that a source "state-ca" names. */
const stateOf = (source: string, knowledge: Knowledge): StateRecord | undefined =>
  source.startsWith('state-') ? knowledge.states.get(source.slice('state-'.length)) : undefined

function exhibitExists(ref: string, exhibits: readonly Exhibit[]): boolean {
  const m = /Exhibit ([A-Z]{1,2}), pp?\. ([\d, ]+)/.exec(ref)
  const exhibit = exhibits.find((e) => e.id === m?.[1])
  return !!exhibit && (m?.[2] ?? '').split(',').every((p) => Number(p) >= 1 && Number(p) <= exhibit.pageCount)
}
