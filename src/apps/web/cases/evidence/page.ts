import type { Problem } from '../../../../base/problem.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import type { Progress } from '../../../../usecases/cases/ports.ts'
import { esc, type Html, html, none } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { problemList } from '../pages/problem.ts'
import type { CaseAsked } from '../route.ts'
import { documentsPart, uploadForms } from './documents.ts'
import { byHandPart, factsPart } from './facts.ts'
import { historyPart } from './timeline.ts'
import { NOTHING_WANTED, type WantedForm, wantedPart } from './wanted.ts'
import { EVIDENCE_WORDS } from './words/words.ts'

/** What could not be taken on the last try, shown where it was given. */
export interface EvidenceTry {
  readonly upload?: { readonly role: 'record' | 'policy'; readonly problems: readonly Problem[] }
  readonly wanted?: WantedForm
  readonly problems?: readonly Problem[]
}

/** `analysis` null while documents are being read: only they are shown then, so that nothing typed is lost. */
export function evidenceMain(
  asked: CaseAsked,
  analysis: Analysis | null,
  progress: ReadonlyMap<string, Progress | null>,
  tried: EvidenceTry,
): Html {
  const words = EVIDENCE_WORDS[asked.lang]
  const documents = documentsPart(asked, progress)
  if (!analysis) return html`${documents}<p>${esc(words.reading)}</p>`
  const at = (path: string) => esc(inLang(asked.lang, `/case/${asked.id}${path}`))
  const upload = asked.mayAlso('document.add')
    ? uploadForms(asked, tried.upload?.problems ?? [], tried.upload?.role ?? null)
    : none
  const next = html`<p class="actions"><a class="button" href="${at('/criteria')}">${esc(words.goCriteria)}</a><a href="${at('/draft')}">${esc(words.goDraft)}</a></p>`
  return html`<p class="lead">${esc(words.lead)}</p>${tried.problems?.length ? problemList(asked.lang, tried.problems) : none}${documents}${upload}${next}${factsPart(asked, analysis)}${historyPart(asked, analysis)}${byHandPart(asked)}${wantedPart(asked, analysis, tried.wanted ?? NOTHING_WANTED)}${next}`
}
