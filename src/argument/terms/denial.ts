import { longDate } from '../../base/date.ts'
import type { Support } from '../../base/support.ts'
import type { DenialReading } from '../../reading/denial.ts'
import type { Brief } from '../brief.ts'
import { factTerm, supportOf } from '../evidence.ts'
import { exhibitPages } from '../exhibit.ts'
import { isTerm, type TermTree, term } from '../term.ts'
import { oneLine, quotable } from './quote.ts'

/** What the denial says, for naming it and for quoting it. */
export function denialTerms(brief: Brief): TermTree {
  const { denial } = brief.facts
  const reading = denial.reading
  const from = (span: DenialReading['defects'][number]['span']) =>
    span ? [{ kind: 'denial' as const, source: span.doc, span, quote: span.quote }] : []
  const level = denial.level.state === 'known' ? denial.level : null
  const seen = new Set<string>()
  return {
    denial: {
      noticeDate: factTerm(denial.noticeDate, longDate),
      receivedDate: factTerm(denial.receivedDate, longDate),
      reference: factTerm(denial.referenceNumber),
      level: level && term(level.value, supportOf(level.origin)),
      service: reading.service && term(oneLine(reading.service.value), from(reading.service.span)),
      reviewer: reading.reviewer && term(reading.reviewer.value, from(reading.reviewer.span)),
      administrator: reading.administrator && term(reading.administrator.value.name, from(reading.administrator.span)),
      policy: reading.policyNamed[0]
        ? term(oneLine(reading.policyNamed[0].value).replace(/^see\s+/i, ''), from(reading.policyNamed[0].span))
        : null,
      address: factTerm(denial.appealAddress),
      fax: factTerm(denial.appealFax),
      phone: factTerm(denial.appealPhone),
      portal: factTerm(denial.appealPortal),
    },
    reasons: withoutParts(
      denial.reasons.flatMap((entry): TermTree[] => {
        const told = supportOf(entry.origin)
        const support = passageWith(reading, told) ?? told
        const quote = quotable(support.find((s) => s.kind === 'denial')?.quote ?? '')
        const whole = oneLine(support.find((s) => s.kind === 'denial')?.quote ?? '')
        if (!quote || seen.has(quote)) return []
        seen.add(quote)
        return [
          {
            quote: term(quote, support),
            full: term(/[.!?]$/.test(whole) ? `${quote}.` : quote, support),
            where: term(exhibitPages(support, brief.exhibits), []),
          },
        ]
      }),
    ),
    defects: denial.defects.map((d): TermTree => ({ id: term(d.id, from(d.span)), why: term(d.why, from(d.span)) })),
  }
}

/** A sentence that another quotation holds is not quoted beside it. */
function withoutParts(reasons: readonly TermTree[]): TermTree[] {
  const words = (tree: TermTree) => (isTerm(tree.quote) ? tree.quote.text : '')
  return reasons.filter((r) => !reasons.some((o) => o !== r && words(o).length > words(r).length && words(o).includes(words(r))))
}

/** The letter's whole passage on why, where it holds the sentence that names this reason. */
function passageWith(reading: DenialReading, told: readonly Support[]): Support[] | null {
  const passage = reading.reasonPassage?.span
  const named = told.find((s) => s.kind === 'denial')
  if (!passage || !named || !('span' in named)) return null
  const inside = named.span.page === passage.page && named.span.start >= passage.start && named.span.end <= passage.end
  return inside ? [{ kind: 'denial', source: passage.doc, span: passage, quote: passage.quote }] : null
}
