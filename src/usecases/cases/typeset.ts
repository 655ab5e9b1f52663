import { failAll, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { LetterMeta } from '../../packet/plan.ts'
import { planOf } from '../packetPlan.ts'
import type { Ports } from '../ports.ts'
import { analyseCase } from './analyse.ts'
import type { TypesetFile, TypesetRequest } from './ports.ts'

/** The packet, and the chosen letters by themselves, as PDF and as text to edit. */
export async function typesetCase(ports: Ports, request: TypesetRequest): Promise<Outcome<readonly TypesetFile[]>> {
  const analysed = analyseCase(ports.knowledge, request.analyse)
  if (!analysed.ok) return analysed
  const { brief, analysis, documents } = analysed.value
  const appeal = analysis.letters.find((l) => l.kind === 'appeal')
  if (!appeal)
    return failAll([
      problem(
        'not-a-denial',
        'letter',
        'The appeal cannot be written yet: the payer, what was denied, or the reason is not known.',
        'Answer the open questions of the case.',
      ),
    ])
  const { plan, exhibitFiles } = planOf(brief, appeal, { documents, bytes: request.files, unread: [] })
  const meta: LetterMeta = { author: plan.author, language: plan.language, today: plan.today, reference: plan.reference }
  const letters = analysis.letters.filter((l) => l.kind !== 'appeal' && request.letters.includes(l.kind))
  const [packet, appealDocx, pdfs, docx] = await Promise.all([
    ports.packetPdf(plan, exhibitFiles),
    ports.letterDocx(appeal, meta),
    Promise.all(letters.map((l) => ports.letterPdf(l, meta))),
    Promise.all(letters.map((l) => ports.letterDocx(l, meta))),
  ])
  if (!packet.ok) return packet
  const warnings = [...packet.warnings]
  const files: TypesetFile[] = [
    { name: 'packet', form: 'pdf', bytes: packet.value.pdf, pages: packet.value.pageCount },
    { name: 'appeal', form: 'pdf', bytes: packet.value.letterPdf, pages: 0 },
    { name: 'appeal', form: 'docx', bytes: appealDocx, pages: 0 },
  ]
  for (const [i, letter] of letters.entries()) {
    const [pdf, text] = [pdfs[i], docx[i]]
    if (!pdf || !text) throw new Error('a letter was not typeset')
    if (!pdf.ok) return pdf
    warnings.push(...pdf.warnings)
    files.push(
      { name: letter.kind, form: 'pdf', bytes: pdf.value, pages: 0 },
      { name: letter.kind, form: 'docx', bytes: text, pages: 0 },
    )
  }
  return ok(files, warnings)
}
