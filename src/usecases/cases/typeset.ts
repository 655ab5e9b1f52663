import { failAll, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { LetterMeta } from '../../packet/plan.ts'
import { planOf } from '../packetPlan.ts'
import type { SignedPorts } from '../ports.ts'
import { type Analysed, analyseCase } from './analyse.ts'
import type { TypesetFile, TypesetRequest } from './ports.ts'

/** The packet, and the chosen letters by themselves, as PDF and as text to edit; of a signed letter, that one alone. */
export async function typesetCase(ports: SignedPorts, request: TypesetRequest): Promise<Outcome<readonly TypesetFile[]>> {
  const analysed = analyseCase(ports.knowledge, request.analyse)
  if (!analysed.ok) return analysed
  if (request.signed) return typesetSigned(ports, request, request.signed, analysed.value)
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

/** A signed letter as it was frozen: the appeal within its packet, any other by itself; the letter alone beside it. */
async function typesetSigned(
  ports: SignedPorts,
  { files }: TypesetRequest,
  { letter, signatures }: NonNullable<TypesetRequest['signed']>,
  { brief, documents, analysis }: Analysed,
): Promise<Outcome<readonly TypesetFile[]>> {
  const appeal = letter.kind === 'appeal' ? letter : analysis.letters.find((l) => l.kind === 'appeal')
  const { plan, exhibitFiles } = planOf(brief, appeal ?? letter, { documents, bytes: files, unread: [] })
  const file = (name: string, bytes: Uint8Array, pages: number): TypesetFile => ({ name, form: 'pdf', bytes, pages })
  if (letter.kind !== 'appeal') {
    const set = await ports.signedLetterPdf(letter, plan, signatures)
    if (!set.ok) return set
    const { pdf, letterPdf, pageCount } = set.value
    return ok([file('sealed', pdf, pageCount), file('letter', letterPdf, 0)], set.warnings)
  }
  const set = await ports.packetPdf(plan, exhibitFiles, signatures)
  if (!set.ok) return set
  const { pdf, letterPdf, pageCount, parts = [] } = set.value
  return ok([{ ...file('sealed', pdf, pageCount), parts }, file('letter', letterPdf, 0)], set.warnings)
}
