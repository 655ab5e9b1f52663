import { parseDate } from '../../../../base/date.ts'
import { PROBLEMS, type Problem, problem } from '../../../../base/problem.ts'
import { CLOSINGS, closeCase, reopenCase } from '../../../../usecases/cases/track/close.ts'
import { each, esc, html, none } from '../../html/html.ts'
import { casePage } from '../casePage.ts'
import { problemList } from '../pages/problem.ts'
import { goto, type Reply, refused, shown } from '../reply.ts'
import { type AppRoute, type CaseAsked, inCase } from '../route.ts'
import { action, token } from './forms.ts'
import { TRACK_WORDS } from './words/words.ts'

export const CLOSE_ROUTES: readonly AppRoute[] = [
  inCase('get', '/close', 'case.close', (asked) => Promise.resolve(page(asked, []))),
  inCase('post', '/close', 'case.close', close),
  inCase('post', '/reopen', 'case.close', reopen),
]

/** Cases whose answer says how they ended have it chosen already; the person decides. */
const LIKELY = {
  overturned: 'won',
  partly_overturned: 'partly_won',
  upheld: 'lost',
  dismissed: 'lost',
  not_an_answer: null,
} as const

function page(asked: CaseAsked, problems: readonly Problem[]): Reply {
  const { lang, state, given, app } = asked
  const words = TRACK_WORDS[lang]
  const last = state.answers.at(-1)
  const chosen = given.fields.get('how') ?? (last ? LIKELY[last.outcome] : null)
  const on = given.fields.get('on') ?? last?.on ?? app.cases.clock.today()
  const main = html`<p class="lead">${esc(words.closeLead)}</p>${problems.length ? problemList(asked.lang, problems) : none}<form class="sheet-form" method="post" action="${action(asked, '/close')}">${token(asked)}<fieldset class="choices"><legend>${esc(words.closeTitle)}</legend>${each(CLOSINGS, (how) => html`<p class="check"><input type="radio" name="how" id="how-${esc(how)}" value="${esc(how)}"${how === chosen ? html` checked` : none}><label for="how-${esc(how)}">${esc(words.closings[how])}</label></p>`)}</fieldset><div class="field"><label for="on">${esc(words.closedOnLabel)}</label><input type="date" id="on" name="on" value="${esc(on)}"></div><div class="field"><label for="note">${esc(words.note)}</label><textarea id="note" name="note" rows="2" maxlength="500">${esc(given.fields.get('note') ?? '')}</textarea></div><p><button>${esc(words.closeButton)}</button></p><p class="help">${esc(words.counted)}</p></form>`
  return shown(casePage(asked, 'track', '/close', words.close, main, null), problems[0] ? PROBLEMS[problems[0].code].http : 200)
}

async function close(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, given, lang } = asked
  const words = TRACK_WORDS[lang]
  const how = CLOSINGS.find((h) => h === given.fields.get('how'))
  const on = parseDate(given.fields.get('on') ?? '')
  if (!how || !on)
    return page(asked, [
      ...(how ? [] : [problem('form-invalid', 'how', words.noClosing, words.noOutcomeFix)]),
      ...(on ? [] : [problem('form-invalid', 'on', words.badDate, words.badDateFix)]),
    ])
  const done = await closeCase(app.cases, id, actor, { how, on, note: given.fields.get('note') })
  return done.ok ? goto(`/case/${id}/track`) : page(asked, done.problems)
}

async function reopen({ app, id, actor }: CaseAsked): Promise<Reply> {
  const done = await reopenCase(app.cases, id, actor)
  return done.ok ? goto(`/case/${id}/track`) : refused(done.problems)
}
