import { deflateSync, inflateSync } from 'node:zlib'
import type { PlainObject } from './plainPdf.ts'

/**
 * Makes an exhibit's objects fit inside a figure of a PDF/UA file without changing what is drawn:
 * its own artifacts (running heads, rules) are content of the page we show, and font dictionaries
 * state what they left to a default. Fonts the exhibit does not embed stay a fault of the exhibit.
 */
export const untagged = (objects: ReadonlyMap<number, PlainObject>): Map<number, PlainObject> =>
  new Map([...objects].map(([n, object]) => [n, untaggedForm({ ...object, head: explicitFont(object.head) })]))

/** CIDToGIDMap defaults to Identity; CIDSet is optional, and often wrong in subsets. */
const explicitFont = (head: string): string =>
  /\/Subtype\s*\/CIDFontType2\b/.test(head) && !head.includes('/CIDToGIDMap')
    ? head.replace(/^<</, '<</CIDToGIDMap/Identity')
    : /\/Type\s*\/FontDescriptor\b/.test(head)
      ? head.replace(/\/CIDSet \d+ 0 R/, '')
      : head

const ARTIFACT = /\/Artifact(?=\s*(?:\/\w+\s+BDC|BMC|<<[^()]*?>>\s*BDC)\b)/g

function untaggedForm(object: PlainObject): PlainObject {
  if (!object.stream || !/\/Subtype\s*\/Form\b/.test(object.head) || !/\/Filter\s*\/FlateDecode/.test(object.head)) return object
  const from = object.stream.indexOf('\n') + 1
  const content = inflateSync(object.stream.subarray(from, object.stream.lastIndexOf('endstream'))).toString('latin1')
  const changed = content.replace(ARTIFACT, '/Span')
  if (changed === content) return object
  const data = deflateSync(Buffer.from(changed, 'latin1'))
  const stream = Buffer.concat([Buffer.from('stream\r\n'), data, Buffer.from('\r\nendstream')])
  return { head: object.head.replace(/\/Length \d+/, () => `/Length ${data.length}`), stream }
}
