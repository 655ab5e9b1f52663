import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { pictureKind } from '../../src/infra/images/kinds.ts'
import { pageImage } from '../../src/infra/images/pageImage.ts'
import * as pictures from './pictures.ts'

async function shown(bytes: Uint8Array, page: number, width: number, type?: 'image/png' | 'image/webp') {
  const outcome = await pageImage(bytes, page, width, type ? { type } : {})
  if (!outcome.ok) throw new Error(outcome.problems[0].say)
  return outcome.value
}

async function codeOf(bytes: Uint8Array, page = 1) {
  const outcome = await pageImage(bytes, page, 800, { name: 'file.bin' })
  if (outcome.ok) throw new Error('it was shown')
  const [problem] = outcome.problems
  expect(problem.where).toBe('file.bin')
  return problem.code
}

async function pdf(rotation = 0): Promise<Uint8Array> {
  const doc = await PDFDocument.create()
  const font = await doc.embedFont(StandardFonts.Helvetica)
  const page = doc.addPage([612, 792])
  page.drawText('Denied', { x: 40, y: 700, size: 60, font })
  page.setRotation(degrees(rotation))
  doc.addPage([792, 612])
  return doc.save()
}

const shadeAt = async (bytes: Uint8Array, x: number, y: number) => {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
  return data[(Math.round(y * info.height) * info.width + Math.round(x * info.width)) * info.channels]
}

describe('the picture of a page', () => {
  it('of a PDF is as wide as asked, on white, turned as the page is', async () => {
    const image = await shown(await pdf(), 1, 600)
    expect(image).toMatchObject({ width: 600, type: 'image/webp' })
    expect(Math.abs(image.height - 776)).toBeLessThanOrEqual(1)
    expect((await sharp(image.bytes).metadata()).format).toBe('webp')
    expect(await shadeAt(image.bytes, 0.5, 0.9)).toBeGreaterThan(250)
    const { channels } = await sharp(image.bytes).extract({ left: 40, top: 30, width: 20, height: 60 }).stats()
    expect(channels[0]?.min).toBeLessThan(60)
    expect(await shown(await pdf(90), 1, 600, 'image/png')).toMatchObject({ width: 600, height: expect.closeTo(464, -1) })
    expect(await shown(await pdf(), 2, 396)).toMatchObject({ width: 396, height: 306 })
  })

  it('of a photograph is upright and says nothing of camera or place', async () => {
    const photo = await pictures.sidewaysPhoto()
    expect(photo.includes('SecretCamera')).toBe(true)
    const image = await shown(photo, 1, 2000)
    expect(image).toMatchObject({ width: 200, height: 400 })
    expect(await shadeAt(image.bytes, 0.5, 0.02)).toBeLessThan(30)
    const { exif, xmp, iptc } = await sharp(image.bytes).metadata()
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined])
    expect(Buffer.from(image.bytes).includes('SecretCamera')).toBe(false)
  })

  it('of a TIFF is the page asked for, of an animation the first frame', async () => {
    const fax = await pictures.twoPageTiff()
    expect(await shadeAt((await shown(fax, 1, 600)).bytes, 0.5, 0.5)).toBeLessThan(10)
    expect(await shadeAt((await shown(fax, 2, 600)).bytes, 0.5, 0.5)).toBeGreaterThan(245)
    expect(await codeOf(fax, 3)).toBe('file-unreadable')
    expect(await shown(await pictures.animatedGif(), 1, 600)).toMatchObject({ width: 60, height: 40 })
  })

  it('is bounded however much is asked for', async () => {
    expect((await shown(await pdf(), 1, 1e9)).width).toBe(2550)
    expect((await shown(await pdf(), 1, Number.NaN)).width).toBe(16)
    expect(await codeOf(await pdf(), 3)).toBe('file-unreadable')
    expect(await codeOf(await pdf(), 0)).toBe('file-unreadable')
  })

  it.each([
    ['many colours for print', pictures.cmykJpeg],
    ['sixteen bits', pictures.deepPng],
    ['a comment that says PDF', pictures.jpegThatSaysPdf],
  ] as const)('is made of %s', async (_, make) => {
    const image = await shown(await make(), 1, 200)
    expect(image.width).toBe(200)
    expect(await shadeAt(image.bytes, 0.5, 0.5)).toBeGreaterThan(200)
  })

  it.each([
    ['nothing', () => new Uint8Array(), 'file-unsupported'],
    ['text', () => Buffer.from('Dear Jo'), 'file-unsupported'],
    ['a drawing', () => pictures.SVG, 'file-unsupported'],
    ['half a JPEG', pictures.truncatedJpeg, 'file-unreadable'],
    ['900 million pixels', pictures.bombPng, 'file-too-large'],
    ['a PDF that begins as a picture', pictures.gifThatIsPdf, 'file-unreadable'],
    ['a damaged HEIC', pictures.damagedHeic, 'file-unreadable'],
    ['a PNG head with nothing behind', () => pictures.bombPng().subarray(0, 40), 'file-unreadable'],
    ['a damaged PDF', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3000, 7)]), 'file-unreadable'],
  ] as const)('is refused of %s', async (_, make, code) => expect(await codeOf(await make())).toBe(code))
})

describe('kinds of picture', () => {
  it('are told by how they begin, never by a name', async () => {
    expect(pictureKind(await pictures.cmykJpeg())).toBe('jpeg')
    expect(pictureKind(await pictures.deepPng())).toBe('png')
    expect(pictureKind(await pictures.animatedGif())).toBe('gif')
    expect(pictureKind(pictures.damagedHeic())).toBe('heic')
    expect(
      pictureKind(
        await sharp(await pictures.deepPng())
          .webp()
          .toBuffer(),
      ),
    ).toBe('webp')
    expect(
      pictureKind(
        await sharp(await pictures.deepPng())
          .tiff()
          .toBuffer(),
      ),
    ).toBe('tiff')
    for (const other of [new Uint8Array(), pictures.SVG, Buffer.from('%PDF-'), Buffer.from('\0\0\0\x18ftypavif')])
      expect(pictureKind(other)).toBeNull()
  })
})
