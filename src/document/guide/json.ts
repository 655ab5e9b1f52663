import type { Guide } from './guide.ts'

/** The whole tree with the support of every sentence, keys in the order of the types. */
export const guideJson = (guide: Guide): string => `${JSON.stringify(guide, null, 2)}\n`
