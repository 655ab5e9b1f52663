import { describe, expect, test } from 'vitest'
import { get, knowledge, mainOf, post, words } from './site.ts'

const GUIDE = '/help/cigna/cimt/step-therapy'
const main = async (answer: Promise<Response>) => mainOf(await (await answer).text())

describe('the picker of coverage and state, without scripting', () => {
  test('is a form that asks for this page', async () => {
    const text = await main(get(GUIDE))
    expect(text).toContain(`<form class="panel picker" action="${GUIDE}#rights">`)
    const options = [...text.matchAll(/<select id="pick-coverage"[\s\S]*?<\/select>/g)].join().match(/<option/g)
    expect(options).toHaveLength(knowledge.coverage.size + 1)
  })

  test('shows the rights of the type that was picked, and its ladder', async () => {
    const all = words(await main(get(GUIDE)))
    const one = await main(get(`${GUIDE}?coverage=medicare_advantage`))
    expect(all).toMatch(/Employer plan, self-funded/)
    expect(one.match(/class="right"/g)).toHaveLength(1)
    expect(one).toContain('id="ladder-t"')
    expect(one).toContain('<option value="medicare_advantage" selected>')
    expect(words(one)).toMatch(/This page now shows: Medicare Advantage/)
  })

  test('an unknown type shows all types and says so; an empty one is as nothing', async () => {
    expect(words(await main(get(`${GUIDE}?coverage=nothing`)))).toMatch(/is not known here/)
    expect(words(await main(get(`${GUIDE}?coverage=&state=`)))).not.toMatch(/is not known here|now shows/)
  })

  test('the checklist holds the documents and nothing else of the guide', async () => {
    const text = await main(get(`${GUIDE}?print=checklist`))
    expect(text).toContain('<section id="documents">')
    expect(text).not.toContain('<section id="rights">')
    expect(text).toContain(`href="${GUIDE}"`)
  })
})

describe('the deadline calculator, without scripting', () => {
  const asked = { coverage: 'erisa_self_funded', notice: '2026-10-06', letter: 'initial' }
  // 180 days (29 CFR 2560.503-1(h)(3)(i)) from October 10 are April 8; from October 6, April 4.
  test('rule, count, safe day, legal day and citation', async () => {
    const text = words(await main(post('/deadline', { ...asked, received: '2026-10-10' })))
    expect(text).toContain('Be done by Sunday, April 4, 2027')
    expect(text).toContain('Last day in law: Thursday, April 8, 2027')
    expect(text).toContain('October 10, 2026 + 180 days = April 8, 2027')
    expect(text).toContain('29 CFR 2560.503-1')
    expect(text).toMatch(/Assumed .*not proven/)
    expect(text).toMatch(/External review/)
  })

  test('in Spanish, whole', async () => {
    const text = await main(post('/es/deadline', asked))
    expect(words(text)).toContain('Termine a más tardar el domingo, 4 de abril de 2027')
    expect(words(text)).toContain('6 de octubre de 2026 + 180 días = 4 de abril de 2027')
  })

  test('the answer to an appeal opens the next level', async () => {
    const text = words(await main(post('/deadline', { ...asked, letter: 'internal_appeal' })))
    expect(text).toMatch(/External review An independent review organization/)
    expect(text).toContain('February 6, 2027')
    expect(text).not.toContain('180 days')
  })

  test.each([
    [{ notice: '2026-10-06' }, 'Choose the type of coverage'],
    [{ coverage: 'nothing', notice: '2026-10-06' }, 'Choose the type of coverage'],
    [{ coverage: 'erisa_self_funded' }, 'Give the date printed on the letter'],
    [{ coverage: 'erisa_self_funded', notice: '2026-02-30' }, 'Give the date printed on the letter'],
    [{ coverage: 'erisa_self_funded', notice: '1999-12-31' }, 'Give the date printed on the letter'],
    [{ coverage: 'erisa_self_funded', notice: '2026-10-06', received: '2026-10-05' }, 'cannot come before'],
    [{ coverage: 'erisa_self_funded', notice: '2026-10-06', received: 'soon' }, 'cannot come before'],
    [{ coverage: 'medicaid_ffs', notice: '2026-10-06', letter: 'internal_appeal' }, 'nothing follows'],
    [{ coverage: 'stldi_limited_hcsm', notice: '2026-10-06', letter: 'internal_appeal' }, 'nothing follows'],
  ])('%j is asked again: %s', async (fields: Record<string, string>, say) => {
    const answer = await post('/deadline', fields)
    expect(answer.status).toBe(422)
    const text = mainOf(await answer.text())
    expect(words(text)).toContain(say)
    expect(text).toContain('name="notice"')
  })

  test('every type of coverage gets an answer with a date or a reason', async () => {
    for (const coverage of knowledge.coverage.keys()) {
      const text = words(await main(post('/deadline', { coverage, notice: '2026-10-06' })))
      expect(text, coverage).toMatch(/Be done by|The law gives no date here/)
      expect(text, coverage).toMatch(/Rule/)
    }
  })

  test('no date is ever part of an address, and nothing is kept', async () => {
    const answer = await post('/deadline', { ...asked, received: '2026-10-10' })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await answer.text()
    expect([...text.matchAll(/(?:href|action)="([^"]*)"/g)].filter(([, to = '']) => /2026|2027/.test(to))).toEqual([])
  })

  test('the calendar file holds the safe and the legal day', async () => {
    const answer = await post('/deadline.ics', { ...asked, received: '2026-10-10' })
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toContain('appeal-deadline.ics')
    const text = await answer.text()
    expect(text).toContain('DTSTART;VALUE=DATE:20270404')
    expect(text).toContain('DTSTART;VALUE=DATE:20270408')
  })

  test('the calendar file of a Spanish page is Spanish', async () => {
    const text = (await (await post('/es/deadline.ics', asked)).text()).replace(/\r\n[ \t]/g, '')
    expect(text).toContain('SUMMARY:Apelación interna: vence')
    expect(text).toContain('El 4 de abril de 2027 es el último día.')
    expect(text).toContain('6 de octubre de 2026 + 180 días')
    expect(text).not.toMatch(/last day|Assumed|tomorrow/)
  })

  test('a calendar file that cannot be made leads back to the form', async () => {
    const answer = await post('/es/deadline.ics', { notice: '2026-10-06' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/es/deadline'])
  })
})

describe('a pasted sentence', () => {
  test.each([
    ['Cigna denied Ocrevus because step therapy requirements were not met.', '/help/cigna/ocrelizumab/step-therapy'],
    ['Aetna: ocrelizumab is not medically necessary.', '/help/aetna/ocrelizumab/medical-necessity'],
  ])('%s leads to %s', async (text, to) => {
    const answer = await post('/read', { text })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, to])
    expect((await post('/es/read', { text })).headers.get('location')).toBe(`/es${to}`)
  })

  test('what the text does not say is asked for, with what was found chosen', async () => {
    const answer = await post('/read', { text: 'Ocrevus is not medically necessary.' })
    const text = mainOf(await answer.text())
    expect(answer.status).toBe(200)
    expect(text).toContain('<option value="ocrelizumab" selected>')
    expect(text).toContain('<select id="read-payer"')
    const chosen = await post('/read', { payer: 'cigna', treatment: 'ocrelizumab', reason: 'medical_necessity' })
    expect(chosen.headers.get('location')).toBe('/help/cigna/ocrelizumab/medical-necessity')
  })

  test('nothing pasted is asked again', async () => {
    expect((await post('/read', { text: '  ' })).status).toBe(422)
  })
})

test('search finds by brand, abbreviation and words of letters', async () => {
  for (const [query, address] of [
    ['ocrevus', '/treatments/ocrelizumab'],
    ['CIMT', '/treatments/cimt'],
    ['bcbs', '/help/blue-cross-blue-shield'],
    ['not medicaly necessary', '/reasons/medical-necessity'],
  ] as const)
    expect(await main(get(`/search?q=${encodeURIComponent(query)}`)), query).toContain(`href="${address}"`)
  expect(words(await main(get('/search?q=zzzzqqq')))).toContain('Nothing found')
})
