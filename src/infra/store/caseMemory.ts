import type { CaseId, CaseMemory } from '../../usecases/cases/ports.ts'

interface Held {
  readonly value: unknown
  readonly weight: number
  used: number
}

/** Milliseconds without use after which a thing is forgotten: a case deleted by another process is not held for long. */
const IDLE_MS = 10 * 60_000
/** Characters of JSON; as objects they take about three times as many bytes. */
const WEIGHT_MOST = 96 * 1024 * 1024
const SWEEP_MS = 60_000

export interface SweptMemory extends CaseMemory {
  forget(id: CaseId): void
  stop(): void
}

/** In this process only; the longest unused goes first. */
export function makeCaseMemory(most = WEIGHT_MOST, idle = IDLE_MS, now: () => number = () => performance.now()): SweptMemory {
  // A Map keeps the order of insertion: what was used last stands last.
  const held = new Map<string, Held>()
  let weight = 0
  const drop = (key: string, one: Held) => {
    held.delete(key)
    weight -= one.weight
  }
  const sweep = () => {
    for (const [key, one] of held) {
      if (weight <= most && now() - one.used <= idle) return
      drop(key, one)
    }
  }
  const timer = setInterval(sweep, SWEEP_MS).unref()
  const keyOf = (id: CaseId, name: string) => `${id} ${name}`
  return {
    get(id, name) {
      const key = keyOf(id, name)
      const one = held.get(key)
      if (!one) return undefined
      held.delete(key)
      held.set(key, one)
      one.used = now()
      return one.value
    },
    put(id, name, value, size) {
      const key = keyOf(id, name)
      const former = held.get(key)
      if (former) drop(key, former)
      held.set(key, { value, weight: size, used: now() })
      weight += size
      sweep()
    },
    forget(id) {
      for (const [key, one] of held) if (key.startsWith(`${id} `)) drop(key, one)
    },
    stop: () => clearInterval(timer),
  }
}
