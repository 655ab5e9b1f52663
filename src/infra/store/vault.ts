import { createHmac, hkdfSync } from 'node:crypto'
import { seal, unseal } from './seal.ts'

/**
 * The keys of the service itself, all derived from one master key. `purpose` names what is sealed
 * ("person.email"): each purpose has a key of its own.
 */
export interface Vault {
  /** `aad` binds the cipher to its row: the row's id. */
  seal(purpose: string, aad: string, bytes: Uint8Array): Buffer
  /** Throws a Fault when the cipher was changed or belongs elsewhere. */
  open(purpose: string, aad: string, sealed: Uint8Array): Buffer
  /** Keyed and always the same for the same text: finds a sealed value again. 43 URL-safe characters. */
  fingerprint(purpose: string, text: string): string
}

export function makeVault(masterKey: Uint8Array): Vault {
  if (masterKey.length !== 32) throw new Error('a master key has 32 bytes')
  const derived = new Map<string, Uint8Array>()
  const key = (use: string, purpose: string): Uint8Array => {
    const info = `appealwright/${use}/${purpose}/1`
    const known = derived.get(info)
    if (known) return known
    const made = new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(0), info, 32))
    derived.set(info, made)
    return made
  }
  return {
    seal: (purpose, aad, bytes) => seal(key('seal', purpose), aad, bytes),
    open: (purpose, aad, sealed) => unseal(key('seal', purpose), aad, sealed),
    fingerprint: (purpose, text) => createHmac('sha256', key('fingerprint', purpose)).update(text).digest('base64url'),
  }
}
