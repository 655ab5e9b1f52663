import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instant } from '../../src/casefile/event.ts'
import { packetPdf } from '../../src/infra/pdf/packetPdf.ts'
import { zoneOffset } from '../../src/infra/signing/fingerprint.ts'
import { openIdentity, type SealIdentity } from '../../src/infra/signing/identity.ts'
import { drawnPicture, uploadedPicture } from '../../src/infra/signing/picture.ts'
import { seal } from '../../src/infra/signing/seal.ts'
import { verifySeal } from '../../src/infra/signing/verifySeal.ts'
import { STROKES, signedLetter } from '../packet/certificateSigned.ts'
import { file, recordPdf } from '../packet/files.ts'
import { plan } from '../packet/fixture.ts'
import { inspect } from '../packet/inspect.ts'

const NOW = '2026-11-22T14:03:07.120Z' as Instant
const folder = mkdtempSync(join(tmpdir(), 'signing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const settings = { p12: null, password: 'secret', folder: join(folder, 'data') }

let identity: SealIdentity
let open: Uint8Array
let sealed: Uint8Array
beforeAll(async () => {
  // Two processes start at once.
  const [one, two] = await Promise.all([openIdentity(settings, NOW), openIdentity(settings, NOW)])
  if (!one.ok || !two.ok) throw new Error('no identity')
  expect(one.value.certificate).toEqual(two.value.certificate)
  identity = one.value
  const drawn = await drawnPicture(STROKES)
  if (!drawn.ok) throw new Error('no picture')
  const exhibits = plan.exhibits.slice(0, 2)
  // An exhibit whose own bytes look like a signature's.
  const decoy = Buffer.concat([
    recordPdf('Decoy', 2),
    Buffer.from('\n% /ByteRange [0 /********** /********** /**********] /Contents <00>'),
  ])
  const files = new Map(exhibits.map((e) => [e.doc, file(`${e.id}.pdf`, decoy)]))
  const made = await packetPdf({ ...plan, exhibits }, files, signedLetter(drawn.value))
  if (!made.ok) throw new Error(made.problems[0].say)
  open = made.value.pdf
  sealed = seal(open, identity, NOW)
}, 60_000)

describe('the identity', () => {
  test('is made once, for ten years, readable by its owner only', async () => {
    expect(readdirSync(settings.folder)).toEqual(['document-seal.p12'])
    expect(statSync(join(settings.folder, 'document-seal.p12')).mode & 0o777).toBe(0o600)
    expect(identity.certificate).toMatchObject({
      name: 'Appealwright document seal (self-signed)',
      selfSigned: true,
      notBefore: '2026-11-22T14:03:07.000Z',
      notAfter: '2036-11-22T00:00:00.000Z',
    })
    expect(identity.key.asymmetricKeyDetails?.modulusLength).toBe(3072)
    const later = await openIdentity(settings, '2030-01-01T00:00:00.000Z' as Instant)
    expect(later.ok && later.value.certificate.sha256).toBe(identity.certificate.sha256)
  })

  test('of the operator is taken from a file', async () => {
    const p12 = join(settings.folder, 'document-seal.p12')
    const own = await openIdentity({ p12, password: 'secret', folder: join(folder, 'none') }, NOW)
    expect(own.ok && own.value.certificate.sha256).toBe(identity.certificate.sha256)
  })

  test.skipIf(spawnSync('openssl', ['version']).error)(
    'of an authority, as openssl packs it (skipped without openssl)',
    async () => {
      const at = (name: string) => join(folder, name)
      const ssl = (...args: string[]) => expect(spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' }).status).toBe(0)
      ssl(
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'ca.key',
        '-out',
        'ca.pem',
        '-subj',
        '/CN=Test CA/O=Añadido, S.A.',
        '-days',
        '9',
      )
      ssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=Clinic seal')
      ssl(
        'x509',
        '-req',
        '-in',
        'leaf.csr',
        '-CA',
        'ca.pem',
        '-CAkey',
        'ca.key',
        '-CAcreateserial',
        '-out',
        'leaf.pem',
        '-days',
        '9',
      )
      ssl(
        'pkcs12',
        '-export',
        '-inkey',
        'leaf.key',
        '-in',
        'leaf.pem',
        '-certfile',
        'ca.pem',
        '-out',
        'own.p12',
        '-passout',
        'pass:pw',
      )
      const now = new Date(Date.now() + 60_000).toISOString() as Instant
      const own = await openIdentity({ p12: at('own.p12'), password: 'pw', folder: at('none') }, now)
      if (!own.ok) throw new Error(own.problems[0].say)
      expect(own.value.chain.length).toBe(2)
      expect(own.value.certificate).toMatchObject({ name: 'Clinic seal', selfSigned: false })
      const pem = spawnSync('openssl', ['x509', '-in', 'leaf.pem', '-noout', '-fingerprint', '-sha256'], {
        cwd: folder,
        encoding: 'utf8',
      })
      expect(pem.stdout.replaceAll(':', '').toLowerCase()).toContain(own.value.certificate.sha256)
      expect(verifySeal(seal(open, own.value, now))).toMatchObject({ state: 'intact', certificate: own.value.certificate })
    },
  )

  test.each([
    ['wrong password', 'document-seal.p12', 'wrong', NOW, 'password is wrong'],
    ['no file', 'absent.p12', 'secret', NOW, 'can’t be read'],
    ['not PKCS#12', 'rubbish.p12', 'secret', NOW, 'not a PKCS#12 file'],
    ['before its time', 'document-seal.p12', 'secret', '2026-11-22T14:03:06.999Z' as Instant, 'not valid today'],
    ['past its time', 'document-seal.p12', 'secret', '2036-11-22T00:00:00.001Z' as Instant, 'not valid today'],
  ])('%s: a clear report, and nothing is made in its place', async (_, name, password, now, why) => {
    writeFileSync(join(folder, 'rubbish.p12'), 'rubbish')
    const p12 = join(name === 'rubbish.p12' ? folder : settings.folder, name)
    const opened = await openIdentity({ p12, password, folder: join(folder, 'none') }, now)
    expect(opened.ok || `${opened.problems[0].code} ${opened.problems[0].say}`).toContain(
      `setting-invalid The identity that seals documents can’t be used.`,
    )
    expect(opened.ok || opened.problems[0].say).toContain(why)
    expect(JSON.stringify(opened)).not.toContain('secret')
  })
})

describe('the seal', () => {
  test('covers everything, and what was sealed is the start of the file', async () => {
    expect(verifySeal(sealed)).toEqual({ state: 'intact', certificate: identity.certificate, at: '2026-11-22T14:03:07.000Z' })
    expect(Buffer.compare(sealed.subarray(0, open.length), open)).toBe(0)
    expect(Buffer.compare(seal(open, identity, NOW), sealed)).toBe(0)
    const [before, after] = [await inspect(open), await inspect(sealed)]
    expect(after).toEqual(before)
  })

  test('an unsealed document says so', () => {
    expect(verifySeal(open)).toEqual({ state: 'unsealed' })
    expect(verifySeal(Buffer.from('%PDF-1.7'))).toEqual({ state: 'unsealed' })
    expect(verifySeal(new Uint8Array())).toEqual({ state: 'unsealed' })
  })

  test('no byte can be changed, in any region', () => {
    const text = Buffer.from(sealed).toString('latin1')
    const gap = text.lastIndexOf('/Contents <30') + '/Contents <'.length
    const end = text.indexOf('>', gap)
    const places = {
      header: 5,
      'pages, 1st': 1000,
      'middle of the exhibits': Math.floor(open.length / 2),
      'end of the pages': open.length - 3,
      'byte range': text.lastIndexOf('/ByteRange [') + 14,
      'before the signature': gap - 3,
      'head of the signature': gap + 1,
      'middle of the signature': gap + 1500,
      'certificate in it': gap + 300,
      padding: end - 5,
      'after the signature': end + 6,
      'signing date': text.lastIndexOf('/M (D:') + 8,
      'cross-reference table': text.lastIndexOf('xref\n') - 40,
      'end of file': sealed.length - 3,
    }
    for (const [where, at] of Object.entries(places)) {
      const other = Buffer.from(sealed)
      const was = other[at] ?? 0
      other[at] = was === 0x31 ? 0x32 : 0x31
      expect(verifySeal(other).state, where).toBe('broken')
    }
    // The case of a hexadecimal digit, which changes no byte of the signature, is a change all the same.
    const letter = gap + text.slice(gap, end).search(/[a-f]/)
    const louder = Buffer.from(sealed)
    louder[letter] = (louder[letter] ?? 0) ^ 0x20
    expect(verifySeal(louder).state).toBe('broken')
    for (let i = 0; i < 400; i++) {
      const at = (i * 7919 * 31) % sealed.length
      const other = Buffer.from(sealed)
      other[at] = (other[at] ?? 0) ^ (1 << (i % 8))
      expect(verifySeal(other).state, `byte ${at}`).not.toBe('intact')
    }
  })

  test('cut short, or added to', () => {
    for (const cut of [1, 10, 500, 20_000]) expect(verifySeal(sealed.subarray(0, sealed.length - cut)).state).not.toBe('intact')
    const more = verifySeal(Buffer.concat([sealed, Buffer.from('\n1 0 obj\n<< >>\nendobj\n')]))
    expect(more).toMatchObject({ state: 'added_to', sealedBytes: sealed.length, certificate: identity.certificate })
    expect(verifySeal(Buffer.concat([Buffer.from('\n'), sealed])).state).toBe('broken')
  })

  test('a byte range that leaves out more than the signature is none', () => {
    const text = Buffer.from(sealed).toString('latin1')
    const [all = '', a = '', b = '', c = ''] = /\/ByteRange \[0 (\d+) (\d+) (\d+)/.exec(text) ?? []
    for (const [x, y, z] of [
      [Number(a) - 1, b, c],
      [a, Number(b) + 1, Number(c) - 1],
      [0, b, c],
      [a, b, 0],
    ]) {
      const other = `/ByteRange [0 ${x} ${y} ${z}`
      expect(verifySeal(Buffer.from(text.replace(all, other.padEnd(all.length)), 'latin1')).state).toBe('broken')
    }
  })

  test('someone else’s seal is seen to be someone else’s', async () => {
    const other = await openIdentity({ ...settings, folder: join(folder, 'other') }, NOW)
    if (!other.ok) throw new Error('no identity')
    const report = verifySeal(seal(open, other.value, NOW))
    expect(report.state === 'intact' && report.certificate.sha256).not.toBe(identity.certificate.sha256)
  })

  test.skipIf(spawnSync('pdfsig', ['-v']).error)('pdfsig agrees (skipped where poppler is not installed)', () => {
    const path = join(folder, 'sealed.pdf')
    const said = (bytes: Uint8Array) => {
      writeFileSync(path, bytes)
      return spawnSync('pdfsig', ['-nocert', path], { encoding: 'utf8' }).stdout
    }
    expect(said(sealed)).toContain('Signature is Valid')
    expect(said(sealed)).toContain('Total document signed')
    const other = Buffer.from(sealed)
    other[Math.floor(open.length / 2)] = (other[Math.floor(open.length / 2)] ?? 0) ^ 1
    expect(said(other)).not.toContain('Signature is Valid')
  })
})

describe('the picture', () => {
  const pixels = async (png: Uint8Array) => {
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
    const alpha = Array.from({ length: info.width * info.height }, (_, i) => data[i * info.channels + 3] ?? 255)
    return {
      info,
      ink: alpha.filter((a) => a > 200).length / alpha.length,
      clear: alpha.filter((a) => a === 0).length / alpha.length,
    }
  }
  const paper = (ink: string, ground = '#f4f1e8', size = 800) =>
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size / 2}"><rect width="100%" height="100%" fill="${ground}"/><path d="M${size * 0.2} ${size * 0.3}q60 -160 120 0t140 -20t120 10" fill="none" stroke="${ink}" stroke-width="7"/></svg>`,
      ),
    )
  const EXIF = { IFD0: { Artist: 'Secret Place', ImageDescription: 'Secret Place' } }

  test('drawn: one size, a clear ground, ink', async () => {
    const made = await drawnPicture(STROKES)
    if (!made.ok) throw new Error('refused')
    const { info, ink, clear } = await pixels(made.value)
    expect([info.width, info.height, info.channels]).toEqual([900, 240, 4])
    expect(ink).toBeGreaterThan(0.005)
    expect(clear).toBeGreaterThan(0.8)
    expect((await drawnPicture('[[[0,0],[1,1]]]')).ok).toBe(false)
  })

  test.each(['png', 'jpeg'] as const)('uploaded as %s: paper clear, metadata gone', async (format) => {
    const bytes = await paper('#1b2a6b').withExif(EXIF).toFormat(format).toBuffer()
    expect(bytes.toString('latin1')).toContain('Secret Place')
    const made = await uploadedPicture(bytes)
    if (!made.ok) throw new Error('refused')
    expect(Buffer.from(made.value).toString('latin1')).not.toContain('Secret')
    const { info, ink, clear } = await pixels(made.value)
    expect([info.width, info.height]).toEqual([900, 240])
    expect(ink).toBeGreaterThan(0.005)
    expect(clear).toBeGreaterThan(0.8)
    expect((await sharp(made.value).metadata()).exif).toBeUndefined()
  })

  test('a photo lit from one side: the dark side is paper all the same', async () => {
    const shade = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><linearGradient id="g"><stop stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.6"/></linearGradient><rect width="100%" height="100%" fill="url(#g)"/></svg>',
    )
    const made = await uploadedPicture(
      await paper('#1b2a6b')
        .composite([{ input: shade }])
        .jpeg()
        .toBuffer(),
    )
    if (!made.ok) throw new Error('refused')
    expect((await pixels(made.value)).clear).toBeGreaterThan(0.8)
  })

  test('a photo lying on its side is set upright', async () => {
    const upright = await uploadedPicture(await paper('#000').jpeg({ quality: 100 }).toBuffer())
    const turned = await uploadedPicture(
      await sharp(await paper('#000').png().toBuffer())
        .rotate(90)
        .withMetadata({ orientation: 8 })
        .jpeg({ quality: 100 })
        .toBuffer(),
    )
    if (!upright.ok || !turned.ok) throw new Error('refused')
    const [a, b] = [await pixels(upright.value), await pixels(turned.value)]
    expect(Math.abs(a.ink - b.ink)).toBeLessThan(0.01)
  })

  test.each([
    ['an empty sheet', () => paper('#f4f1e8').png().toBuffer()],
    ['light on dark', () => paper('#fff', '#000').png().toBuffer()],
    ['a dark sheet', () => paper('#000', '#000').png().toBuffer()],
    ['SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['GIF', () => paper('#000').gif().toBuffer()],
    ['half a JPEG', async () => (await paper('#000').jpeg().toBuffer()).subarray(0, 900)],
    ['PNG by its first bytes only', async () => Buffer.from('\x89PNG\r\n\x1a\nrubbish', 'latin1')],
    ['too many bytes', async () => Buffer.concat([await paper('#000').png().toBuffer(), Buffer.alloc(5_000_000)])],
    [
      'too many pixels',
      () =>
        sharp({ create: { width: 9000, height: 5000, channels: 3, background: '#fff' } })
          .png()
          .toBuffer(),
    ],
  ])('refused: %s', async (_, bytes) => {
    const made = await uploadedPicture(await bytes())
    expect(made.ok || made.problems[0].code).toBe('form-invalid')
  })
})

test('clocks of a zone, summer and winter', () => {
  expect(zoneOffset('America/New_York', '2026-07-01T12:00:00Z')).toBe(-240)
  expect(zoneOffset('America/New_York', '2026-11-22T12:00:00Z')).toBe(-300)
  expect(zoneOffset('Asia/Kolkata', '2026-11-22T12:00:00Z')).toBe(330)
  expect(zoneOffset('UTC', '2026-11-22T12:00:00Z')).toBe(0)
  expect(zoneOffset('Nowhere/Land', '2026-11-22T12:00:00Z')).toBeNull()
})
