import type { CaseId } from '../ports.ts'

/**
 * What a provider keeps with a sending: case and sending, so that its news find their way back. Neither
 * says anything of the person or gives a right to the case.
 */
export const parcelKey = (id: CaseId, sending: string): string => `${id}.${sending}`

export function parseParcelKey(key: string): { readonly id: CaseId; readonly sending: string } | null {
  const m = /^([\w-]+)\.([\w-]+)$/.exec(key)
  return m?.[1] && m[2] ? { id: m[1] as CaseId, sending: m[2] } : null
}
