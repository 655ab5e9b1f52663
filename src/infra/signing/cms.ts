import { createHash, sign, verify, X509Certificate } from 'node:crypto'
import forge from 'node-forge'
import type { SealIdentity } from './identity.ts'

/**
 * Detached CMS signatures (RFC 5652) with SHA-256, as PDF calls `adbe.pkcs7.detached`. Only the DER is
 * node-forge's: it would hold the whole document several times over to hash it, and it can't verify.
 */
const { asn1 } = forge
const { Class, Type } = asn1
type Asn1 = forge.asn1.Asn1

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
} as const

const node = (type: forge.asn1.Type, constructed: boolean, value: string | Asn1[]): Asn1 =>
  asn1.create(Class.UNIVERSAL, type, constructed, value)
const sequence = (...value: Asn1[]) => node(Type.SEQUENCE, true, value)
const set = (...value: Asn1[]) => node(Type.SET, true, value)
const oid = (id: string) => node(Type.OID, false, asn1.oidToDer(id).getBytes())
const integer = (n: number) => node(Type.INTEGER, false, String.fromCharCode(n))
const octets = (bytes: Buffer) => node(Type.OCTETSTRING, false, bytes.toString('latin1'))
const context = (n: number, value: Asn1[]) => asn1.create(Class.CONTEXT_SPECIFIC, n, true, value)
const algorithm = (id: string) => sequence(oid(id), node(Type.NULL, false, ''))
const attribute = (id: string, value: Asn1) => sequence(oid(id), set(value))
const der = (value: Asn1): Buffer => Buffer.from(asn1.toDer(value).getBytes(), 'latin1')
const parsed = (bytes: Buffer): Asn1 => asn1.fromDer(bytes.toString('latin1'))

/** `digest`: SHA-256 of what is signed. */
export function signCms(digest: Buffer, at: Date, { key, chain }: SealIdentity): Buffer {
  const attributes = [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.signingTime, node(Type.UTCTIME, false, asn1.dateToUtcTime(at))),
    attribute(OID.messageDigest, octets(digest)),
    attribute(OID.signingCertificate, certificateHashes(chain)),
  ].sort((a, b) => Buffer.compare(der(a), der(b)))
  return der(signedData(chain, attributes, sign('sha256', der(set(...attributes)), key)))
}

/** RFC 5035, certificate hashes by SHA-256: without them, the certificates would be the one part nobody signed. */
const certificateHashes = (chain: readonly Buffer[]) => sequence(sequence(...chain.map((c) => sequence(octets(digestOf(c))))))

function signedData(chain: readonly Buffer[], attributes: Asn1[], signature: Buffer): Asn1 {
  const [own] = chain
  if (!own) throw new Error('a signature without a certificate')
  const { issuer, serial } = issuerAndSerial(own)
  const signer = sequence(
    integer(1),
    sequence(issuer, serial),
    algorithm(OID.sha256),
    context(0, attributes),
    algorithm(OID.rsa),
    octets(signature),
  )
  const signed = sequence(
    integer(1),
    set(algorithm(OID.sha256)),
    sequence(oid(OID.data)),
    context(0, chain.map(parsed)),
    set(signer),
  )
  return sequence(oid(OID.signedData), context(0, [signed]))
}

export interface ReadCms {
  /** DER of the signer's certificate. */
  readonly certificate: Buffer
  readonly digest: Buffer
  /** UTC, ISO 8601, as the signer's clock had it. */
  readonly at: string
  /** Bytes of DER; what follows in the field is padding. */
  readonly length: number
}

/** A signature in exactly the form that `signCms` gives it, made with the key of its certificate; null for anything else. */
export function readCms(bytes: Buffer): ReadCms | null {
  try {
    const held = bytes.subarray(0, derLength(bytes))
    const [, content] = children(parsed(held))
    const [, , , certificates, signers] = children(children(content)[0])
    const chain = children(certificates).map(der)
    const [, , , signedAttributes, , signatureValue] = children(children(signers)[0])
    const attributes = children(signedAttributes)
    const signature = contents(signatureValue)
    // Built anew from its parts it must be the same, so that no byte of it can say two things.
    if (!der(signedData(chain, attributes, signature)).equals(held)) return null
    const [own] = chain
    if (!own || !verify('sha256', der(set(...attributes)), new X509Certificate(own).publicKey, signature)) return null
    const values = new Map(attributes.map((a) => [oidOf(children(a)[0]), children(children(a)[1])[0]]))
    const hashes = values.get(OID.signingCertificate)
    if (oidOf(values.get(OID.contentType)) !== OID.data || !hashes || !der(hashes).equals(der(certificateHashes(chain))))
      return null
    const at = asn1.utcTimeToDate(contents(values.get(OID.signingTime)).toString('latin1')).toISOString()
    return { certificate: own, digest: contents(values.get(OID.messageDigest)), at, length: held.length }
  } catch {
    return null
  }
}

function issuerAndSerial(certificate: Buffer): { readonly issuer: Asn1; readonly serial: Asn1 } {
  const [tbs] = children(parsed(certificate))
  // The version, when stated, is tagged and comes first.
  const fields = children(tbs).filter((f) => f.tagClass === Class.UNIVERSAL)
  const [serial, , issuer] = fields
  if (!serial || !issuer) throw new Error('a certificate without an issuer')
  return { issuer, serial }
}

const children = (value: Asn1 | undefined): Asn1[] => {
  if (!value || !Array.isArray(value.value)) throw new Error('not a constructed value')
  return value.value
}

const contents = (value: Asn1 | undefined): Buffer => {
  if (typeof value?.value !== 'string') throw new Error('not a primitive value')
  return Buffer.from(value.value, 'latin1')
}

const oidOf = (value: Asn1 | undefined): string =>
  value && typeof value.value === 'string' ? asn1.derToOid(forge.util.createBuffer(value.value)) : ''

/** Whole length of the DER value at the start, from its own header. */
function derLength(bytes: Buffer): number {
  const first = bytes[1] ?? 0
  if (first < 0x80) return 2 + first
  return 2 + (first & 0x7f) + bytes.readUIntBE(2, first & 0x7f)
}

export const digestOf = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
