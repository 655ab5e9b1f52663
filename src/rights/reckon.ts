import type { Citation } from '../base/citation.ts'
import type { CivilDate } from '../base/date.ts'
import { fail, type Outcome, ok } from '../base/outcome.ts'
import { problem } from '../base/problem.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import { type Cited, citation, provisionOf } from '../knowledge/citations.ts'
import type { Clock } from '../knowledge/source.ts'
import type { Purpose } from './adjust/tally.ts'
import { applicable } from './applicable.ts'
import { EVENT_WORDS, known, type Timeline, type When } from './events.ts'
import { dayOf } from './receipt.ts'
import type { Reckoning } from './reckoning.ts'
import { type Run, run, sooner, startedByState } from './run.ts'

interface Clocked extends Cited {
  readonly clock: Clock
  readonly assumption: string | null
}

/**
 * The deadline that a list of provisions gives, most important first: the first whose clock applies
 * carries it, those without a clock support it, and for a person's own deadline the other clocks may
 * only bring the safe date forward. Without any clock there is no deadline and the first provision
 * says why. Fails with `date-invalid` when the event that starts the clock is not known.
 */
export function reckon(knowledge: Knowledge, refs: readonly string[], timeline: Timeline, purpose: Purpose): Outcome<Reckoning> {
  const { carrying, cited } = carryingClock(knowledge, refs, timeline)
  const support = cited.filter((c) => !c.provision?.clock)
  if (!carrying) return ok(noDeadline(knowledge, cited))
  const main = run(knowledge, carrying.clock, timeline, purpose)
  if (!main)
    return fail(
      problem(
        'date-invalid',
        EVENT_WORDS[carrying.clock.from],
        'This deadline cannot be counted, because the day on which it starts is not known.',
        `Give the date of this event: ${EVENT_WORDS[carrying.clock.from]}.`,
      ),
    )
  const others = purpose === 'file' ? otherClocks(knowledge, cited, carrying, timeline) : []
  const safeDue = [main, ...others.map((o) => o.run)].map((r) => r.safe).reduce(sooner, main.due)
  const used = [
    carrying.ref,
    ...support.map((s) => s.ref),
    ...others.filter((o) => o.run.safe === safeDue && safeDue !== main.safe).map((o) => o.ref),
  ]
  const citations = refs.filter((r) => used.includes(r)).map((r) => citation(knowledge, r))
  return ok({
    due: main.due,
    safeDue: main.due === null ? null : safeDue,
    alternative:
      main.alternative ??
      latest(
        others.map((o) => o.run.due),
        main.due,
      ),
    trigger: { event: EVENT_WORDS[carrying.clock.from], date: main.start.at, presumed: main.start.presumed },
    rule: carrying.provision?.says ?? '',
    arithmetic: main.steps.join('; '),
    citations: [...citations, ...main.citations],
    assumptions: [...(carrying.assumption ? [carrying.assumption] : []), ...main.assumptions],
    ref: carrying.ref,
  })
}

/** The latest day after `due` that another clock of the same window gives. */
const latest = (dues: readonly (When | null)[], due: When | null): CivilDate | null =>
  dues
    .flatMap((d) => (d !== null && due !== null && dayOf(d) > dayOf(due) ? [dayOf(d)] : []))
    .sort()
    .at(-1) ?? null

/** The rule of a deadline whose clock has not started: the notice that starts it is still to come. */
export function unstarted(knowledge: Knowledge, refs: readonly string[], timeline: Timeline): Reckoning {
  const { carrying, cited } = carryingClock(knowledge, refs, timeline)
  if (!carrying) return noDeadline(knowledge, cited)
  const kept = cited.filter((c) => c.ref === carrying.ref || !c.provision?.clock)
  return {
    ...noDeadline(knowledge, kept),
    trigger: { event: EVENT_WORDS[carrying.clock.from], date: null, presumed: false },
    rule: carrying.provision?.says ?? '',
    assumptions: [`The clock has not started: it runs from ${EVENT_WORDS[carrying.clock.from]}.`],
    ref: carrying.ref,
  }
}

function carryingClock(knowledge: Knowledge, refs: readonly string[], timeline: Timeline) {
  const cited = refs.map((ref) => provisionOf(knowledge, ref))
  const running: Clocked[] = []
  for (const c of cited) {
    if (!c.provision?.clock) continue
    const clock = startedByState(c.provision.clock, timeline)
    const { applies, assumption } = applicable(clock, timeline)
    if (applies) running.push({ ...c, clock, assumption })
  }
  const first = running[0] ?? null
  const carrying = running.find((c) => started(c.clock, timeline)) ?? first
  if (first === null || carrying === null || carrying === first) return { carrying, cited }
  const passedOver = `Not counted from ${EVENT_WORDS[first.clock.from]}, which is not known.`
  return { carrying: { ...carrying, assumption: carrying.assumption ?? passedOver }, cited }
}

const started = (clock: Clock, timeline: Timeline): boolean =>
  known(timeline, clock.from) !== null || (clock.from === 'receipt_of_notice' && known(timeline, 'date_on_notice') !== null)

function otherClocks(knowledge: Knowledge, cited: readonly Cited[], carrying: Cited, timeline: Timeline) {
  const others: { ref: string; run: Run }[] = []
  for (const c of cited) {
    const clock = c.provision?.clock
    if (!clock || c.ref === carrying.ref || !applicable(clock, timeline).applies || !started(clock, timeline)) continue
    const other = run(knowledge, clock, timeline, 'file')
    if (other) others.push({ ref: c.ref, run: other })
  }
  return others
}

/** No deadline of federal law: what the provisions say instead. */
export function noDeadline(knowledge: Knowledge, cited: readonly Cited[]): Reckoning {
  const citations: Citation[] = cited.map((c) => citation(knowledge, c.ref))
  const first = cited[0]
  const none: CivilDate | null = null
  return {
    due: none,
    safeDue: none,
    alternative: none,
    trigger: { event: '', date: none, presumed: false },
    rule: first?.provision?.says ?? first?.source.title ?? '',
    arithmetic: '',
    citations,
    assumptions: [],
    ref: first?.ref ?? null,
  }
}
