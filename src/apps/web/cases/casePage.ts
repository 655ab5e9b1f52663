import { daysBetween } from '../../../base/date.ts'
import type { CaseState } from '../../../casefile/state.ts'
import { standingSignature } from '../../../casefile/state.ts'
import { filed } from '../../../casefile/track/filed.ts'
import type { Analysis } from '../../../usecases/cases/analysis.ts'
import { draftIsCurrent } from '../../../usecases/cases/draft.ts'
import { decidedSince } from '../../../usecases/cases/track/tracking.ts'
import { sayDate } from '../dates.ts'
import type { Html } from '../html/html.ts'
import type { Lang } from '../language.ts'
import type { Library } from '../library.ts'
import { nameOf } from '../pages/names.ts'
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

function barOf({ id, state, lang, app, library }: CaseAsked, here: Step | null, analysis: Analysis | null): CaseBar {
  const today = app.cases.clock.today()
  const due = analysis?.ladder?.current?.file?.safeDue?.slice(0, 10) ?? null
  // A fax that failed, and what was sent at an earlier level, leave the time running; an answer or the end of the case stops it.
  const quiet = filed(state) !== null || decidedSince(state) !== null || state.closed !== null
  const left = due ? daysBetween(today, due as typeof today) : null
  return {
    id,
    about: analysis ? aboutOf(library, lang, analysis) : null,
    steps: stepsOf(id, state, analysis, here),
    here,
    deadline:
      due && left !== null && !quiet ? { text: APP_WORDS[lang].sendBy(sayDate(lang, due), left), urgent: left <= 14 } : null,
  }
}

/** What the case is about, from what is known: "Ocrelizumab (Ocrevus) · Cigna". */
export function aboutOf({ knowledge }: Library, lang: Lang, { facts, treatment }: Analysis): string | null {
  const held = treatment ? nameOf(knowledge, lang, 'treatment', treatment) : ''
  const stated = facts?.treatment.name.state === 'unknown' ? null : (facts?.treatment.name.value ?? null)
  const payer = facts?.plan.payer.state === 'unknown' ? null : (facts?.plan.payer.value.name ?? null)
  const short = stated && stated.length > ABOUT_MOST ? `${stated.slice(0, ABOUT_MOST).trimEnd()}…` : stated
  return [held || short, payer].filter(Boolean).join(' · ') || null
}

/** A letter may describe a treatment in a paragraph. */
const ABOUT_MOST = 60

const PATH: Readonly<Record<Step, string>> = {
  letter: '/letter',
  questions: '/questions',
  evidence: '/evidence',
  draft: '/draft',
  sign: '/sign',
  send: '/send',
  track: '/track',
}

/** Every step of a case with how far it is. */
export function stepsOf(id: string, state: CaseState, analysis: Analysis | null, here: Step | null): readonly StepMark[] {
  const signed = state.signings.some(standingSignature)
  const done: Readonly<Record<Step, boolean>> = {
    letter: state.confirmed,
    questions: analysis !== null && analysis.coverage.settled !== null && state.confirmed,
    evidence: state.documents.some((d) => d.role === 'record' || d.role === 'policy'),
    draft: draftIsCurrent(state),
    sign: signed,
    send: filed(state) !== null || decidedSince(state) !== null,
    track: state.closed !== null,
  }
  const ready = analysis !== null
  return STEPS.map((step) => ({
    step,
    to: `/case/${id}${PATH[step]}`,
    state: done[step] ? 'done' : step === here ? 'now' : ready || step === 'letter' ? 'open' : 'later',
  }))
}
