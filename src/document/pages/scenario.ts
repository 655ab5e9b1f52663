import type { ScenarioRecord, Statement } from '../../knowledge/process.ts'
import { list } from '../guide/blocks.ts'
import { framed, section } from './frame.ts'
import { refs, refsTo } from './links.ts'
import type { Page } from './page.ts'
import { bilingual, ownSupport, pageWords, statementItem, type To } from './speak.ts'

/** A situation as the person asks about it: the short answer, what decides it, what to do, how far this goes. */
export function scenarioPage(to: To, scenario: ScenarioRecord): Page {
  const { headings } = pageWords(to)
  const own = (pin: string, s: Statement) => ownSupport(scenario.id, pin, s.en, scenario.trust.status)
  const items = (field: 'facts' | 'steps' | 'limits') =>
    scenario[field].map((s, i) => statementItem(to, s, own(`${field}.${i}`, s), scenario.coverages))
  return framed(to, {
    kind: 'scenario',
    id: scenario.id,
    title: bilingual(to, scenario.question, [ownSupport(scenario.id, 'question', scenario.question.en, scenario.trust.status)]),
    description: bilingual(to, scenario.answer, [own('answer', scenario.answer)]),
    checked: scenario.trust.checked,
    sections: [
      ...section('answer', headings.answer, list([statementItem(to, scenario.answer, own('answer', scenario.answer), [])])),
      ...section('decides', headings.decidesIt, list(items('facts'))),
      ...section('steps', headings.steps, list(items('steps'), true)),
      ...section('cannot', headings.notSaid, list(items('limits'))),
      ...section('processes', headings.doors, refs(refsTo(to, 'process', scenario.processes))),
      ...section('reasons', headings.reasonsMet, refs(refsTo(to, 'reason', scenario.reasons))),
      ...section('coverage', headings.meets, refs(refsTo(to, 'coverage', scenario.coverages))),
      ...section('related', headings.related, refs(refsTo(to, 'scenario', scenario.related))),
    ],
  })
}
