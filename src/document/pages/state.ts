import type { KnowledgeSupport } from '../../base/support.ts'
import type { StateDatum, StatePeriod, StateRecord } from '../../knowledge/state.ts'
import { bullets } from '../guide/blocks.ts'
import { amountWords } from '../guide/clockWords.ts'
import type { GuideBlock, GuideClaim } from '../guide/guide.ts'
import { provisionSupport } from '../guide/support.ts'
import { unstopped } from '../guide/voice.ts'
import { framed, section } from './frame.ts'
import { refs, refsTo } from './links.ts'
import type { Page } from './page.ts'
import { pageWords, say, stopped, type To } from './speak.ts'
import type { PageWords } from './words/words.ts'

/** A State: who regulates, its external review, its step-therapy law, other laws, and whom they do not reach. */
export function statePage(to: To, state: StateRecord): Page {
  const { headings } = pageWords(to)
  const name = at(state, 'name', state.name, 'verified')
  return framed(to, {
    kind: 'state',
    id: state.id,
    title: say(to, (w) => w.stateTitle(state.name), [name]),
    description: say(to, (w) => w.stateAbout(state.name), [name]),
    checked: lastChecked(state),
    sections: [
      ...section('reach', headings.reach, bullets(reach(to, state))),
      ...section('regulator', headings.stateRegulator, regulator(to, state)),
      ...section('external', headings.stateExternal, bullets(external(to, state))),
      ...section('steps', headings.stateSteps, bullets(stepTherapy(to, state))),
      ...section('medicaid', headings.stateMedicaid, bullets(medicaid(to, state))),
      ...Object.entries(state.coverageLaws ?? {}).flatMap(([key, list]) =>
        section(
          key.replaceAll('_', '-'),
          pageWords(to).stateLaws[key] ?? headings.law,
          bullets(list.map((d) => datum(to, state, d))),
        ),
      ),
      ...section(
        'processes',
        headings.doors,
        refs(
          refsTo(to, 'process', ['external-review', 'complaint-to-regulator', 'step-therapy-exception', 'medicaid-fair-hearing']),
        ),
      ),
      ...section('coverage', headings.reachedTypes, refs(refsTo(to, 'coverage', reached(to)))),
    ],
  })
}

const reached = (to: To): string[] =>
  [...to.knowledge.coverage.values()].filter((c) => c.stateLaw === 'applies' || c.stateLaw === 'insured_only').map((c) => c.id)

const at = (state: StateRecord, pin: string, quote: string, status: KnowledgeSupport['status']): KnowledgeSupport => ({
  kind: 'law',
  source: `state-${state.id}`,
  pin,
  quote,
  status,
})

function reach(to: To, state: StateRecord): GuideClaim[] {
  const name = at(state, 'name', state.name, 'verified')
  const erisa = to.knowledge.sources.has('29-usc-1144') ? [provisionSupport(to.knowledge, '29-usc-1144#self_funded')] : []
  const fehb = to.knowledge.sources.has('5-usc-8902') ? [provisionSupport(to.knowledge, '5-usc-8902#preemption')] : []
  return [
    say(to, (w) => w.stateReaches(state.name), [name]),
    say(to, (w) => w.notSelfFunded, [name, ...erisa]),
    say(to, (w) => w.notFederal, [name, ...fehb]),
  ]
}

/** Its words, then its citation as the State writes it; "not checked in the law itself" where it is only recalled. */
const datum = (to: To, state: StateRecord, d: StateDatum): GuideClaim =>
  say(to, (w, v) => w.stateSays(unstopped(v.of(d.says)), cited(d), w.statusNote[d.status]), [
    at(state, cited(d), d.says, d.status),
  ])

const cited = (d: { readonly cite?: string | undefined; readonly pin?: string | undefined; readonly status: string }): string =>
  d.cite ? `${d.cite}${d.pin && d.status !== 'recalled' ? d.pin : ''}` : ''

function period(
  to: To,
  state: StateRecord,
  p: StatePeriod | undefined,
  label: (w: PageWords, amount: string) => string,
): GuideClaim[] {
  if (!p) return []
  const english = amountWords(pageWords({ ...to, lang: 'en' }).guide, p.amount, p.unit)
  const own = at(state, cited(p), `${english} ${p.says ?? ''}`.trim(), p.status)
  return [
    say(
      to,
      (w, v) => w.stateSays(unstopped(label(w, amountWords(v.words, p.amount, p.unit))), cited(p), w.statusNote[p.status]),
      [own],
    ),
    ...(p.says ? [say(to, (_, v) => stopped(v.of(p.says ?? '')), [own])] : []),
  ]
}

function regulator(to: To, state: StateRecord): GuideBlock[] {
  const r = state.regulator
  if (!r) return []
  const words = pageWords(to)
  const line = (office: { name: string; phone?: string | undefined; url?: string | undefined }) =>
    [office.name, office.phone, office.url].filter(Boolean).join(', ')
  const row = (label: string, text: string) => ({ label, claim: say(to, () => text, [at(state, 'regulator', text, r.status)]) })
  const rows = [
    row(words.office.regulator, line(r)),
    ...(r.complaintUrl ? [row(words.office.complaint, r.complaintUrl)] : []),
    ...(r.help ? [row(words.office.help, line(r.help))] : []),
  ]
  const others = (r.others ?? []).map((o) =>
    say(to, (_, v) => `${line(o)}: ${stopped(v.of(o.does))}`, [at(state, 'regulator.others', `${line(o)}: ${o.does}`, r.status)]),
  )
  return [{ kind: 'fields', rows }, ...bullets(others)]
}

function external(to: To, state: StateRecord): GuideClaim[] {
  const e = state.externalReview
  if (!e) return []
  const { program, fee, fileWith } = e
  return [
    say(to, (w) => w.stateSays(w.program[program.is], cited(program), w.statusNote[program.status]), [
      at(state, cited(program), `${program.is} ${program.says ?? ''}`, program.status),
    ]),
    ...(program.says
      ? [say(to, (_, v) => stopped(v.of(program.says ?? '')), [at(state, cited(program), program.says, program.status)])]
      : []),
    ...(fileWith ? [datum(to, state, fileWith)] : []),
    ...period(to, state, e.window, (w, amount) => w.externalWindow(amount)),
    ...period(to, state, e.decisionStandard, (w, amount) => w.externalAnswer(amount)),
    ...period(to, state, e.decisionExpedited, (w, amount) => w.externalAnswerFast(amount)),
    ...(fee
      ? [
          say(
            to,
            (w) => w.stateSays(w.externalFee(fee.dollars, fee.refundedIfWon === true), cited(fee), w.statusNote[fee.status]),
            [at(state, cited(fee), `${fee.dollars} dollars`, fee.status)],
          ),
        ]
      : []),
    ...(e.statute ? [datum(to, state, e.statute)] : []),
  ]
}

function stepTherapy(to: To, state: StateRecord): GuideClaim[] {
  const s = state.stepTherapy
  if (!s) return []
  const { grounds, deemedGranted } = s
  return [
    ...(s.statute ? [] : [say(to, (w) => w.stepStatus[s.status], [at(state, 'stepTherapy.status', s.status, 'recalled')])]),
    ...(s.statute ? [datum(to, state, s.statute)] : []),
    ...(grounds
      ? [
          say(
            to,
            (w, v) =>
              w.stateSays(
                unstopped(v.words.state.grounds(grounds.list.map((g) => v.words.state.ground[g]).join('; '))),
                cited(grounds),
                w.statusNote[grounds.status],
              ),
            [at(state, cited(grounds), grounds.list.join('; '), grounds.status)],
          ),
        ]
      : []),
    ...period(to, state, s.decisionStandard, (w, amount) => w.stepAnswer(amount)),
    ...period(to, state, s.decisionUrgent, (w, amount) => w.stepAnswerFast(amount)),
    ...(deemedGranted
      ? [
          say(
            to,
            (w) =>
              w.stateSays(
                w.deemed[deemedGranted.granted ? 'yes' : 'no'],
                cited(deemedGranted),
                w.statusNote[deemedGranted.status],
              ),
            [at(state, cited(deemedGranted), String(deemedGranted.granted), deemedGranted.status)],
          ),
        ]
      : []),
    ...(s.special ?? []).map((d) => datum(to, state, d)),
    ...(s.medicaid
      ? [
          say(
            to,
            (w) =>
              w.stateSays(
                w.stepMedicaid[s.medicaid?.reaches ?? 'no'],
                cited(s.medicaid ?? { status: '' }),
                w.statusNote[s.medicaid?.status ?? 'recalled'],
              ),
            [at(state, cited(s.medicaid), s.medicaid.reaches, s.medicaid.status)],
          ),
        ]
      : []),
  ]
}

const medicaid = (to: To, state: StateRecord): GuideClaim[] => [
  ...period(to, state, state.medicaid?.hearingAfterPlan, (w, amount) => w.hearingAfterPlan(amount)),
  ...period(to, state, state.medicaid?.hearing, (w, amount) => w.hearing(amount)),
  ...(state.medicaid?.agency ? [datum(to, state, state.medicaid.agency)] : []),
]

/** Latest day on which anything of the State was checked. */
function lastChecked(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .map(([key, v]) => (key === 'checked' && typeof v === 'string' ? v : lastChecked(v)))
    .reduce((a, b) => [a, b].sort()[1] ?? '', '')
}
