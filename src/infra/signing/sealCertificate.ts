import { X509Certificate } from 'node:crypto'

export interface SealCertificate {
  /** Common name, else the whole subject. */
  readonly name: string
  /** Of its DER, hexadecimal. */
  readonly sha256: string
  readonly selfSigned: boolean
  /** UTC, ISO 8601. */
  readonly notBefore: string
  readonly notAfter: string
}

export function sealCertificate(der: Buffer): SealCertificate {
  const x509 = new X509Certificate(der)
  const name = /^CN=(.*)$/m.exec(x509.subject)?.[1] ?? x509.subject.replaceAll('\n', ', ')
  return {
    name,
    sha256: x509.fingerprint256.replaceAll(':', '').toLowerCase(),
    selfSigned: x509.subject === x509.issuer && x509.verify(x509.publicKey),
    notBefore: x509.validFromDate.toISOString(),
    notAfter: x509.validToDate.toISOString(),
  }
}
