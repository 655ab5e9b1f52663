import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

/** An authenticator in software: ES256, attestation "none", user verified. One credential. */
export interface SoftAuthenticator {
  readonly id: string
  create(options: unknown, origin?: string): Registration
  get(options: unknown, change?: Change): Assertion
}

export interface Change {
  readonly origin?: string
  readonly counter?: number
  /** Flags of the authenticator data; 0x05: present and verified. */
  readonly flags?: number
  readonly spoilSignature?: boolean
}

interface Registration {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly clientExtensionResults: Record<string, never>
  readonly response: { readonly clientDataJSON: string; readonly attestationObject: string; readonly transports: string[] }
}

interface Assertion extends Omit<Registration, 'response'> {
  readonly response: {
    readonly clientDataJSON: string
    readonly authenticatorData: string
    readonly signature: string
    readonly userHandle: string | null
  }
}

interface Options {
  readonly challenge: string
  readonly rp?: { readonly id: string }
  readonly rpId?: string
}

const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** CBOR (RFC 8949) of what attestation needs: integers, byte strings, text, maps. */
type Cbor = number | Uint8Array | string | Map<number | string, Cbor>
function cbor(value: Cbor): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Map) return Buffer.concat([head(5, value.size), ...[...value].flatMap(([k, v]) => [cbor(k), cbor(v)])])
  return Buffer.concat([head(2, value.length), value])
}

export function softAuthenticator(origin: string): SoftAuthenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const credential = randomBytes(32)
  const id = b64(credential)
  let counter = 0
  const clientData = (type: string, options: unknown, from: string) =>
    Buffer.from(JSON.stringify({ type, challenge: (options as Options).challenge, origin: from, crossOrigin: false }))
  const authData = (rp: string, flags: number, count: number, rest: Uint8Array = Buffer.alloc(0)) => {
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(count)
    return Buffer.concat([sha(rp), Buffer.from([flags]), counted, rest])
  }
  const common = { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} }
  return {
    id,
    create(options, from = origin) {
      const key = cbor(
        new Map<number, Cbor>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, 'base64url')],
          [-3, Buffer.from(y, 'base64url')],
        ]),
      )
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credential.length]), credential, key])
      const data = authData((options as Options).rp?.id ?? '', 0x45, counter, attested)
      const attestation = cbor(
        new Map<string, Cbor>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', data],
        ]),
      )
      const clientDataJSON = b64(clientData('webauthn.create', options, from))
      return { ...common, response: { clientDataJSON, attestationObject: b64(attestation), transports: ['internal'] } }
    },
    get(options, change = {}) {
      counter = change.counter ?? counter + 1
      const client = clientData('webauthn.get', options, change.origin ?? origin)
      const data = authData((options as Options).rpId ?? '', change.flags ?? 0x05, counter)
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha(client)]))
        .sign(privateKey)
      if (change.spoilSignature) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
      return {
        ...common,
        response: { clientDataJSON: b64(client), authenticatorData: b64(data), signature: b64(signature), userHandle: null },
      }
    },
  }
}
