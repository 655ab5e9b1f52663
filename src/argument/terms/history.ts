import type { PriorTreatment, TrialOutcome } from '../../facts/casefacts.ts'
import type { Entry } from '../../facts/fact.ts'
import type { Brief } from '../brief.ts'
import { supportOfEntry } from '../evidence.ts'
import { exhibitPages } from '../exhibit.ts'
import { sayPartialDate, sayPeriod } from '../partialDate.ts'
import { type TermTree, term } from '../term.ts'
import { oneLine } from './denial.ts'

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

/** What was tried, in order of time, and what the chart says came of it. */
export function historyTerms(brief: Brief): TermTree {
  const all = [...brief.facts.priorTreatments].sort((a, b) => (a.value.start ?? '9999').localeCompare(b.value.start ?? '9999'))
  const terms = (entries: readonly Entry<PriorTreatment>[]) => entries.map((e) => trialTerms(e, brief))
  const failed = all.filter(outcomeIn('inadequate_response', 'partial_response'))
  const intolerant = all.filter(outcomeIn('intolerance'))
  return {
    history: {
      all: terms(all),
      failed: terms(failed),
      intolerant: terms(intolerant),
      stopped: terms(all.filter(outcomeIn('inadequate_response', 'partial_response', 'intolerance'))),
      several: failed.length + intolerant.length > 1 ? term('several', [...failed, ...intolerant].flatMap(supportOfEntry)) : null,
    },
    contraindications: brief.facts.contraindications.map((entry): TermTree => {
      const support = supportOfEntry(entry)
      return {
        agent: term(entry.value.agent, support),
        reason: term(oneLine(entry.value.reason), support),
        where: where(support, brief),
      }
    }),
  }
}

function trialTerms(entry: Entry<PriorTreatment>, brief: Brief): TermTree {
  const trial = entry.value
  const support = supportOfEntry(entry)
  const of = (text: string | null) => (text ? term(text, support) : null)
  const period = sayPeriod(trial.start, trial.end) ?? (trial.duration && `for ${trial.duration}`)
  return {
    agent: of(trial.agent),
    dose: of(trial.dose),
    period: of(period),
    start: of(trial.start && sayPartialDate(trial.start)),
    end: of(trial.end && sayPartialDate(trial.end)),
    outcome: of(OUTCOME_WORDS[trial.outcome]),
    reason: of(trial.reason && oneLine(trial.reason)),
    where: where(support, brief),
  }
}

/** "(Exhibit C, p. 1)" ready to close a sentence; null when the case has no page for it. */
export function where(support: ReturnType<typeof supportOfEntry>, brief: Brief) {
  const pages = exhibitPages(support, brief.exhibits)
  return pages ? term(`(${pages})`, []) : null
}
