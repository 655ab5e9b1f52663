import { describe, expect, test } from 'vitest'
import { openSendingChannels } from '../../src/infra/sending/open.ts'
import { readSendingSettings } from '../../src/infra/sending/settings.ts'

const FAX = { FAX_PROVIDER: 'sinch', FAX_PROJECT: 'p-1', FAX_KEY: 'k', FAX_SECRET: 's' }
const MAIL = { MAIL_HOST: 'mail.example.org', MAIL_FROM: 'appeals@example.org' }

describe('settings of sending', () => {
  test('nothing set: everything off', () => {
    const read = readSendingSettings({})
    expect(read).toMatchObject({
      ok: true,
      value: { network: 'public', fax: null, letter: null, mail: null, mailPackets: false },
    })
    expect(read.ok && openSendingChannels(read.value)).toMatchObject({ ok: true, value: {} })
  })
  test('each channel by itself', () => {
    const read = readSendingSettings({
      ...FAX,
      FAX_FROM: '512-555-0199',
      LETTER_PROVIDER: 'lob',
      LETTER_KEY: 'l',
      ...MAIL,
      MAIL_PACKETS: 'on',
    })
    expect(read).toMatchObject({
      ok: true,
      value: {
        fax: { origin: 'https://fax.api.sinch.com', from: '+15125550199' },
        letter: { service: 'certified' },
        mail: { port: 587, tls: 'starttls' },
      },
    })
    const channels = read.ok ? openSendingChannels(read.value) : read
    expect(channels.ok ? Object.keys(channels.value).sort() : null).toEqual(['email', 'fax', 'mail'])
  })
  test('mail for notices opens no way for packets', () => {
    const read = readSendingSettings(MAIL)
    const channels = read.ok ? openSendingChannels(read.value) : read
    expect(channels.ok ? Object.keys(channels.value) : null).toEqual([])
  })
  test.each<[Record<string, string>, string[]]>([
    [{ FAX_PROVIDER: 'sinch' }, ['FAX_PROJECT', 'FAX_KEY', 'FAX_SECRET']],
    [{ ...FAX, FAX_FROM: '12' }, ['FAX_FROM']],
    [{ ...FAX, FAX_PROJECT: '../other' }, ['FAX_PROJECT']],
    [{ FAX_PROVIDER: 'other' }, ['FAX_PROVIDER']],
    [{ LETTER_PROVIDER: 'lob' }, ['LETTER_KEY']],
    [{ MAIL_HOST: 'mail.example.org' }, ['MAIL_FROM']],
    [{ ...MAIL, MAIL_USER: 'u' }, ['MAIL_PASSWORD']],
    [{ ...MAIL, MAIL_TLS: 'none' }, ['MAIL_TLS']],
    [{ MAIL_PACKETS: 'on' }, ['MAIL_PACKETS']],
    [{ ...MAIL, MAIL_PORT: '0' }, ['MAIL_PORT']],
  ])('%o names what is wrong', (env, names) => {
    const read = readSendingSettings(env)
    expect(read.ok ? [] : read.problems.map((p) => p.where)).toEqual(names)
  })
  test('mail without TLS is for this machine only', () =>
    expect(readSendingSettings({ ...MAIL, MAIL_HOST: '127.0.0.1', MAIL_TLS: 'none' })).toMatchObject({ ok: true }))
  test.each(['http://fax.example.com', 'https://fax.example.com/v3', 'http://127.0.0.1:8080'])(
    '%s is no address of a provider',
    (FAX_URL) => {
      const read = readSendingSettings({ ...FAX, FAX_URL })
      expect(read.ok && openSendingChannels(read.value)).toMatchObject({ ok: false, problems: [{ code: 'setting-invalid' }] })
    },
  )
  test('this machine, where that was set', () => {
    const read = readSendingSettings({ ...FAX, FAX_URL: 'http://127.0.0.1:8080', SENDING_NETWORK: 'loopback' })
    expect(read.ok && openSendingChannels(read.value)).toMatchObject({ ok: true })
  })
})
