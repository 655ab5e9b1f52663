import { createPrivateKey, generateKeyPair, type KeyObject, randomBytes, X509Certificate } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import forge from 'node-forge'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { Instant } from '../../casefile/event.ts'
import { type SealCertificate, sealCertificate } from './sealCertificate.ts'

/** Who seals documents. */
export interface SealIdentity {
  readonly key: KeyObject
  /** DER; the sealing certificate first. */
  readonly chain: readonly Buffer[]
  readonly certificate: SealCertificate
}

export interface IdentitySettings {
  /** PKCS#12 file of the operator's own identity; null: one is made and kept in `folder`. */
  readonly p12: string | null
  /** Of that file, or of the one that is made. */
  readonly password: string
  readonly folder: string
}

const OWN_FILE = 'document-seal.p12'
const OWN_NAME = 'Appealwright document seal (self-signed)'
const BITS = 3072
const LEAST_BITS = 2048
const YEARS = 10
/** Bytes of all certificates that fit into a seal beside the signature. */
const MOST_CERTIFICATES = 6500

/** The operator's identity, or the one made here at the first start; never a new one beside an old one. */
export async function openIdentity(settings: IdentitySettings, now: Instant): Promise<Outcome<SealIdentity>> {
  if (settings.p12 !== null) {
    const file = await read(settings.p12)
    return file ? parse(file, settings.password, now) : invalid('The file can’t be read.')
  }
  const path = join(settings.folder, OWN_FILE)
  const file = (await read(path)) ?? (await makeOnce(settings, path, now))
  return file ? parse(file, settings.password, now) : invalid('No identity could be written to the data folder.')
}

const read = (path: string): Promise<Buffer | null> => readFile(path).catch(() => null)

/** Two processes may start at once: whoever links the finished file first has made it, the other reads it. */
async function makeOnce(settings: IdentitySettings, path: string, now: Instant): Promise<Buffer | null> {
  const mine = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await mkdir(settings.folder, { recursive: true })
    await writeFile(mine, await selfSigned(settings.password, now), { mode: 0o600, flag: 'wx' })
    await chmod(mine, 0o600)
    await link(mine, path).catch(() => undefined)
    return await read(path)
  } catch {
    return null
  } finally {
    await rm(mine, { force: true }).catch(() => undefined)
  }
}

async function selfSigned(password: string, now: Instant): Promise<Buffer> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: BITS })
  const key = forge.pki.privateKeyFromPem(pair.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString())
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e)
  // The first bit clear, so that the number is positive.
  certificate.serialNumber = `0${randomBytes(16).toString('hex').slice(1)}`
  certificate.validity.notBefore = new Date(now)
  certificate.validity.notAfter = new Date(
    `${Number(now.slice(0, 4)) + YEARS}${now.slice(4, 10).replace('-02-29', '-02-28')}T00:00:00Z`,
  )
  const name = [{ name: 'commonName', value: OWN_NAME }]
  certificate.setSubject(name)
  certificate.setIssuer(name)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ])
  certificate.sign(key, forge.md.sha256.create())
  const p12 = forge.pkcs12.toPkcs12Asn1(key, [certificate], password, { algorithm: 'aes256', friendlyName: OWN_NAME })
  return Buffer.from(forge.asn1.toDer(p12).getBytes(), 'latin1')
}

function parse(file: Buffer, password: string, now: Instant): Outcome<SealIdentity> {
  const { certBag, pkcs8ShroudedKeyBag, keyBag } = forge.pki.oids
  try {
    const p12 = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(file.toString('latin1')), password)
    const bags = (type: string | undefined) => (type ? (p12.getBags({ bagType: type })[type] ?? []) : [])
    const secret = [...bags(pkcs8ShroudedKeyBag), ...bags(keyBag)].find((b) => b.key)?.key
    if (!secret) return invalid('It holds no RSA key.')
    const key = createPrivateKey(forge.pki.privateKeyToPem(secret))
    const chain = bags(certBag).flatMap((b) =>
      b.cert ? [Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(b.cert)).getBytes(), 'latin1')] : [],
    )
    const own = chain.find((der) => new X509Certificate(der).checkPrivateKey(key))
    if (!own) return invalid('No certificate in it belongs to its key.')
    return checked({ key, chain: [own, ...chain.filter((c) => c !== own)], certificate: sealCertificate(own) }, now)
  } catch {
    return invalid('It is not a PKCS#12 file with an RSA key, or the password is wrong.')
  }
}

function checked(identity: SealIdentity, now: Instant): Outcome<SealIdentity> {
  const { notBefore, notAfter } = identity.certificate
  if ((identity.key.asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_BITS)
    return invalid(`Its key has fewer than ${LEAST_BITS} bits.`)
  if (identity.chain.reduce((sum, c) => sum + c.length, 0) > MOST_CERTIFICATES)
    return invalid('It holds more certificates than fit into a seal.')
  if (now < notBefore || now > notAfter) return invalid('Its certificate is not valid today.')
  return ok(identity)
}

const invalid = (say: string) =>
  fail(
    problem(
      'setting-invalid',
      'SIGNING_P12',
      `The identity that seals documents can’t be used. ${say}`,
      'Set SIGNING_P12 and SIGNING_P12_PASSWORD right, or leave both out.',
    ),
  )
