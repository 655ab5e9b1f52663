import { describe, expect, test } from 'vitest'
import type { CivilDate } from '../../src/base/date.ts'
import type { CaseEvent, Destination } from '../../src/casefile/event.ts'
import { type AskedSending, newSendingId } from '../../src/usecases/cases/send/ask.ts'
import { add, ask, ID, world } from './sendCase.ts'
import { CASE, FAX, makeProvider, makeWorld, PDF, PERSON, sha } from './sendWorld.ts'

describe('asking', () => {
  test('writes who, what, where and whence, with the job', async () => {
    const { w } = world()
    expect(await ask(w, { destination: { ...FAX, to: '(512) 555-0100' } })).toMatchObject({ ok: true, value: { sending: ID } })
    expect(w.events.at(-1)).toMatchObject({
      by: PERSON,
      event: { kind: 'sendingAsked', destination: FAX, doc: 'packet', sha256: sha(PDF) },
    })
    expect(w.jobs).toMatchObject([{ job: { queue: 'send', data: { case: CASE, sending: ID } } }])
  })

  test('the same form twice asks once', async () => {
    const { w } = world()
    await ask(w)
    expect(await ask(w)).toMatchObject({ ok: true })
    expect(w.events.filter((e) => e.event.kind === 'sendingAsked')).toHaveLength(1)
  })

  test('a second form for the same papers to the same place must say so', async () => {
    const { w } = world()
    await ask(w)
    const sending = newSendingId(w.ports)
    expect(await ask(w, { sending })).toMatchObject({ ok: false, problems: [{ where: 'again' }] })
    expect(await ask(w, { sending, again: true })).toMatchObject({ ok: true })
  })

  test.each<[string, Partial<AskedSending>, string]>([
    ['not confirmed', { confirmed: false }, 'confirmation'],
    ['another hash than that of the file', { sha256: sha(new Uint8Array(3)) }, 'document'],
    ['a file that is not held', { doc: 'nothing' }, 'document'],
    ['a wrong number', { destination: { ...FAX, to: '555' } }, 'fax number'],
    ['a source that is not in the case', { destination: { ...FAX, source: 'denial-9, page 1' } }, 'source'],
    ['a channel that is off', { destination: { ...FAX, channel: 'email', to: 'a@plan.example' } }, 'sending'],
    ['a channel the program never serves', { destination: { ...FAX, channel: 'portal', to: 'portal' } }, 'sending'],
    ['a form without an id', { sending: '' }, 'form'],
  ])('%s is refused, and nothing is written', async (_, change, where) => {
    const { w } = world()
    const before = w.events.length
    expect(await ask(w, change)).toMatchObject({ ok: false, problems: [{ where }] })
    expect([w.events.length, w.jobs.length]).toEqual([before, 0])
  })

  test('too many pages, or too many bytes', async () => {
    const { w } = world()
    Object.assign(w.ports, { pagesOf: async () => 101 })
    expect(await ask(w)).toMatchObject({ ok: false, problems: [{ code: 'file-too-large' }] })
    Object.assign(w.ports, { pagesOf: async () => 100 })
    expect(await ask(w)).toMatchObject({ ok: true })
    const large = new Uint8Array(1001)
    large.set(PDF)
    w.files.set('packet', large)
    expect(await ask(w, { sending: 'snd-another1', sha256: sha(large) })).toMatchObject({
      ok: false,
      problems: [{ code: 'file-too-large' }],
    })
  })

  test('a file to edit is not sent', async () => {
    const { w } = world()
    const docx = new TextEncoder().encode('PK')
    w.files.set('packet', docx)
    expect(await ask(w, { sha256: sha(docx) })).toMatchObject({ ok: false, problems: [{ say: 'Only PDF files can be sent.' }] })
  })

  test('a draft that the case has moved past is refused', async () => {
    const { w } = world()
    add(w, { kind: 'stated', path: 'plan.memberId', value: 'X', by: 'patient' })
    expect(await ask(w)).toMatchObject({ ok: false, problems: [{ say: expect.stringContaining('changed since this packet') }] })
  })

  test('a draft made anew is not what was looked at', async () => {
    const { w } = world()
    add(w, {
      kind: 'drafted',
      knowledge: 'k',
      today: '2026-11-22' as CivilDate,
      documents: { packet: { doc: 'packet', sha256: 'ff', pages: 3 } },
    })
    expect(await ask(w)).toMatchObject({ ok: false, problems: [{ say: expect.stringContaining('made anew') }] })
  })

  test('e-mail goes only where a document or a person said', async () => {
    const w = makeWorld(makeProvider([], false).sender, 'email')
    const destination: Destination = {
      channel: 'email',
      to: 'appeals@plan.example',
      recipient: 'Appeals',
      source: 'payer record example',
    }
    expect(await ask(w, { destination })).toMatchObject({ ok: false, problems: [{ where: 'source' }] })
    expect(await ask(w, { destination: { ...destination, source: 'stated by the patient' } })).toMatchObject({ ok: true })
  })

  test('mail needs an address to come back to', async () => {
    const w = makeWorld(makeProvider([], true).sender, 'mail')
    const destination: Destination = { ...FAX, channel: 'mail', to: 'Appeals\nP.O. Box 1000\nExample City, TX 75001' }
    Object.assign(w.ports, { senderLines: async () => ['Maria Sample'] })
    expect(await ask(w, { destination })).toMatchObject({ ok: false, problems: [{ where: 'your own address' }] })
    Object.assign(w.ports, { senderLines: async () => ['Maria Sample', '410 Alder Street', 'Austin, TX 78704'] })
    expect(await ask(w, { destination })).toMatchObject({ ok: true })
  })
})

describe('signatures', () => {
  const asked: CaseEvent = {
    kind: 'signingAsked',
    signing: 's1',
    letter: 'appeal',
    sha256: 'w',
    to: { name: 'Dr', email: null, role: 'prescriber' },
  }
  const signer = { name: 'Dr', credentials: 'MD', npi: '1', licence: null }
  const signed: CaseEvent = { kind: 'signed', signing: 's1', sha256: 'w', signer, method: 'typed', image: null, attestation: 'a' }
  const certified = (hash: string): CaseEvent => ({ kind: 'certified', signing: 's1', doc: 'sealed-1', sha256: hash })
  const draft = (kind: string): CaseEvent => ({
    kind: 'drafted',
    knowledge: 'k',
    today: '2026-11-22' as CivilDate,
    documents: { packet: { doc: 'packet', sha256: sha(PDF), pages: 3 }, [kind]: { doc: 'letter', sha256: sha(PDF), pages: 1 } },
  })
  const refusal = (say: string) => ({ ok: false, problems: [{ code: 'signature-void', say: expect.stringContaining(say) }] })

  test('a letter of the prescriber does not leave unsigned', async () => {
    const { w } = world()
    add(w, draft('medical_necessity'))
    w.files.set('letter', PDF)
    expect(await ask(w, { doc: 'letter' })).toMatchObject(refusal('not signed'))
    // The packet is the appeal of the member, who may send it as it is; the prescriber's appeal is signed.
    expect(await ask(w)).toMatchObject({ ok: true })
    const other = world().w
    add(other, { kind: 'voiceChosen', voice: 'prescriber' }, draft('appeal'))
    expect(await ask(other)).toMatchObject(refusal('not signed'))
  })

  test('one that was asked for is awaited', async () => {
    const { w } = world()
    add(w, asked)
    expect(await ask(w)).toMatchObject(refusal('still to come'))
    add(w, { kind: 'declined', signing: 's1', reason: 'no' })
    expect(await ask(w)).toMatchObject({ ok: true })
  })

  test('the signed file goes as it was signed, the unsigned one does not', async () => {
    const { w } = world()
    w.files.set('sealed-1', PDF)
    w.now += 1000
    add(w, asked, signed, certified(sha(PDF)))
    expect(await ask(w)).toMatchObject(refusal('signed copy'))
    expect(await ask(w, { doc: 'sealed-1' })).toMatchObject({ ok: true })
  })

  test('a draft made after the signing does not carry the signature either', async () => {
    const { w } = world()
    add(w, asked, signed, certified(sha(PDF)))
    w.now += 1000
    add(w, draft('appeal'))
    expect(await ask(w)).toMatchObject(refusal('signed copy'))
  })

  test('drafts are known by letter and form', async () => {
    const { w } = world()
    w.files.set('letter', PDF)
    add(w, draft('medical_necessity.pdf'))
    expect(await ask(w, { doc: 'letter' })).toMatchObject(refusal('not signed'))
  })

  test('a file with two signatures falls with one of them', async () => {
    const { w } = world()
    w.files.set('sealed-1', PDF)
    const second = [
      { ...asked, signing: 's2' },
      { ...signed, signing: 's2' },
      { ...certified(sha(PDF)), signing: 's2' },
    ]
    add(w, asked, signed, certified(sha(PDF)), ...second, { kind: 'signatureVoided', signing: 's2', why: 'withdrawn' })
    expect(await ask(w, { doc: 'sealed-1' })).toMatchObject(refusal('no longer holds'))
  })

  test('a file other than the one that was certified', async () => {
    const { w } = world()
    w.files.set('sealed-1', PDF)
    add(w, asked, signed, certified('00'))
    expect(await ask(w, { doc: 'sealed-1' })).toMatchObject(refusal('not the file that was signed'))
  })

  test('a voided signature takes its file with it', async () => {
    const { w } = world()
    w.files.set('sealed-1', PDF)
    add(w, asked, signed, certified(sha(PDF)), { kind: 'signatureVoided', signing: 's1', why: 'edited' })
    expect(await ask(w, { doc: 'sealed-1' })).toMatchObject(refusal('no longer holds'))
  })
})
