import { fail, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import type { GuideLang } from '../../../document/guide/guide.ts'
import { guideJson } from '../../../document/guide/json.ts'
import { makeGuide } from '../../../document/guide/makeGuide.ts'
import { guideText } from '../../../document/guide/text.ts'
import { dateOption, parseOptions } from '../arguments.ts'
import type { Command } from '../command.ts'

const isLang = (text: string): text is GuideLang => text === 'en' || text === 'es'

export const guide: Command = {
  name: 'guide',
  help: `Usage: appealwright guide PAYER TREATMENT REASON [--coverage ID] [--state XX] [--notice DATE] [--lang en|es] [--json]

Names are ids or addresses of guides: bcbs, anti-cd20-ocrevus, step-therapy.

Examples:
  appealwright guide bcbs anti-cd20-ocrevus step-therapy
  appealwright guide cigna cimt step-therapy --coverage erisa_insured --notice 2026-10-06
  appealwright guide aetna dupilumab medical-necessity --lang es
`,
  async run(args, world) {
    const parsed = parseOptions('guide', args, {
      coverage: { type: 'string' },
      state: { type: 'string' },
      notice: { type: 'string' },
      lang: { type: 'string' },
      json: { type: 'boolean' },
    })
    if (!parsed.ok) return parsed
    const { values, positionals } = parsed.value
    const [payer, treatment, reason] = positionals
    if (!payer || !treatment || !reason || positionals.length > 3)
      return fail(
        problem(
          'usage',
          'appealwright guide',
          'A payer, a treatment and a reason are needed.',
          'Write "appealwright guide PAYER TREATMENT REASON".',
        ),
      )
    const notice = dateOption('--notice', values.notice)
    if (!notice.ok) return notice
    const { lang = 'en' } = values
    if (!isLang(lang))
      return fail(problem('usage', '--lang', 'A guide is written in English or in Spanish.', 'Write "--lang en" or "--lang es".'))
    const ports = world.ports()
    if (!ports.ok) return ports
    const made = makeGuide(ports.value.knowledge, {
      payer,
      treatment,
      reason,
      lang,
      ...(values.coverage ? { coverage: values.coverage } : {}),
      ...(values.state ? { state: values.state } : {}),
      ...(notice.value ? { noticeDate: notice.value } : {}),
    })
    return made.ok ? ok(values.json ? guideJson(made.value) : guideText(made.value), made.warnings) : made
  },
}
