import type { Support } from '../../base/support.ts'
import type { PriorTreatment, TrialOutcome } from '../../facts/casefacts.ts'
import type { Entry } from '../../facts/fact.ts'
import { sayPartialDate, sayPeriod } from '../../facts/partialDate.ts'
import type { Brief } from '../brief.ts'
import { supportOfEntry } from '../evidence.ts'
import { exhibitPages } from '../exhibit.ts'
import { isRequested } from '../relevance.ts'
import { type TermTree, term } from '../term.ts'
import { agentInSentence, namesInSentence } from './agent.ts'
import { quotable } from './quote.ts'

const OUTCOME_WORDS: Record<TrialOutcome, string | null> = {
  inadequate_response: 'inadequate response',
  intolerance: 'not tolerated',
  contraindicated: 'contraindicated',
  partial_response: 'partial response',
  response: 'response',
  ongoing: 'continuing',
  not_stated: null,
}

const outcomeIn =
  (...outcomes: TrialOutcome[]) =>
  (e: Entry<PriorTreatment>) =>
    outcomes.includes(e.value.outcome)

/** What was tried, in order of time, and what the chart says came of it; earlier courses of the treatment asked for apart. */
export function historyTerms(brief: Brief): TermTree {
  const { facts, treatment } = brief
  const ordered = [...facts.priorTreatments].sort((a, b) => (a.value.start ?? '9999').localeCompare(b.value.start ?? '9999'))
  const requested = ordered.filter((e) => isRequested(e.value, facts, treatment))
  const others = ordered.filter((e) => !requested.includes(e))
  const terms = (entries: readonly Entry<PriorTreatment>[]) => entries.map((e) => trialTerms(e, brief))
  const named = (entries: readonly { readonly value: { readonly agent: string }; readonly support: readonly Support[] }[]) => {
    const names = [...new Set(entries.map((e) => agentInSentence(e.value.agent, brief.knowledge)))]
    return names.length
      ? term(
          namesInSentence(names),
          entries.flatMap((e) => e.support),
        )
      : null
  }
  const supported = <T>(entries: readonly Entry<T>[]) => entries.map((e) => ({ value: e.value, support: supportOfEntry(e) }))
  const intolerant = others.filter(outcomeIn('intolerance'))
  const harmed = new Set(intolerant.map((e) => e.value.agent.toLowerCase()))
  const failed = others
    .filter(outcomeIn('inadequate_response', 'partial_response'))
    .filter((e) => !harmed.has(e.value.agent.toLowerCase()))
  const stopped = others.filter((e) => failed.includes(e) || intolerant.includes(e))
  /** Ended for a reason that the chart gives without saying whether it was harm or no effect: that judgment is not ours. */
  const ended = others.filter((e) => e.value.outcome === 'not_stated' && e.value.end && e.value.reason)
  return {
    history: {
      ended: terms(ended),
      endedNames: named(supported(ended)),
      failed: terms(failed),
      failedNames: named(supported(failed)),
      intolerant: terms(intolerant),
      intolerantNames: named(supported(intolerant)),
      stopped: terms(stopped),
      stoppedNames: named(supported(stopped)),
      requested: terms(requested),
      responded: terms(requested.filter(outcomeIn('response'))),
      insufficient: terms(requested.filter(outcomeIn('inadequate_response', 'partial_response'))),
      several: stopped.length > 1 ? term('several', stopped.flatMap(supportOfEntry)) : null,
    },
    contraindicatedNames: named(supported(facts.contraindications)),
    contraindications: facts.contraindications.map((entry): TermTree => {
      const support = supportOfEntry(entry)
      return {
        agent: term(agentInSentence(entry.value.agent, brief.knowledge), support),
        /** Set where the quoted words do not name it themselves. */
        named: entry.value.reason.toLowerCase().includes(entry.value.agent.toLowerCase())
          ? null
          : term(agentInSentence(entry.value.agent, brief.knowledge), support),
        reason: term(quotable(entry.value.reason), support),
        where: where(support, brief),
      }
    }),
  }
}

function trialTerms(entry: Entry<PriorTreatment>, brief: Brief): TermTree {
  const trial = entry.value
  const support = supportOfEntry(entry)
  const of = (text: string | null) => (text ? term(text, support) : null)
  const outcome = OUTCOME_WORDS[trial.outcome]
  const reason = trial.reason && quotable(trial.reason)
  const said = reason ? `“${reason}”` : outcome
  const period = sayPeriod(trial.start, trial.end) ?? (trial.duration && `for ${trial.duration}`)
  return {
    agent: of(agentInSentence(trial.agent, brief.knowledge)),
    dose: of(trial.dose),
    period: of(period),
    start: of(trial.start && sayPartialDate(trial.start)),
    end: of(trial.end && sayPartialDate(trial.end)),
    outcome: of(OUTCOME_WORDS[trial.outcome]),
    /** What came of it: the chart's words, else the outcome in ours. */
    said: of(said),
    result: of(outcome && reason ? `${outcome}, “${reason}”` : said),
    reason: of(trial.reason && quotable(trial.reason)),
    where: where(support, brief),
  }
}

/** "(Exhibit C, p. 1)" ready to close a sentence; null when the case has no page for it. */
export function where(support: ReturnType<typeof supportOfEntry>, brief: Brief) {
  const pages = exhibitPages(support, brief.exhibits)
  return pages ? term(`(${pages})`, support) : null
}
