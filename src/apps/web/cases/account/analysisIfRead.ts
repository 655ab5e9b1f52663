import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { analysisOf } from '../../../../usecases/cases/analysisOf.ts'
import type { CaseAsked } from '../route.ts'

/** What is known of the case, for the bar above a page that is about something else; null while the letter is not read. */
export async function analysisIfRead({ app, id, state }: CaseAsked): Promise<Analysis | null> {
  if (!state.documents.some((d) => d.doc === state.denial && d.reading.state === 'read')) return null
  const analysis = await analysisOf(app.cases, id, state)
  return analysis.ok ? analysis.value : null
}
