import { hash } from 'node:crypto'

/**
 * The same key gives the same Message-ID, by which mail programs and many servers drop a second copy.
 * Hashed: what stands in headers for all to see tells nothing of the case.
 */
export function messageIdOf(key: string, from: string): string {
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return `<${hash('sha256', `message ${key}`).slice(0, 40)}@${domain}>`
}
