import type { z } from 'zod'

/** The body as the provider documents it; null where it is anything else. */
export function readJson<T extends z.ZodType>(schema: T, body: Buffer): z.infer<T> | null {
  try {
    const read = schema.safeParse(JSON.parse(body.toString('utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Value of an `Authorization` header, RFC 7617. */
export const basicCredentials = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
