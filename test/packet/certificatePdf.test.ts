import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { packetPdf } from '../../src/infra/pdf/packetPdf.ts'
import { drawnPicture } from '../../src/infra/signing/picture.ts'
import { signedLetterPdf } from '../../src/infra/typesetting/certificatePdf.ts'
import { letterPdf } from '../../src/infra/typesetting/letterPdf.ts'
import { certificateView } from '../../src/packet/certificate.ts'
import { Ink } from '../../src/packet/ink.ts'
import { certificate, MEMBER, NEUROLOGIST, STROKES, signedLetter } from './certificateSigned.ts'
import { file, recordPdf } from './files.ts'
import { letter, meta, plan } from './fixture.ts'
import { flat, inspect, raw } from './inspect.ts'

const drawn = await drawnPicture(STROKES)
if (!drawn.ok) throw new Error('no picture')
const signed = signedLetter(drawn.value)
const exhibits = new Map(plan.exhibits.slice(0, 2).map((e) => [e.doc, file(`${e.id}.pdf`, recordPdf(e.title, e.pageCount))]))
const short = { ...plan, exhibits: plan.exhibits.slice(0, 2) }

async function packet(s = signed) {
  const made = await packetPdf(short, exhibits, s)
  if (!made.ok) throw new Error(made.problems[0].say)
  return { ...made.value, warnings: made.warnings, ...(await inspect(made.value.pdf)) }
}

test('a signed packet: both hands in the letter, a certificate each on the last pages', async () => {
  const { pages, labels, parts, bookmarks, pdf, warnings, letterPdf: alone } = await packet()
  expect(warnings).toEqual([])
  expect(raw(pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(parts.at(-1)).toMatchObject({ kind: 'certificate', pages: 2, last: pages.length })
  expect(labels.at(-1)).toMatch(/^Certificate/)
  expect(bookmarks.filter((b) => b.title === 'Certificate of signature').map((b) => b.page)).toEqual([
    pages.length - 1,
    pages.length,
  ])
  expect(flat(pages[0]?.text ?? '')).toContain(`Certificate of signature ${pages.length - 1}–${pages.length}`)
  const hands = pages.find((p) => p.text.includes('Signed electronically'))
  expect(hands?.alts).toContain('Signature of Adaeze Okonkwo, MD')
  expect(flat(hands?.text ?? '')).toContain('NPI 1234567893, 2026-04-14 22:30:09 −04:00')
  expect(flat(hands?.text ?? '')).toContain('Words ab12ab12ab12ab12, signing k7q2mz4p')
  // The day of the signer's own clock, not of UTC.
  expect(flat(hands?.text ?? '').match(/April 14, 2026/g)?.length).toBe(3)
  const [member = '', prescriber = ''] = pages.slice(-2).map((p) => flat(p.text))
  const hash = createHash('sha256')
    .update(alone)
    .digest('hex')
    .replace(/(.{8})(?=.)/g, '$1 ')
  for (const page of [member, prescriber]) expect(page.replace(/\s/g, '')).toContain(hash.replaceAll(' ', ''))
  expect(member).toContain('Name typed by the signer')
  expect(member).not.toContain('NPI')
  expect(prescriber).toContain('Drawn by hand on a screen')
  expect(prescriber).toContain('check digit right; not looked up')
})

test('unsigned, the packet is as it was, and same input gives same bytes', async () => {
  const [plain, again] = [await packetPdf(short, exhibits), await packet()]
  const first = await packet()
  expect(Buffer.compare(first.pdf, again.pdf)).toBe(0)
  expect(plain.ok && plain.value.parts.some((p) => p.kind === 'certificate')).toBe(false)
})

test('a letter that goes by itself has its certificates after it', async () => {
  const made = await signedLetterPdf(letter, meta, signed)
  if (!made.ok) throw new Error(made.problems[0].say)
  const { pages } = await inspect(made.value.pdf)
  expect(pages.length).toBe(made.value.pageCount)
  expect(flat(pages.at(-1)?.text ?? '')).toContain(`Page ${pages.length} of ${pages.length}`)
  expect(flat(pages.at(-2)?.text ?? '')).toContain('Certificate of signature')
  const alone = await letterPdf(letter, meta)
  expect(alone.ok && Buffer.compare(alone.value, made.value.letterPdf) !== 0).toBe(true)
})

test('a name of any length or script can be typed', async () => {
  for (const name of ['Wolfeschlegelsteinhausenbergerdorff-Montgomery y Fernández de Córdoba', '王小明', 'Ł. Đặng']) {
    const [typed] = signed.signatures
    if (!typed) throw new Error('no signature')
    const made = await signedLetterPdf(letter, meta, { signatures: [{ ...typed, typed: name }], certificates: [] })
    expect(made.ok && made.warnings.filter((w) => w.code !== 'glyph-missing')).toEqual([])
  }
})

test('what a certificate says', () => {
  const ink = new Ink(() => true)
  const view = certificateView(
    certificate(NEUROLOGIST, 'prescriber', 'uploaded'),
    { sha256: 'cd34'.repeat(16), bytes: 1234 },
    ink,
  )
  expect(view).toMatchInlineSnapshot(`
    {
      "attestation": "I am the prescriber named here, and I have reviewed the whole letter. What it says of the patient’s condition, treatments and results agrees with the patient’s records and with what I know. Where it states a medical judgment, that judgment is mine. I am signing it myself, and I mean this electronic signature to count as my signature on paper.",
      "hashes": [
        {
          "label": "Words of the letter",
          "text": "ab12ab12 ab12ab12 ab12ab12 ab12ab12 ab12ab12 ab12ab12 ab12ab12 ab12ab12",
        },
        {
          "label": "Letter as a PDF",
          "text": "cd34cd34 cd34cd34 cd34cd34 cd34cd34 cd34cd34 cd34cd34 cd34cd34 cd34cd34 (1234 bytes, before sealing)",
        },
        {
          "label": "Sealing certificate",
          "text": "01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef (A seal)",
        },
      ],
      "heading": "Certificate of signature",
      "intro": "How the letter “Appeal of the denial of ocrelizumab (Ocrevus)” was signed electronically.",
      "later": [
        "The signature holds for these words only. When a sentence, the addressee, the date or the list of enclosures changes, the first number above changes with it: the signature is void, and has to be asked for again.",
        "This file is sealed as a whole: a PDF reader reports any change made since. The seal is the sender’s own, with no outside authority behind it, so the reader will call its certificate unknown; compare it with the number above.",
      ],
      "people": [
        {
          "label": "Asked for by",
          "text": "Maria Rivera",
        },
        {
          "label": "Signed by",
          "text": "Adaeze Okonkwo, MD",
        },
        {
          "label": "As",
          "text": "Prescriber",
        },
        {
          "label": "NPI",
          "text": "1234567893 (check digit right; not looked up in the registry)",
        },
        {
          "label": "License",
          "text": "OH 35.091234 (as stated by the signer)",
        },
        {
          "label": "Reached by",
          "text": "A private link, sent to the signer’s e-mail address",
        },
        {
          "label": "Method",
          "text": "Picture of a signature, given by the signer",
        },
        {
          "label": "Signing",
          "text": "k7q2mz4p",
        },
      ],
      "steps": [
        {
          "by": "Maria Rivera",
          "local": "2026-04-14 16:00:00 −04:00",
          "step": "Signature asked for",
          "utc": "2026-04-14 20:00:00",
        },
        {
          "by": "Adaeze Okonkwo",
          "local": "2026-04-14 22:21:40 −04:00",
          "step": "Opened by the signer",
          "utc": "2026-04-15 02:21:40",
        },
        {
          "by": "Adaeze Okonkwo",
          "local": "2026-04-14 22:30:09 −04:00",
          "step": "Signed",
          "utc": "2026-04-15 02:30:09",
        },
        {
          "by": "Appealwright",
          "local": "",
          "step": "File sealed",
          "utc": "2026-04-15 02:30:12",
        },
      ],
    }
  `)
  const member = certificateView(
    { ...certificate(MEMBER, 'patient', 'typed'), reached: 'signed_in', seal: { name: 'CA', sha256: 'ef', selfSigned: false } },
    { sha256: 'cd', bytes: 1 },
    ink,
  )
  expect(member.people.map((f) => f.label)).toEqual(['Asked for by', 'Signed by', 'As', 'Reached by', 'Method', 'Signing'])
  expect(member.later.join(' ')).not.toContain('no outside authority')
})

test('a name without any space stays within its column, and nothing of it is lost', () => {
  const name = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren'
  const made = certificate({ ...MEMBER, name }, 'patient', 'typed')
  const ink = new Ink(() => true)
  const view = certificateView(made, { sha256: '00', bytes: 1 }, ink)
  const by = view.steps.find((s) => s.step === 'Signed')?.by ?? ''
  expect(by.replaceAll('\u200b', '')).toBe(name)
  for (const run of by.split('\u200b')) expect(run.length).toBeLessThanOrEqual(20)
  // Words of a common length are left alone.
  expect(view.people.some((f) => f.text.includes('\u200b') && !f.text.replaceAll('\u200b', '').includes(name))).toBe(false)
})
