import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answered, type Browser, openBrowser, type SentFile } from '../../bench/load/browser.ts'
import type { Acknowledged, Phase } from './acknowledged.ts'

const LETTER = readFileSync(join(import.meta.dirname, '../../examples/cgrp-part-d/denial.txt'))
const FAX = '+15125550147'

export interface ClientHooks {
  /** The service has just said yes to what begins this phase. */
  began(phase: Phase): void
  ended(phase: Phase): void
  running(): boolean
}

/**
 * A person who brings one case after the other from the letter to the fax, and presses the button again whenever
 * the service was away. What it was told yes to is written into `all`.
 */
export async function client(base: string, number: number, all: Acknowledged[], hooks: ClientHooks): Promise<void> {
  for (let run = 0; hooks.running(); run++) {
    const from = `10.9.${number}.${run % 250}`
    const browser = openBrowser(base, from)
    const letter = Buffer.concat([LETTER, Buffer.from(`\nPage ${number}.${run}\n`)])
    const opened = await opening(browser, { field: 'letter', name: 'denial.txt', bytes: new Uint8Array(letter) })
    const one: Acknowledged = {
      case: opened,
      cookie: browser.cookie() ?? '',
      from,
      letter: createHash('sha256').update(letter).digest('hex'),
      stated: [],
      packets: 0,
      signingsAsked: [],
      signed: [],
      sendings: [],
    }
    all.push(one)
    await journey(browser, one, `${number}${run}`, hooks)
  }
}

async function journey(browser: Browser, one: Acknowledged, mark: string, hooks: ClientHooks): Promise<void> {
  const at = (path: string) => `/case/${one.case}${path}`
  const during = async (phase: Phase, work: () => Promise<unknown>) => {
    hooks.began(phase)
    await work()
    hooks.ended(phase)
  }
  await during('reading', () => until(browser, at('/letter'), (page) => page.status === 200 && !page.text.includes('data-again')))
  for (const [path, value] of [
    ['plan.memberId', `W${mark}77`],
    ['patient.name', 'Jordan Avery'],
    ['plan.group', `G${mark}`],
  ] as const) {
    await posted(browser, at('/letter/correct'), { path, value }, at('/letter'))
    one.stated.push([path, value])
  }
  await posted(browser, at('/draft/packet'), {}, at('/draft'))
  one.packets += 1
  await during('drafting', () => until(browser, at('/draft/packet'), (page) => page.to?.includes('#files') ?? false))

  const asking = fieldsOf(await steady(browser, at('/sign')), '/sign/own', (f) => f.letter === 'appeal')
  await posted(browser, at('/sign/own'), asking, at('/sign'))
  const signing = asking.signing ?? ''
  one.signingsAsked.push(signing)
  const form = fieldsOf(await steady(browser, at(`/signing/${signing}`)), '/sign-own')
  const hand = { words: form.words ?? '', attestation: form.attestation ?? '', name: 'Jordan Avery', method: 'typed', zone: '' }
  await posted(browser, at(`/signing/${signing}/sign-own`), hand, at(`/signing/${signing}`))
  one.signed.push(signing)
  await during('signing', () => until(browser, at(`/sign/sealed/${signing}`), (page) => page.status === 200))

  const fax = fieldsOf(await steady(browser, at('/send')), '/send/ask', (f) => f.channel === 'fax')
  const sending = { ...fax, to: FAX, recipient: 'Appeals department', confirmed: 'yes' }
  await posted(browser, at('/send/ask'), sending, at('/send'))
  one.sendings.push(fax.sending ?? '')
  await during('sending', () =>
    until(browser, at('/send'), (page) => page.status === 200 && !page.text.includes('data-again'), 60),
  )
}

async function opening(browser: Browser, letter: SentFile): Promise<string> {
  for (;;) {
    const answer = await tried(() => browser.post('/start', { as: 'patient' }, [letter]))
    const id = /\/case\/([^/]+)\//.exec(answer?.to ?? '')?.[1]
    if (id) return id
    await sleep(500)
  }
}

/** Pressed again until the service says yes; only a refusal of what is asked is an error. */
async function posted(browser: Browser, path: string, fields: Readonly<Record<string, string>>, page: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await tried(() => browser.post(path, fields))
    if (answer?.status === 303) return
    if (answer && answer.status < 500 && answer.status !== 403 && answer.status !== 429)
      throw new Error(`${place(path)} was refused: ${answer.status} ${said(answer)}`)
    await sleep(400)
    // A page that is opened again brings the form's token.
    await tried(() => browser.get(page))
  }
  throw new Error(`${place(path)} was never taken`)
}

async function steady(browser: Browser, path: string): Promise<string> {
  let page = ''
  await until(browser, path, (answer) => {
    page = answer.text
    return answer.status === 200
  })
  return page
}

/** `most`: looks after which it is left to the last check; a sending that was cut off is looked up later. */
async function until(browser: Browser, path: string, done: (page: Answered) => boolean, most = 1500): Promise<void> {
  for (let looks = 0; looks < most; looks++) {
    const page = await tried(() => browser.get(path))
    if (page && done(page)) return
    if (page && page.status >= 400 && page.status < 500 && page.status !== 429)
      throw new Error(`${place(path)}: ${page.status} ${said(page)}`)
    await sleep(300)
  }
  if (most === 1500) throw new Error(`${place(path)} did not come`)
}

/** Null: no answer, since something was killed. */
const tried = (work: () => Promise<Answered>): Promise<Answered | null> =>
  Promise.race([work().catch(() => null), sleep(90_000, null)])

const place = (path: string) => path.replace(/\/case\/[^/]+/, '/case/…').replace(/sig-[\w-]+/, '…')
const said = (page: Answered) =>
  /<main.*?<\/main>/s
    .exec(page.text)?.[0]
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 300) ?? ''

/** The fields of the first form that posts there and fits. */
function fieldsOf(
  page: string,
  action: string,
  fits: (fields: Record<string, string>) => boolean = () => true,
): Record<string, string> {
  for (const [, to = '', inside = ''] of page.matchAll(/<form method="post" action="([^"]+)"[^>]*>(.*?)<\/form>/gs)) {
    if (!to.endsWith(action)) continue
    const fields: Record<string, string> = {}
    for (const [, attributes = ''] of inside.matchAll(/<input ([^>]*)>/g)) {
      const name = /name="([^"]+)"/.exec(attributes)?.[1]
      if (name && name !== 'csrf') fields[name] ??= /value="([^"]*)"/.exec(attributes)?.[1] ?? ''
    }
    if (fits(fields)) return fields
  }
  throw new Error(`a page without its form: ${action}`)
}
