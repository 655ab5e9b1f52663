import { daysBetween } from '../../../base/date.ts'
import type { CaseState } from '../../../casefile/state.ts'
import { standingSignature } from '../../../casefile/state.ts'
import type { Analysis } from '../../../usecases/cases/analysis.ts'
import { draftIsCurrent } from '../../../usecases/cases/draft.ts'
import { sayDate } from '../dates.ts'
import type { Html } from '../html/html.ts'
import type { CaseAsked } from './route.ts'
import { type AppPage, type CaseBar, STEPS, type Step, type StepMark } from './shell/page.ts'
import { APP_WORDS } from './words/words.ts'

/** A page of a case with its bar; `analysis` null while nothing can be made of the letter yet. */
export function casePage(
  asked: CaseAsked,
  here: Step | null,
  address: string,
  title: string,
  main: Html,
  analysis: Analysis | null,
  more: Partial<Pick<AppPage, 'again' | 'wide' | 'script'>> = {},
): AppPage {
  return {
    lang: asked.lang,
    address: `/case/${asked.id}${address}`,
    title,
    main,
    bar: barOf(asked, here, analysis),
    signedIn: asked.session.person.email !== null,
    csrf: asked.csrf,
    ...more,
  }
}

function barOf({ id, state, lang, app }: CaseAsked, here: Step | null, analysis: Analysis | null): CaseBar {
  const today = app.cases.clock.today()
  const due = analysis?.ladder?.current?.file?.safeDue?.slice(0, 10) ?? null
  const sent = state.sendings.length > 0
  const left = due ? daysBetween(today, due as typeof today) : null
  return {
    id,
    about: analysis ? aboutOf(analysis) : null,
    steps: stepsOf(id, state, analysis, here),
    here,
    deadline:
      due && left !== null && !sent ? { text: APP_WORDS[lang].sendBy(sayDate(lang, due), left), urgent: left <= 14 } : null,
  }
}

/** What the case is about, from what is known: "Ocrelizumab (Ocrevus), Cigna". */
export function aboutOf({ facts }: Analysis): string | null {
  if (!facts) return null
  const treatment = facts.treatment.name.state === 'unknown' ? null : facts.treatment.name.value
  const payer = facts.plan.payer.state === 'unknown' ? null : facts.plan.payer.value.name
  return [treatment, payer].filter(Boolean).join(' · ') || null
}

const PATH: Readonly<Record<Step, string>> = {
  letter: '/letter',
  questions: '/questions',
  evidence: '/evidence',
  draft: '/draft',
  sign: '/sign',
  send: '/send',
  track: '/track',
}

function stepsOf(id: string, state: CaseState, analysis: Analysis | null, here: Step | null): readonly StepMark[] {
  const signed = state.signings.some(standingSignature)
  const done: Readonly<Record<Step, boolean>> = {
    letter: state.confirmed,
    questions: analysis !== null && analysis.coverage.settled !== null && state.confirmed,
    evidence: state.documents.some((d) => d.role === 'record' || d.role === 'policy'),
    draft: draftIsCurrent(state),
    sign: signed,
    send: state.sendings.length > 0,
    track: state.closed !== null,
  }
  const ready = analysis !== null
  return STEPS.map((step) => ({
    step,
    to: `/case/${id}${PATH[step]}`,
    state: done[step] ? 'done' : step === here ? 'now' : ready || step === 'letter' ? 'open' : 'later',
  }))
}
