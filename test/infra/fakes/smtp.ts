import forge from 'node-forge'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface MailServer {
  readonly port: number
  /** PEM of the certificate, its own authority. */
  readonly ca: string
  readonly received: { readonly raw: string; readonly mail: Email; readonly secure: boolean }[]
  close(): Promise<void>
}

let made: { key: string; cert: string } | null = null

/** One for all servers of a run: making keys takes long. */
const certificate = () => (made ??= makeCertificate())

function makeCertificate(): { key: string; cert: string } {
  const keys = forge.pki.rsa.generateKeyPair(2048)
  const cert = forge.pki.createCertificate()
  cert.publicKey = keys.publicKey
  cert.serialNumber = '01'
  cert.validity.notBefore = new Date(Date.now() - 86_400_000)
  cert.validity.notAfter = new Date(Date.now() + 86_400_000)
  const name = [{ name: 'commonName', value: 'localhost' }]
  cert.setSubject(name)
  cert.setIssuer(name)
  cert.setExtensions([
    { name: 'basicConstraints', cA: true },
    {
      name: 'subjectAltName',
      altNames: [
        { type: 2, value: 'localhost' },
        { type: 7, ip: '127.0.0.1' },
      ],
    },
  ])
  cert.sign(keys.privateKey, forge.md.sha256.create())
  return { key: forge.pki.privateKeyToPem(keys.privateKey), cert: forge.pki.certificateToPem(cert) }
}

/** A mail server on this machine with STARTTLS and a login; `options` change how it behaves. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const { key, cert } = certificate()
  const received: { raw: string; mail: Email; secure: boolean }[] = []
  const server = new SMTPServer({
    key,
    cert,
    logger: false,
    authOptional: true,
    onAuth: (auth, _session, done) =>
      auth.username === 'post' && auth.password === 'right' ? done(null, { user: 'post' }) : done(new Error('no')),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        const raw = Buffer.concat(parts).toString('latin1')
        received.push({ raw, mail: await PostalMime.parse(raw), secure: session.secure })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    ca: cert,
    received,
    close: () => new Promise((done) => server.close(() => done())),
  }
}
