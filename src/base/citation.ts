/** How sure we are of a datum: seen in the source itself, seen quoted elsewhere, or remembered. */
export type Status = 'verified' | 'secondary' | 'recalled'

/** A source record (`knowledge/law` or `knowledge/sources`) and a pin (paragraph or page) in it. */
export interface Citation {
  readonly source: string
  /** The source's own short form, e.g. "29 CFR 2560.503-1". */
  readonly cite: string
  /** E.g. "(h)(2)(iii)" or "p. 7"; empty for the whole source. */
  readonly pin: string
  readonly status: Status
}

/** With its pin: for tables of sources, calculators and editors. */
export const fullCitation = (c: Citation): string => (c.pin.startsWith('(') || !c.pin ? c.cite + c.pin : `${c.cite}, ${c.pin}`)

/** As a signed letter may cite it: a pin that is only recalled is dropped and the section cited. */
export const letterCitation = (c: Citation): string => (c.status === 'recalled' ? c.cite : fullCitation(c))
