import { type Citation, fullCitation } from '../../base/citation.ts'

/** Citations with their pins, and a mark on those that are only remembered. */
export const citationText = (citations: readonly Citation[]): string =>
  citations.map((c) => fullCitation(c) + (c.status === 'recalled' ? ' (not yet verified)' : '')).join('; ') || 'none'
