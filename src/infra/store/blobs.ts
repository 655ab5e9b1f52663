import { randomBytes } from 'node:crypto'

/**
 * Contents by name, already sealed. A name is given once and its content never changes. `put` comes back
 * when the content survives a crash.
 */
export interface BlobStore {
  put(name: string, bytes: Uint8Array): Promise<void>
  /** Null: none of that name. */
  get(name: string): Promise<Uint8Array | null>
  /** No error when there is none. */
  remove(name: string): Promise<void>
}

/** 128 random bits, as 32 hexadecimal digits. */
export const blobName = (): string => randomBytes(16).toString('hex')

/** Names come from the database; one that is not ours must not become a path. */
export function checkedName(name: string): string {
  if (/^[0-9a-f]{32}$/.test(name)) return name
  throw new Error('not the name of a blob')
}
