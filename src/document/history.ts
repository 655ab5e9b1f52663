import type { Brief } from '../argument/brief.ts'
import { claim } from '../argument/claim.ts'
import { supportOfEntry } from '../argument/evidence.ts'
import { exhibitPages } from '../argument/exhibit.ts'
import { distinct } from '../argument/sentences.ts'
import type { TrialOutcome } from '../facts/casefacts.ts'
import { sayPeriod } from '../facts/partialDate.ts'
import type { Block } from './letter.ts'

const OUTCOMES: Record<TrialOutcome, string> = {
  inadequate_response: 'Did not suffice',
  intolerance: 'Not tolerated',
  contraindicated: 'Contraindicated',
  partial_response: 'Partial response',
  response: 'Responded',
  ongoing: 'Continuing',
  not_stated: 'Outcome not stated in the record',
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What has been tried, in order of time: heading and table; nothing when the record shows no trial. */
export function historyBlocks(brief: Brief): Block[] {
  const trials = [...brief.facts.priorTreatments].sort((a, b) => (a.value.start ?? '9999').localeCompare(b.value.start ?? '9999'))
  const all = distinct(trials.flatMap(supportOfEntry))
  if (!all.length) return []
  const rows = trials.map((entry) => {
    const { agent, dose, start, end, duration, outcome, reason } = entry.value
    const support = distinct(supportOfEntry(entry))
    const period = sayPeriod(start, end)?.replace(/^from /, '') ?? duration
    const cell = (text: string | null) => (text ? [claim(text, support)] : [])
    return [
      cell(capitalized(dose ? `${agent}, ${dose}` : agent)),
      cell(period ?? 'Dates not in the record'),
      cell(reason ? `${OUTCOMES[outcome]}: ${reason.replace(/\s+/g, ' ').trim()}` : OUTCOMES[outcome]),
      cell(exhibitPages(support, brief.exhibits)),
    ]
  })
  return [
    { kind: 'heading', level: 2, text: claim('Treatment so far', all) },
    {
      kind: 'table',
      caption: claim('Treatment history, from the enclosed records', all),
      columns: ['Treatment', 'When', 'Outcome', 'Where'],
      widths: [24, 22, 38, 16],
      rows,
    },
  ]
}
