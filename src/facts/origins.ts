import type { Entry, Origin } from './fact.ts'

/** Every place that carries an entry, best first. */
export const originsOf = (entry: Entry<unknown>): readonly Origin[] => [entry.origin, ...(entry.also ?? [])]
