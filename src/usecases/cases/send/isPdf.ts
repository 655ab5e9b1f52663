/** "%PDF", ISO 32000. */
export const isPdf = (bytes: Uint8Array): boolean => [0x25, 0x50, 0x44, 0x46].every((b, i) => bytes[i] === b)
