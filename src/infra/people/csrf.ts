import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Vault } from '../store/vault.ts'

const NONCE = 16

export interface Csrf {
  /** For a hidden field or a header; differs each time, so that compression tells nothing of it. */
  token(sessionId: string): string
  check(sessionId: string, given: string | null | undefined): boolean
}

/** Tokens against forged forms: a nonce and its keyed hash with the session's id. Nothing is kept. */
export function csrfWith(vault: Pick<Vault, 'fingerprint'>): Csrf {
  const mac = (sessionId: string, nonce: string) => Buffer.from(vault.fingerprint('csrf', `${sessionId}.${nonce}`))
  return {
    token(sessionId) {
      const nonce = randomBytes(NONCE).toString('base64url')
      return `${nonce}.${mac(sessionId, nonce)}`
    },
    check(sessionId, given) {
      const [, nonce, hash] = /^([\w-]{22})\.([\w-]{43})$/.exec(given ?? '') ?? []
      if (nonce === undefined || hash === undefined) return false
      return timingSafeEqual(mac(sessionId, nonce), Buffer.from(hash))
    },
  }
}
