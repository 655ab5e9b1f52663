/**
 * An e-mail address in the form it is compared in: trimmed, in lower case; null where it can not be one. Not more is
 * checked than that mail could be sent there: only the mail that arrives proves an address.
 */
export function emailAddress(typed: string): string | null {
  const text = typed.trim().toLowerCase()
  if (text.length > 254) return null
  return /^[^\s@<>"(),:;\\[\]\p{Cc}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u.test(text)
    ? text
    : null
}

/** The same mailbox under its tags: "kim+letter@x.org" is kim's. For what a customer gets once. */
export const mailboxOf = (email: string): string => email.replace(/\+[^@]*@/, '@')

/** Enough to recognize one's own address by: "k…@x.org". */
export const hintOf = (email: string): string => email.replace(/^(.).*@/u, '$1…@')

/** A path within this site, else the start. A link in a mail never leads anywhere else. */
export const localPath = (path: string): string => (/^\/(?![/\\])[\w\-./~?=&%#]*$/.test(path) ? path : '/')
