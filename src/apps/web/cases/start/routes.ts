import { PROBLEMS, type Problem, problem } from '../../../../base/problem.ts'
import { CASE_ROLES, type CaseRole } from '../../../../casefile/event.ts'
import { openCase } from '../../../../usecases/cases/documents.ts'
import type { PersonId } from '../../../../usecases/cases/ports.ts'
import { limited } from '../../../../usecases/people/limits.ts'
import { startVisit } from '../../../../usecases/people/visit.ts'
import { goto, type Reply, shown } from '../reply.ts'
import { type AppAsked, type AppRoute, open } from '../route.ts'
import { PASTE_MOST, startPage } from './page.ts'
import { START_WORDS } from './words.ts'

/** Bytes of one upload. */
export const UPLOAD_MOST = 40 * 1024 * 1024

export const START_ROUTES: readonly AppRoute[] = [
  open('get', '/start', async (asked) => shown(startPage(asked))),
  open('post', '/start', start, { most: UPLOAD_MOST, tokenless: true }),
]

async function start(asked: AppAsked): Promise<Reply> {
  const { app, given, lang } = asked
  const text = (given.fields.get('text') ?? '').slice(0, PASTE_MOST)
  const again = (problems: readonly Problem[]) =>
    shown(startPage(asked, problems, text), PROBLEMS[problems[0]?.code ?? 'form-invalid'].http)
  const tooMany = await limited(app.people, 'caseOpen', asked.from)
  if (tooMany) return again(tooMany.problems)
  const files = given.files.filter((f) => f.field === 'letter')
  if (!files.length && !text.trim()) {
    const words = START_WORDS[lang]
    return again([problem('form-invalid', 'letter', words.nothing, words.nothingFix)])
  }
  const letter = files.length ? files : [{ name: 'letter.txt', bytes: new TextEncoder().encode(text) }]
  const upload = await app.intake(letter)
  if (!upload.ok) return again(upload.problems)
  const visit = asked.session ? null : await startVisit(app.people, lang)
  const person = (visit?.person ?? asked.session?.person.id) as PersonId
  const opened = await openCase(app.cases, person, roleOf(given.fields.get('as')), lang, upload.value)
  if (!opened.ok) return again(opened.problems)
  return goto(`/case/${opened.value}/letter`, visit ? { token: visit.token } : undefined)
}

const roleOf = (said: string | null): CaseRole => CASE_ROLES.find((r) => r === said) ?? 'patient'
