/** `import { loadKnowledge } from "appealwright/knowledge"`: the typed records, or every broken place at once. */
export type { Knowledge } from '../../knowledge/assemble.ts'
export { loadKnowledge } from '../wire.ts'
