import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dataBlock } from '../../src/apps/web/discover/jsonLd.ts'

const written = (name: string): string => {
  const node = { '@type': 'Thing', name, none: undefined, at: [{ '@type': 'Item', position: 1, item: name }] } as const
  return dataBlock([node])
    .replace(/^<script type="application\/ld\+json">/, '')
    .replace(/<\/script>$/, '')
}

test('is what JSON.stringify writes, whatever the text, and no text can end the block', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('</script>', '"', '\\', '\u2028', '\ud800', '<!--')),
      (name) => {
        const nodes = [{ '@type': 'Thing', name, at: [{ '@type': 'Item', position: 1, item: name }] }]
        const plain = JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }).replaceAll('<', '\\u003c')
        expect(written(name)).toBe(plain)
        expect(written(name)).not.toContain('<')
      },
    ),
  )
})
