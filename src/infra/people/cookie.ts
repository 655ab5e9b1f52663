/** The session's cookie. Over https its name binds it to this host alone, whole site, secure. */
export const sessionCookieName = (https: boolean): string => (https ? '__Host-session' : 'session')

const TOKEN = /^[\w-]{43}$/

/** The token in a Cookie header; null: none, or several that differ, since then one was planted. */
export function readSessionCookie(header: string | null | undefined, https: boolean): string | null {
  const name = `${sessionCookieName(https)}=`
  const values = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(name))
    .map((part) => part.slice(name.length))
  const [first] = values
  return first !== undefined && TOKEN.test(first) && values.every((value) => value === first) ? first : null
}

const attributes = (https: boolean) => `Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`

/** Value of Set-Cookie. The server's own reckoning ends the session; the browser is told its longest life. */
export const sessionCookie = (token: string, https: boolean, wholeSeconds: number): string =>
  `${sessionCookieName(https)}=${token}; Max-Age=${wholeSeconds}; ${attributes(https)}`

export const noSessionCookie = (https: boolean): string => `${sessionCookieName(https)}=; Max-Age=0; ${attributes(https)}`
