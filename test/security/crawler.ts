import { Parser } from 'htmlparser2'
import type { Browser, TestApp, TestFile } from '../web/cases/harness.ts'
import { tokenOf } from './world.ts'

interface Field {
  readonly name: string
  readonly type: string
  value: string
  checked: boolean
  readonly options: string[]
}
export interface Form {
  readonly action: string
  readonly method: string
  readonly fields: readonly Field[]
}

/** What markup holds that matters to an attacker, read by a real parser. */
export interface Seen {
  readonly links: readonly string[]
  readonly forms: readonly Form[]
  /** Whatever the policy would stop or a planted mark would make. */
  readonly wrong: readonly string[]
}

/** A tag and an attribute no page of ours has. */
export const PLANT = `ZQPLANT"><xqmark xqattr="1">'xqattr='2</textarea></title></script><xqmark>&lt;xqmark&gt;\${7*7}{{7*7}}`

export function see(markup: string): Seen {
  const links: string[] = []
  const forms: Form[] = []
  const wrong: string[] = []
  let form: { action: string; method: string; fields: Field[] } | null = null
  let select: Field | null = null
  let area: Field | null = null
  const parser = new Parser({
    onopentag(tag, at) {
      if (tag === 'xqmark') wrong.push('a planted tag')
      if (tag === 'script' && !at.src && at.type !== 'application/ld+json') wrong.push('an inline script')
      if (tag === 'style' || tag === 'iframe' || tag === 'object' || tag === 'embed' || tag === 'base') wrong.push(`<${tag}>`)
      for (const [name, value] of Object.entries(at)) {
        if (name === 'style' || name === 'xqattr' || /^on/.test(name)) wrong.push(`attribute ${name}`)
        if (/^(?:href|src|action|formaction)$/.test(name) && /^\s*(?:javascript|data|vbscript):/i.test(value))
          wrong.push(`${name}=${value.slice(0, 30)}`)
        if (/^(?:src|action)$/.test(name) && /^(?:https?:)?\/\//.test(value))
          wrong.push(`${name} elsewhere: ${value.slice(0, 60)}`)
      }
      if (tag === 'a' && at.href) links.push(at.href)
      if (tag === 'image' && at.href) links.push(at.href)
      if (tag === 'img' && at.src) links.push(at.src)
      if (tag === 'form') {
        form = { action: at.action ?? '', method: (at.method ?? 'get').toLowerCase(), fields: [] }
        forms.push(form)
      }
      const field = { name: at.name ?? '', type: at.type ?? 'text', value: at.value ?? '', checked: 'checked' in at, options: [] }
      if (tag === 'input' && at.name) form?.fields.push(field)
      if (tag === 'button' && at.name) form?.fields.push({ ...field, type: 'button' })
      if (tag === 'select' && at.name) {
        select = { ...field, type: 'select' }
        form?.fields.push(select)
      }
      if (tag === 'textarea' && at.name) {
        area = { ...field, type: 'textarea' }
        form?.fields.push(area)
      }
      if (tag === 'option') select?.options.push(at.value ?? '')
    },
    ontext(text) {
      if (area) area.value += text
    },
    onclosetag(tag) {
      if (tag === 'form') form = null
      if (tag === 'select') select = null
      if (tag === 'textarea') area = null
    },
  })
  parser.end(markup)
  return { links, forms, wrong }
}

/** What one would type into a field of this kind, with the mark where anything may be typed. */
function typed(field: Field, mark: string): string | null {
  switch (field.type) {
    case 'hidden':
      return field.value
    case 'checkbox':
      return field.value || 'on'
    case 'radio':
      return field.checked ? field.value : null
    case 'select':
      return field.options.find((o) => o !== '') ?? ''
    case 'email':
      return 'someone@example.org'
    case 'date':
      return field.value || '2026-10-06'
    case 'number':
      return field.value || '5'
    case 'tel':
      return '555-010-0199'
    case 'submit':
    case 'button':
    case 'file':
      return null
    default:
      return mark
  }
}

/** Deletes, signs out, or leads away from what is being looked at. */
const ENDS = /delete|remove|withdraw|sign-out|\/close|forget|revoke|leave|unshare/

export interface Visit {
  readonly path: string
  readonly status: number
  readonly seen: Seen
  readonly headers: Headers
  /** The mark stands in it, made harmless. */
  readonly marked: boolean
  /** It says what the letter says. */
  readonly canary: boolean
}

/**
 * Goes through everything that can be reached from `starts`, sends every form it meets once with the mark in every
 * place where something can be typed, and looks at every page again afterwards.
 */
export async function crawl(
  app: TestApp,
  browser: Browser,
  starts: readonly string[],
  mark: string,
  inside: RegExp,
  most = 150,
): Promise<readonly Visit[]> {
  const visits: Visit[] = []
  const sent = new Set<string>()
  for (const round of [1, 2]) {
    const known = new Set<string>(starts)
    const waiting = [...starts]
    for (let i = 0; i < most && waiting.length; i++) {
      const path = waiting.shift() ?? ''
      const visit = await look(browser, path)
      visits.push(visit)
      if (round === 1)
        for (const form of visit.seen.forms) {
          // Each kind of form once: which document, finding or signing it is about makes no difference here.
          const shape = `${form.action.replace(/[\w-]{16,}/g, ':id')} ${form.fields.map((f) => f.name).join()}`
          if (form.method !== 'post' || ENDS.test(form.action) || form.action.startsWith('/es/') || sent.has(shape)) continue
          sent.add(shape)
          visits.push(await submit(app, browser, form, mark))
        }
      for (const link of visit.seen.links) {
        const to = URL.canParse(link, `http://h${path}`) ? new URL(link, `http://h${path}`) : null
        const next = to ? to.pathname + to.search : ''
        if (!to || to.host !== 'h' || known.has(next) || !inside.test(next) || ENDS.test(next)) continue
        known.add(next)
        waiting.push(next)
      }
    }
  }
  return visits
}

const markupOf = async (answer: Response): Promise<string> =>
  (answer.headers.get('content-type') ?? '').startsWith('text/html') ? answer.text() : (await answer.arrayBuffer(), '')

async function visited(path: string, answer: Response): Promise<Visit> {
  const markup = await markupOf(answer)
  const marked = markup.includes('ZQPLANT&quot;&gt;&lt;xqmark')
  return {
    path,
    status: answer.status,
    headers: answer.headers,
    seen: see(markup),
    marked,
    canary: markup.includes('Zyquavimab'),
  }
}

async function look(browser: Browser, path: string): Promise<Visit> {
  const answer = await browser.get(path)
  return visited(path, answer)
}

async function submit(app: TestApp, browser: Browser, form: Form, mark: string): Promise<Visit> {
  const fields: Record<string, string[]> = {}
  const files: TestFile[] = []
  const once = new Set<string>()
  for (const field of form.fields) {
    if (field.type === 'file')
      files.push({
        field: field.name,
        name: `${mark.replaceAll('/', '')}.txt`,
        bytes: new TextEncoder().encode(`Chart note. ${mark} was given.`),
      })
    const value = typed(field, mark)
    if (value === null || (field.type === 'radio' && once.has(field.name))) continue
    once.add(field.name)
    fields[field.name] = [...(fields[field.name] ?? []), value]
  }
  // A choice of which none is made beforehand: the first.
  for (const field of form.fields) if (field.type === 'radio' && !once.has(field.name)) fields[field.name] ??= [field.value]
  fields.csrf = [await tokenOf(app, browser)]
  const answer = await browser.post(form.action, fields, files)
  return visited(`POST ${form.action}`, answer)
}
