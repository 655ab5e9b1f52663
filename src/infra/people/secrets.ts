import { createHash, randomBytes } from 'node:crypto'
import type { Instant } from '../../casefile/event.ts'

/** 256 random bits, URL-safe: 43 characters. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Ids give no right: 128 random bits. */
export const newId = (): string => randomBytes(16).toString('base64url')

/** How tokens are kept. They are random, so one round of a fast hash is enough. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

export const instantOf = (date: Date): Instant => date.toISOString() as Instant

/** The moment some seconds later; negative: before. */
export const after = (now: Instant, seconds: number): Instant => instantOf(new Date(Date.parse(now) + seconds * 1000))
