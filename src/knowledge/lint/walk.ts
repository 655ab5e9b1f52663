/** Visits a value and everything inside it, with its path ("indications.0.name"). */
export function walk(value: unknown, visit: (value: unknown, path: string) => void, path = ''): void {
  visit(value, path)
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) walk(inner, visit, path ? `${path}.${key}` : key)
}

/** Every text in a value, with its path. */
export function textsIn(value: unknown): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  walk(value, (inner, path) => {
    if (typeof inner === 'string') found.push([path, inner])
  })
  return found
}

/** Last part of a path that is a name and not a place in a list: "cite" of "cautions.0.cite.1". */
export const fieldOf = (path: string): string => path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? ''
