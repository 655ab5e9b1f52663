import type { Brief } from '../argument/brief.ts'
import type { Claim } from '../argument/claim.ts'
import { argumentsOf, chooseGrounds } from '../argument/grounds.ts'
import { allHold, claimsOf, paragraphOf } from '../argument/sentences.ts'
import { type Terms, term } from '../argument/term.ts'
import { longDate } from '../base/date.ts'
import type { ArgumentRecord, GroundRecord, ParagraphOrList } from '../knowledge/argument.ts'
import type { LetterPart, LetterRecord } from '../knowledge/letter.ts'
import { addresseeLines, senderLines, signatureBlocks } from './address.ts'
import { criteriaTable } from './criteriaTable.ts'
import { historyBlocks } from './history.ts'
import type { Block, Letter, LetterKind } from './letter.ts'
import { representativeFields } from './representative.ts'

/** Makes one letter, or null when the case lacks what that kind of letter needs. */
export function composeLetter(record: LetterRecord, brief: Brief, given: Terms): Letter | null {
  const terms = addressed(given, record.to)
  if (!allHold(record.needs, terms)) return null
  const title = claimsOf(record.title, terms)[0]
  if (!title) return null
  // The table is an attachment: it follows the signatures.
  const [attached, body] = [true, false].map((table) =>
    record.parts.filter((p) => ('part' in p && p.part === 'criteria_table') === table),
  )
  const made = (parts: readonly LetterPart[] = []) => joinHeadings(once(parts.flatMap((part) => blocksOf(part, brief, terms))))
  return {
    kind: record.id as LetterKind,
    record: record.id,
    title,
    from: senderLines(record, brief),
    to: addresseeLines(record, brief),
    date: longDate(brief.today),
    re: record.re.flatMap(({ label, value }) => claimsOf(value, terms).map((claim) => ({ label, claim }))),
    salutation: SALUTATION[record.to] ?? 'To the reviewer:',
    blocks: [...made(body), ...signatureBlocks(record, brief), ...made(attached)],
    enclosures: record.enclosures ? enclosures(brief) : [],
  }
}

const SALUTATION: Readonly<Partial<Record<LetterRecord['to'], string>>> = {
  prescriber: '',
  records_office: 'To the records office:',
  regulator: 'To the office for complaints:',
}

/** The words of the case, and to whom this letter goes: {letter.to}. What is asked of the plan is not asked of its reviewer. */
const addressed = (terms: Terms, to: LetterRecord['to']): Terms => ({
  get: (path) => (path === 'letter.to' ? term(to, []) : terms.get(path)),
  list: (path) => terms.list(path).map((item) => addressed(item, to)),
})

function blocksOf(part: LetterPart, brief: Brief, terms: Terms): Block[] {
  if (!allHold(part.if, terms)) return []
  if ('heading' in part) return claimsOf(part.heading, terms).map((text) => ({ kind: 'heading', level: 2, text }))
  if ('paragraph' in part) return paragraphs([part.paragraph], terms)
  if ('list' in part) {
    const items = unique(part.list.flatMap((t) => claimsOf(t, terms))).map((c) => [c])
    return items.length ? [{ kind: 'list', ordered: part.ordered ?? false, items }] : []
  }
  if ('quote' in part) {
    const claims = claimsOf(part.quote, terms)
    const [attribution] = claimsOf(part.attribution, terms)
    return claims.length && attribution ? [{ kind: 'quote', claims, attribution }] : []
  }
  return namedPart(part, brief, terms)
}

const paragraphs = (groups: readonly ParagraphOrList[], terms: Terms): Block[] =>
  groups.flatMap((group): Block[] => {
    if ('list' in group) return listOf(paragraphOf(group.list, terms))
    const claims = paragraphOf(group, terms)
    return claims.length ? [{ kind: 'paragraph', claims }] : []
  })

function namedPart(part: Extract<LetterPart, { part: string }>, brief: Brief, terms: Terms): Block[] {
  const frames = argumentsOf(brief)
  const chosen = (): GroundRecord[] => {
    const except = 'except' in part ? (part.except ?? []) : []
    return chooseGrounds(brief, terms).filter((g) => !except.includes(g.id))
  }
  switch (part.part) {
    case 'standard':
      return standardBlocks(frames, terms)
    case 'documents':
      return listOf(frames.flatMap((frame) => paragraphOf(frame.documents, terms)))
    case 'grounds':
      return chosen().flatMap((ground) => {
        const body = paragraphs(ground.paragraphs, terms)
        return body.length ? [...headingOf(claimsOf(ground.heading, terms)), ...body] : []
      })
    case 'talking_points':
      return listOf(chosen().flatMap((ground) => paragraphOf(ground.talkingPoints, terms)))
    case 'history':
      return historyBlocks(brief)
    case 'criteria_table':
      return criteriaTable(brief)
    case 'fields':
      return representativeFields(terms)
  }
}

/** The rule of the first reason's frame, then what each stated reason leaves to decide. */
function standardBlocks(frames: readonly ArgumentRecord[], terms: Terms): Block[] {
  const rule = paragraphOf(frames[0]?.standard ?? [], terms)
  const questions = unique(frames.flatMap((frame) => paragraphOf(frame.question, terms)))
  const claims = unique([
    ...rule,
    ...questions.map((q, i) => (asksAnew(questions, i) ? { ...q, sentence: also(q.sentence) } : q)),
  ])
  return claims.length ? [{ kind: 'paragraph', claims }] : []
}

const ASKS = /^The question is whether /

/** A second reason's question follows the first as one more. */
const asksAnew = (questions: readonly Claim[], i: number): boolean =>
  ASKS.test(questions[i]?.sentence ?? '') && questions.slice(0, i).some((q) => ASKS.test(q.sentence))

const also = (sentence: string): string => sentence.replace(ASKS, 'The question is also whether ')

const listOf = (claims: readonly Claim[]): Block[] =>
  claims.length ? [{ kind: 'list', ordered: false, items: unique(claims).map((c) => [c]) }] : []

const headingOf = (claims: readonly Claim[]): Block[] => claims.slice(0, 1).map((text) => ({ kind: 'heading', level: 2, text }))

const unique = (claims: readonly Claim[]) => [...new Map(claims.map((c) => [c.sentence, c])).values()]

/** A sentence stands once in a letter, however many parts would say it. */
function once(blocks: readonly Block[]): Block[] {
  const said = new Set<string>()
  const fresh = (c: Claim) => !said.has(c.sentence) && said.add(c.sentence)
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'paragraph') {
      const claims = block.claims.filter(fresh)
      return claims.length ? [{ ...block, claims }] : []
    }
    if (block.kind !== 'list') return [block]
    const items = block.items.map((item) => item.filter(fresh)).filter((item) => item.length)
    return items.length ? [{ ...block, items }] : []
  })
}

/** A heading whose body came to nothing says nothing. */
function joinHeadings(blocks: readonly Block[]): Block[] {
  return blocks.filter(
    (block, i) => block.kind !== 'heading' || (blocks[i + 1] !== undefined && blocks[i + 1]?.kind !== 'heading'),
  )
}

/** What is sent with the letter: every exhibit, each resting on its own first words. */
function enclosures(brief: Brief): Claim[] {
  return brief.exhibits.flatMap((e) => {
    const support = brief.exhibitSupport(e.doc)
    const date = e.date ? `, ${e.date}` : ''
    return support
      ? [
          {
            sentence: `Exhibit ${e.id}: ${e.title}${date} (${e.pageCount} ${e.pageCount === 1 ? 'page' : 'pages'})`,
            support: [
              support,
              { kind: 'reckoning', source: 'exhibits', pin: e.doc, quote: `${e.title} ${e.date ?? ''} ${e.pageCount} pages` },
            ] as const,
          },
        ]
      : []
  })
}
