import { fail, type Outcome, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import type { LadderLevel, Situation } from '../../../rights/ladder.ts'
import type { DeadlineCase } from '../../../rights/reckonCase.ts'
import { askRights, type RightsAnswer, reckonCases } from '../../../usecases/rights.ts'
import type { World } from '../../wire.ts'
import { dateOption, parseOptions } from '../arguments.ts'
import { citationText } from '../citationText.ts'
import type { Command } from '../command.ts'

const TIMINGS = ['pre_service', 'concurrent', 'post_service'] as const

export const rights: Command = {
  name: 'rights',
  help: `Usage: appealwright rights --coverage ID --notice DATE [--received DATE] [--level LEVEL]
                          [--urgency urgent|pre_service|concurrent|post_service] [--state XX] [--json]
       appealwright rights --cases FILE --json

Shows every level, who decides it, by when to ask and by when they must answer, each with its rule,
its arithmetic and its citation. Without --coverage it asks the question that would settle the type.

  --cases FILE   a JSON file of deadline questions ({"cases": [...]}); prints
                 [{id, due, safeDue, citation, arithmetic}]

Examples:
  appealwright rights --coverage erisa_self_funded --notice 2026-10-06 --received 2026-10-10
  appealwright rights --coverage medicare_advantage --notice 2026-09-01 --urgency urgent --json
`,
  async run(args, world) {
    const parsed = parseOptions('rights', args, {
      coverage: { type: 'string' },
      notice: { type: 'string' },
      received: { type: 'string' },
      level: { type: 'string' },
      urgency: { type: 'string' },
      state: { type: 'string' },
      cases: { type: 'string' },
      json: { type: 'boolean' },
    })
    if (!parsed.ok) return parsed
    const { values } = parsed.value
    if (values.cases !== undefined) return answerCases(values.cases, world)
    const notice = dateOption('--notice', values.notice)
    if (!notice.ok) return notice
    const received = dateOption('--received', values.received)
    if (!received.ok) return received
    const urgency = values.urgency
    if (urgency !== undefined && urgency !== 'urgent' && !isTiming(urgency))
      return fail(problem('usage', '--urgency', `"${urgency}" is not an urgency.`, `Use urgent, ${TIMINGS.join(', ')}.`))
    const ports = world.ports()
    if (!ports.ok) return ports
    const answer = askRights(ports.value, {
      coverage: values.coverage ?? null,
      notice: notice.value,
      received: received.value,
      timing: urgency !== undefined && isTiming(urgency) ? urgency : null,
      urgent: urgency === 'urgent',
      level: values.level ?? null,
      state: values.state?.toUpperCase() ?? null,
    })
    if (!answer.ok) return answer
    return ok(
      values.json ? `${JSON.stringify(answer.value.level ?? answer.value.ladder, null, 2)}\n` : readable(answer.value),
      answer.warnings,
    )
  },
}

const isTiming = (s: string): s is NonNullable<Situation['timing']> => (TIMINGS as readonly string[]).includes(s)

async function answerCases(path: string, world: World): Promise<Outcome<string>> {
  const file = await world.readNamed(path)
  if (!file.ok) return file
  const cases = casesIn(new TextDecoder().decode(file.value.bytes))
  if (!cases)
    return fail(
      problem(
        'usage',
        path,
        'This is not a JSON file of deadline questions.',
        'It needs {"cases": [{id, coverage_type, level, clock, urgency, inputs}]}.',
      ),
    )
  const ports = world.ports()
  if (!ports.ok) return ports
  return ok(`${JSON.stringify(reckonCases(ports.value, cases), null, 2)}\n`)
}

function casesIn(text: string): DeadlineCase[] | null {
  try {
    const data: unknown = JSON.parse(text)
    const list: unknown = Array.isArray(data) ? data : (data as { cases?: unknown }).cases
    return Array.isArray(list) && list.every(isCase) ? list : null
  } catch {
    return null
  }
}

const isCase = (c: unknown): c is DeadlineCase =>
  typeof c === 'object' &&
  c !== null &&
  ['id', 'coverage_type', 'level', 'clock', 'urgency'].every((k) => typeof (c as Record<string, unknown>)[k] === 'string') &&
  typeof (c as DeadlineCase).inputs === 'object'

function readable(answer: RightsAnswer): string {
  const { ladder, level } = answer
  const levels = level ? [level] : ladder.levels.filter((l) => l.standing !== 'passed')
  return `${[...levels.map(levelText), ...(level ? [] : stateText(answer))].join('\n\n')}\n`
}

/** What the State adds to the ladder: its law on step therapy, and who helps there. */
function stateText({ stepTherapy: { law }, regulator }: RightsAnswer): string[] {
  const step = law ? [`  Step therapy for a drug: ${law.says}\n    Law: ${citationText(law.citations)}`] : []
  if (!regulator) return step
  const offices = [regulator, ...(regulator.help ? [regulator.help] : [])]
  const named = offices.map((o) => [o.name, o.phone].filter((x) => x !== undefined).join(', '))
  return [...step, `  State regulator and help: ${[...new Set(named)].join('; ')}`]
}

/** "25 dollars, at most 75 a year, refunded if you win". */
function feeText({ dollars, yearlyCap, refundedIfWon, waivable }: NonNullable<NonNullable<LadderLevel['state']>['fee']>): string {
  if (dollars === 0) return 'none'
  const terms = [yearlyCap ? `at most ${yearlyCap} a year` : null, refundedIfWon ? 'refunded if you win' : null]
  return [`${dollars} dollars`, ...terms, waivable ? 'can be waived' : null].filter((t) => t !== null).join(', ')
}

function levelText(l: LadderLevel): string {
  const lines = [`${l.standing === 'current' ? '▶ ' : '  '}${l.name.en} — decided by ${l.decider.en}`]
  if (l.file) {
    const { due, safeDue, rule, arithmetic, citations, assumptions, alternative } = l.file
    lines.push(due ? `    File by ${safeDue}${safeDue === due ? '' : ` (last legal day ${due})`}` : '    No date:')
    if (alternative) lines.push(`    Another reading of the rule gives ${alternative}.`)
    lines.push(
      `    Rule: ${rule}`,
      ...(arithmetic ? [`    Count: ${arithmetic}`] : []),
      `    Law: ${citationText(citations)}`,
      ...assumptions.map((a) => `    Note: ${a}`),
    )
  }
  if (l.state?.program.says) lines.push(`    ${l.state.program.says}`)
  if (l.state?.fileWith) lines.push(`    ${l.state.fileWith.says}${l.state.fileWith.phone ? ` ${l.state.fileWith.phone}` : ''}`)
  if (l.state?.fee) lines.push(`    Fee: ${feeText(l.state.fee)}`)
  if (l.automatic) lines.push(`    ${l.automatic.says}`)
  for (const [key, clock] of Object.entries(l.decide))
    lines.push(`    Decision, ${key.replaceAll('_', ' ')}: ${clock.amount} (${citationText(clock.citations)})`)
  return lines.join('\n')
}
