import type { Reply } from '../reply.ts'

const HERE = 'http://here.invalid'

/** A path of this site, or its start: whatever a page was asked to go to, it is never another host. */
export function localOnly(to: string): string {
  const url = URL.canParse(to, HERE) ? new URL(to, HERE) : null
  if (url?.origin !== HERE) return '/'
  // "/.//host" becomes "//host" only once it is tidied.
  return `${url.pathname.replace(/^\/+/, '/')}${url.search}${url.hash}`
}

/** Kinds of file a browser may show in place: none of them is a page that could act in our name. */
const SHOWN = new Set(['image/webp', 'image/png', 'image/jpeg', 'application/pdf', 'text/plain; charset=utf-8'])
/** For a file that is shown by itself: it may fetch nothing, send nothing and run nothing. */
const FILE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export function fileHeaders({ type, name, keep }: Extract<Reply, { kind: 'bytes' }>): readonly (readonly [string, string])[] {
  const inline = name === null && SHOWN.has(type)
  return [
    ['content-type', type],
    ['content-disposition', inline ? 'inline' : attachment(name ?? 'file')],
    // Browsers show a PDF with a reader of their own, which a sandbox would stop.
    ['content-security-policy', type === 'application/pdf' ? FILE_POLICY : `${FILE_POLICY}; sandbox`],
    // A picture of a page never changes under its address; it is the person's own all the same.
    ...(keep ? [['cache-control', 'private, max-age=86400'] as const] : []),
  ]
}

/** RFC 6266: a plain name for old readers, the true one for all others. */
const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"; filename*=UTF-8''${extValue(name)}`

/** RFC 8187: besides what a URL component escapes, these four. */
const extValue = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
