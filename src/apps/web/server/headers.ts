/** What a browser may do with our pages: nothing but our own style, font and pictures, and forms back to us. No script. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  // No page of ours connects to anything, but auditing tools read robots.txt in the name of the page.
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export type Headers = Readonly<Record<string, string>>

/** On every answer. `https`: readers come by https, and are to stay with it. */
export const securityHeaders = (https: boolean): Headers => ({
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'browsing-topics=(), camera=(), geolocation=(), microphone=()',
  ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
})

/** A page may be shown again for five minutes, and for a day while a newer one is fetched. */
export const PAGE_CACHE = 'public, max-age=300, stale-while-revalidate=86400'
export const FOREVER = 'public, max-age=31536000, immutable'
/** Answers to what a reader typed. */
export const NEVER = 'no-store'
