import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openMailer } from '../../src/infra/mail/mailer.ts'
import { openPost } from '../../src/infra/mail/post.ts'
import { packetMailChannel } from '../../src/infra/sending/packetMail.ts'
import type { MailSettings } from '../../src/infra/sending/settings.ts'
import type { Parcel } from '../../src/usecases/cases/ports.ts'
import { type MailServer, startMailServer } from './fakes/smtp.ts'

let server: MailServer
beforeAll(async () => {
  server = await startMailServer({ authOptional: true })
})
afterAll(() => server.close())
const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  server.received.length = 0
})

const settings = (change: Partial<MailSettings> = {}): MailSettings => ({
  host: 'localhost',
  port: server.port,
  tls: 'starttls',
  user: { name: 'post', password: 'right' },
  from: 'appeals@service.example',
  ...change,
})
const post = (change: Partial<MailSettings> = {}, ca = server.ca) =>
  openPost(settings(change), { connectMs: 10_000, silenceMs: 1500, ca })
const notice = {
  to: 'maria@home.example',
  subject: 'Your sign-in link',
  text: 'Open this link:\nhttps://service.example/in/abc\n',
}
const parcel: Parcel = {
  key: 'case1.snd-1',
  destination: { channel: 'email', to: 'appeals@plan.example', recipient: 'Appeals', source: 'denial-1, page 2' },
  subject: 'Appeal documents',
  pdf: new TextEncoder().encode('%PDF-1.7 packet'),
  pages: 3,
  from: [],
}
const code = (code: string) => ({ ok: false, problems: [{ code }] })

describe('a notice', () => {
  test('arrives over TLS, with a Message-ID of its key and its calendar', async () => {
    const mailer = openMailer(settings(), post())
    expect(await mailer.send({ ...notice, ics: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' }, 'remind-1')).toMatchObject({ ok: true })
    const [got] = server.received
    expect(got).toMatchObject({
      secure: true,
      mail: { subject: 'Your sign-in link', from: { address: 'appeals@service.example' } },
    })
    expect(got?.mail.text).toContain('https://service.example/in/abc')
    expect(got?.mail.attachments).toMatchObject([{ filename: 'dates.ics', mimeType: 'text/calendar' }])
    expect(got?.mail.messageId).toMatch(/^<[0-9a-f]{40}@service\.example>$/)
  })
  test('the same key is the same message, another key another', async () => {
    const mailer = openMailer(settings(), post())
    for (const key of ['a', 'a', 'b']) await mailer.send(notice, key)
    const ids = server.received.map((r) => r.mail.messageId)
    expect([ids[0] === ids[1], ids[0] === ids[2]]).toEqual([true, false])
  })
  test('no header can be slipped in', async () => {
    const mailer = openMailer(settings(), post())
    expect(await mailer.send({ ...notice, to: 'a@home.example\nBcc: b@evil.example' }, 'k1')).toMatchObject(code('form-invalid'))
    await mailer.send({ ...notice, subject: 'Hello\r\nBcc: b@evil.example' }, 'k2')
    expect(server.received.every((r) => !/^bcc:/im.test(r.raw))).toBe(true)
  })
  test('without a mail server it says so', async () =>
    expect(await openMailer(null).send(notice, 'k')).toMatchObject(code('provider-off')))
})

describe('a packet by e-mail', () => {
  test('goes as one attachment; neither subject nor text says anything of the person', async () => {
    const sent = await packetMailChannel(post()).sender.send(parcel)
    expect(sent).toMatchObject({ ok: true, value: { providerId: server.received[0]?.mail.messageId } })
    const mail = server.received[0]?.mail
    expect(mail?.attachments).toMatchObject([{ filename: 'appeal-documents.pdf', mimeType: 'application/pdf' }])
    expect(mail?.subject).toBe('Appeal documents')
    expect(server.received[0]?.raw).not.toContain('case1')
  })
  test('can not be looked up, and is followed no further', async () => {
    const { sender } = packetMailChannel(post())
    expect(await sender.find('case1.snd-1')).toMatchObject({ ok: true, value: undefined })
    expect(await sender.status('<id>')).toMatchObject({ ok: true, value: { state: 'waiting' } })
  })
})

describe('what goes wrong', () => {
  const send = (p = post()) => packetMailChannel(p).sender.send(parcel)

  test('a server without TLS gets nothing', async () => {
    const plain = await startMailServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true })
    open.push(plain)
    expect(await send(post({ port: plain.port }))).toMatchObject({ ok: false })
    expect(plain.received).toHaveLength(0)
  })
  test('nor one whose certificate is not known', async () => {
    const { ca: _, ...unknowing } = { connectMs: 10_000, silenceMs: 1500, ca: '' }
    expect(await send(openPost(settings(), unknowing))).toMatchObject({ ok: false })
    expect(server.received).toHaveLength(0)
  })
  test('wrong password', async () =>
    expect(await send(post({ user: { name: 'post', password: 'wrong' } }))).toMatchObject(code('provider-off')))
  test('nobody there', async () => expect(await send(post({ port: 1 }))).toMatchObject(code('provider-busy')))

  const rejecting = (responseCode: number) => Object.assign(new Error('appeals@plan.example: no'), { responseCode })
  test.each([
    ['RCPT TO', 550, 'provider-refused'],
    ['RCPT TO', 450, 'provider-busy'],
    ['DATA', 554, 'provider-refused'],
    ['DATA', 452, 'provider-busy'],
  ])('%s answered %i: %s', async (at, responseCode, meaning) => {
    const strict = await startMailServer(
      at === 'RCPT TO'
        ? { onRcptTo: (_, __, done) => done(rejecting(responseCode)) }
        : { onData: (stream, _, done) => void stream.resume().on('end', () => done(rejecting(responseCode))) },
    )
    open.push(strict)
    const sent = await send(post({ port: strict.port }, strict.ca))
    expect(sent).toMatchObject(code(meaning))
    expect(JSON.stringify(sent)).not.toContain('plan.example')
  })
  test('the line breaks, or falls silent, after the message was taken: a doubt', async () => {
    for (const silent of [false, true]) {
      const sockets: Socket[] = []
      let taken = 0
      const wire = createServer((socket) => {
        sockets.push(socket)
        socket.on('error', () => {})
        let data = false
        socket.write('220 fake ESMTP\r\n')
        socket.on('data', (part) => {
          const text = part.toString('latin1')
          if (data) {
            if (!text.includes('\r\n.\r\n')) return
            taken++
            if (!silent) socket.destroy()
          } else if (/^(EHLO|HELO)/.test(text)) socket.write('250 fake\r\n')
          else if (/^DATA/.test(text)) {
            data = true
            socket.write('354 go\r\n')
          } else socket.write('250 ok\r\n')
        })
      })
      await new Promise<void>((done) => wire.listen(0, '127.0.0.1', done))
      open.push({
        close: () => {
          for (const socket of sockets) socket.destroy()
          wire.close()
        },
      })
      const port = (wire.address() as AddressInfo).port
      expect(await send(post({ host: '127.0.0.1', port, tls: 'none', user: null }))).toMatchObject(code('provider-uncertain'))
      expect(taken).toBe(1)
    }
  })
})
