/** A file to be sent with a form. */
export interface SentFile {
  readonly field: string
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Answered {
  readonly status: number
  readonly text: string
  /** Path a redirect leads to. */
  readonly to: string | null
  /** From sending to the last byte of the body, in milliseconds. */
  readonly ms: number
}

/** One person's browser: it keeps its cookie and the token of its forms, follows no redirect by itself. */
export interface Browser {
  get(path: string): Promise<Answered>
  post(path: string, fields: Readonly<Record<string, string>>, files?: readonly SentFile[]): Promise<Answered>
  /** What a later browser needs to be the same person. */
  readonly cookie: () => string | null
}

/** `from`: the address a proxy would name for it; each person has their own, as the limits count by address. */
export function openBrowser(base: string, from: string, kept: string | null = null): Browser {
  let cookie = kept
  let csrf = ''
  const send = async (path: string, init: RequestInit): Promise<Answered> => {
    const headers = new Headers({ origin: base, 'x-forwarded-for': from, 'accept-encoding': 'gzip, br' })
    if (cookie) headers.set('cookie', cookie)
    const start = performance.now()
    const answer = await fetch(base + path, { ...init, headers, redirect: 'manual' })
    const text = await answer.text()
    const ms = performance.now() - start
    const set = answer.headers.getSetCookie()[0]?.split(';')[0]
    if (set) cookie = set
    csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? csrf
    return { status: answer.status, text, to: answer.headers.get('location'), ms }
  }
  return {
    cookie: () => cookie,
    get: (path) => send(path, {}),
    post(path, fields, files = []) {
      const form = files.length ? new FormData() : new URLSearchParams()
      if (csrf) form.append('csrf', csrf)
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      for (const f of files) if (form instanceof FormData) form.append(f.field, new Blob([new Uint8Array(f.bytes)]), f.name)
      return send(path, { method: 'POST', body: form })
    },
  }
}
