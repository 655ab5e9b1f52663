/** Bytes of uploads that are held at once, by everybody and by one address. */
const ALL_MOST = 600 * 1024 * 1024
const ONE_MOST = 160 * 1024 * 1024

export interface UploadRoom {
  /** Called when the upload is done with; null: no room now. */
  enter(from: string, bytes: number): (() => void) | null
}

/**
 * Uploads are held in memory until they are sealed and kept: so many at once as there is room for, and no
 * single address may take it all.
 */
export function makeUploadRoom(all = ALL_MOST, one = ONE_MOST): UploadRoom {
  const byAddress = new Map<string, number>()
  let held = 0
  const add = (from: string, bytes: number) => {
    held += bytes
    const sum = (byAddress.get(from) ?? 0) + bytes
    if (sum > 0) byAddress.set(from, sum)
    else byAddress.delete(from)
  }
  return {
    enter(from, bytes) {
      if (held + bytes > all || (byAddress.get(from) ?? 0) + bytes > one) return null
      add(from, bytes)
      let left = false
      return () => {
        if (!left) add(from, -bytes)
        left = true
      }
    },
  }
}
