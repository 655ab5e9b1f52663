import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { problem } from '../../base/problem.ts'
import { Fault } from '../database/fault.ts'

/** AES-256-GCM: version byte, nonce of 12 bytes, cipher, tag of 16 bytes. */
const VERSION = 1
const NONCE = 12
const TAG = 16

/** What a cipher belongs to: it opens only where it was put. */
export const bound = (...parts: readonly (string | number)[]): string => JSON.stringify(parts)

export function seal(key: Uint8Array, to: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(to))
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** Throws a Fault when the cipher was changed, moved to another place, or sealed with another key. */
export function unseal(key: Uint8Array, to: string, sealed: Uint8Array): Buffer {
  if (sealed[0] !== VERSION || sealed.length < 1 + NONCE + TAG) throw broken()
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(to))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG)), decipher.final()])
  } catch {
    throw broken()
  }
}

const broken = () =>
  new Fault(
    problem(
      'internal-fault',
      'store',
      'Kept data was changed from outside, or sealed with another key; it is not used.',
      'Restore the last good backup.',
    ),
  )
