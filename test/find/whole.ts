import { loadKnowledge } from '../../src/infra/knowledge/load.ts'
import type { Knowledge } from '../../src/knowledge/assemble.ts'

/** Every shipped record. */
export const whole: Knowledge = (() => {
  const loaded = loadKnowledge()
  if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.where} ${p.say}`).join('\n'))
  return loaded.value
})()
