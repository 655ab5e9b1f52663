import { PDFDocument } from '@cantoo/pdf-lib'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'

/** How many pages a PDF has; what can not be opened is a problem. */
export async function pageCount(pdf: Uint8Array): Promise<Outcome<number>> {
  try {
    return ok((await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount())
  } catch {
    return fail(
      problem('file-unreadable', 'document', 'This PDF can not be opened.', 'Save it as a PDF again, without a password.'),
    )
  }
}
