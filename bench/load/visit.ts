import { createHash } from 'node:crypto'
import type { Answered, Browser } from './browser.ts'

/** What is measured: a page of one kind, or what a form brought about. */
export type PageKind =
  | 'overview'
  | 'letter'
  | 'picture'
  | 'question'
  | 'answer'
  | 'after answer'
  | 'evidence'
  | 'draft'
  | 'ask for packet'

export interface Sample {
  readonly kind: PageKind
  readonly status: number
  readonly ms: number
}

/** Notes what each page took. */
export type Note = (kind: PageKind, answered: Answered) => Answered

/** What a person does on one round through their case, page after page; the caller waits between two. */
export const ROUND: readonly ((person: PersonAtWork) => Promise<void>)[] = [overview, letter, question, evidence, question, draft]

export interface PersonAtWork {
  readonly browser: Browser
  readonly id: string
  readonly note: Note
  /** Pictures the browser holds already: the service lets it keep them for a day. */
  readonly pictures: Set<string>
  /** Changes with each answer, so that every answer says something new. */
  turn: number
}

async function overview({ browser, id, note }: PersonAtWork): Promise<void> {
  note('overview', await browser.get(`/case/${id}`))
}

/** The page, then the pictures on it that the browser does not hold, together. */
async function letter({ browser, id, note, pictures }: PersonAtWork): Promise<void> {
  const page = note('letter', await browser.get(`/case/${id}/letter`))
  const wanted = [...new Set([...page.text.matchAll(/<image href="([^"]+)"/g)].map((m) => m[1] ?? ''))]
  const missing = wanted.filter((path) => path && !pictures.has(path))
  await Promise.all(
    missing.map(async (path) => {
      if (note('picture', await browser.get(path)).status === 200) pictures.add(path)
    }),
  )
}

async function evidence({ browser, id, note }: PersonAtWork): Promise<void> {
  note('evidence', await browser.get(`/case/${id}/evidence`))
}

async function draft({ browser, id, note }: PersonAtWork): Promise<void> {
  note('draft', await browser.get(`/case/${id}/draft`))
}

/** The question that comes next is opened and answered; who has none left corrects their member number. */
async function question(person: PersonAtWork): Promise<void> {
  const { browser, id, note } = person
  const page = await followed(person, 'question', `/case/${id}/questions`)
  const form = questionOf(page.text)
  person.turn += 1
  const answered = form
    ? await browser.post(form.action, form.fields)
    : await browser.post(`/case/${id}/letter/correct`, { path: 'plan.memberId', value: memberId(id, person.turn) })
  // What is not understood is asked again beside its field (422), as it would be of a person.
  note('answer', answered)
  if (answered.to) await followed(person, 'after answer', answered.to)
  else if (form && answered.status === 422) await browser.post(form.action, { go: 'skip' })
}

/** The measured time is that of all redirects together: it is one wait for the person. */
async function followed({ browser, note }: PersonAtWork, kind: PageKind, path: string): Promise<Answered> {
  let page = await browser.get(path)
  let ms = page.ms
  for (let hops = 0; page.to && hops < 4; hops++) {
    page = await browser.get(page.to)
    ms += page.ms
  }
  return note(kind, { ...page, ms })
}

const memberId = (id: string, turn: number): string =>
  `W${Number.parseInt(createHash('sha256').update(`${id}${turn}`).digest('hex').slice(0, 7), 16)}`

/** The form of a question with its fields filled in: the first choice, a day, a name. */
function questionOf(page: string): { readonly action: string; readonly fields: Readonly<Record<string, string>> } | null {
  const form = /<form class="sheet-form" method="post" action="([^"]+\/questions\/[^"]+)">(.*?)<\/form>/s.exec(page)
  if (!form?.[1] || !form[2]) return null
  const fields: Record<string, string> = { go: 'save' }
  for (const [, attributes = ''] of form[2].matchAll(/<input ([^>]*)>/g)) {
    const name = /name="([^"]+)"/.exec(attributes)?.[1]
    const value = /value="([^"]*)"/.exec(attributes)?.[1] ?? ''
    if (!name || name === 'csrf' || fields[name] !== undefined) continue
    fields[name] = attributes.includes('type="radio"') ? value : value || typed(name)
  }
  for (const [, name = ''] of form[2].matchAll(/<(?:select|textarea) [^>]*name="([^"]+)"/g))
    fields[name] ??= /state$/i.test(name) ? 'TX' : typed(name)
  return { action: form[1], fields }
}

function typed(name: string): string {
  if (/date|birth|received|from|to$|ended|started/i.test(name)) return '10/05/2026'
  if (/npi/i.test(name)) return '1234567893'
  if (/phone|fax/i.test(name)) return '(512) 555-0100'
  if (/address/i.test(name)) return '12 Elm Street\nAustin, TX 78701'
  return /name|prescriber|patient/i.test(name) ? 'Jordan Avery' : '12'
}
