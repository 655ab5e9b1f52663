import { PROBLEMS } from '../../../base/problem.ts'
import { notHerePage, problemList, problemPage } from '../cases/pages/problem.ts'
import { type Reply, shown } from '../cases/reply.ts'
import { type AppAsked, type AppRoute, open } from '../cases/route.ts'
import type { AppPage } from '../cases/shell/page.ts'
import { each, esc, type Html, html } from '../html/html.ts'
import { inLang } from '../language.ts'
import { ask } from './ask.ts'
import { SAMPLE_PROBLEMS } from './problems.ts'
import { SCREENS, type Screen } from './screens.ts'
import { GALLERY_WORDS } from './words.ts'

/** For review: only where it is switched on, or on the very machine where somebody develops. Elsewhere it is not there. */
export const GALLERY_ROUTES: readonly AppRoute[] = [
  open('get', '/gallery', async (asked) => (isOpen(asked) ? shown(index(asked)) : shown(notHerePage(asked), 404))),
  open('get', '/gallery/:screen', one),
]

const isOpen = ({ app, onThisMachine }: AppAsked): boolean => app.gallery === true || onThisMachine

const page = (asked: AppAsked, address: string, title: string, main: Html): AppPage => ({
  ...{ lang: asked.lang, address, title, main, bar: null, signedIn: false, csrf: '' },
})

function index(asked: AppAsked): AppPage {
  const { lang } = asked
  const words = GALLERY_WORDS[lang]
  const link = (s: Screen) => html`<li><a href="${esc(inLang(lang, `/gallery/${s.id}`))}">${esc(s.shows)}</a></li>`
  const groups = each(
    [...Map.groupBy(SCREENS, (s) => s.group)],
    ([group, screens]) => html`<section><h2>${esc(words.groups[group])}</h2><ul lang="en">${each(screens, link)}</ul></section>`,
  )
  const problems = each(
    SAMPLE_PROBLEMS,
    ({ problem, status }) =>
      html`<section id="${esc(problem.code)}"><h3><code>${esc(problem.code)}</code> <span class="help">${esc(words.answers(status))}</span></h3>${problemList(asked.lang, [problem])}</section>`,
  )
  const main = html`<p class="lead">${esc(words.lead)}</p>${groups}<section><h2>${esc(words.problems)}</h2><p>${esc(words.problemsLead)}</p><div lang="en">${problems}</div></section>`
  return page(asked, '/gallery', words.title, main)
}

async function one(asked: AppAsked): Promise<Reply> {
  const screen = SCREENS.find((s) => s.id === asked.params.screen)
  if (!isOpen(asked) || !screen) return shown(notHerePage(asked), 404)
  const words = GALLERY_WORDS[asked.lang]
  const address = `/gallery/${screen.id}`
  const reply = await ask(asked, screen)
  switch (reply.kind) {
    case 'page': {
      const { again: _, ...still } = reply.page
      // It is looked at, not waited for; the other language is the same screen.
      return shown({ ...still, address }, reply.status)
    }
    case 'refused': {
      const [first] = reply.problems
      const refusal = problemPage(asked, reply.problems, new URL(`http://gallery${address}`))
      return shown({ ...refusal, address }, PROBLEMS[first?.code ?? 'internal-fault'].http)
    }
    default: {
      const to = reply.kind === 'goto' ? reply.to.replace(/\/case\/[^/]+/, '…') : reply.kind
      const main = html`<p>${esc(words.leads(to))}</p><p><a href="${esc(inLang(asked.lang, '/gallery'))}">${esc(words.back)}</a></p>`
      return shown(page(asked, address, screen.shows, main))
    }
  }
}
