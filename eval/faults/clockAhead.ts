/** Preloaded by the processes of the faults: their clock is ahead, as if time had passed. */
const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0)
const Real = Date

class Later extends Real {
  constructor(...given: readonly (number | string)[]) {
    // Of the many ways to make a date only "now" is another.
    super(...((given.length ? given : [Real.now() + ahead]) as [number]))
  }
  static override now(): number {
    return Real.now() + ahead
  }
}
if (ahead) globalThis.Date = Later as DateConstructor

export {}
