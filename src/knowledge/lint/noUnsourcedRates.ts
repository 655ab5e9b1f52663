import type { SourceRecord } from '../source.ts'
import { allRecords, type Finding, type Rule } from './rule.ts'
import { textsIn } from './walk.ts'

const PERCENT = /\d\s?(%|percent\b|per cent\b|por ciento\b)/i
/** A bound of a measure is no rate: "ejection fraction of 35% or less", "saturation below 88%". */
const BOUND =
  /(?:\b(?:below|above|under|over|at least|at most|less than|more than|greater than|up to)|[≤≥<>]=?)\s?\d+(?:\.\d+)?\s?(?:%|percent\b)|\d\s?(?:%|percent) (?:or (?:less|more|lower|higher|below|above|greater|fewer))\b/gi
const PROMISE =
  /\b(usually|often|frequently|commonly|generally|typically|(?<!at )most|majority|half)\b[^.]{0,60}\b(overturn|overturned|reverse|reverses|reversed|flip|flips|win|wins|won|succeed|succeeds|granted)\b|\b(success|approval|overturn) rates?\b (is|are|of)\b|\b(likely|sure) to (win|succeed)\b|\bguarantee[sd]?\b/i

export const noUnsourcedRates: Rule = {
  name: 'no-unsourced-rates',
  why: 'A rate of success without source, year and denominator misleads a sick person. Leave it out, or state it in a source record.',
  check: ({ knowledge }) =>
    allRecords(knowledge)
      // Figures are records of their own, with year, denominator and source; the schema sees to it.
      .filter(([kind]) => kind !== 'facts' && kind !== 'figures')
      .flatMap(([kind, id, record]) =>
        textsIn(record)
          // The official names of codes carry figures of their own.
          .filter(([at]) => !/^hcpcs\.\d+\.name$/.test(at))
          .filter(
            ([at, text]) =>
              PROMISE.test(text) ||
              (PERCENT.test(text.replace(BOUND, '')) && !(kind === 'sources' && isSourced(record as SourceRecord, at))),
          )
          .map(([at]): Finding => ({ kind, id, at, say: 'A rate, or a promise of success.' })),
      ),
}

/** A figure may stand in a provision that was read somewhere. */
function isSourced(source: SourceRecord, at: string): boolean {
  const name = /^provisions\.([^.]+)/.exec(at)?.[1]
  return name !== undefined && source.provisions[name]?.status !== 'recalled'
}
