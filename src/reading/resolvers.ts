/** What reading needs from the registries; each answers null for what it does not know. */
export interface Resolvers {
  /** A payer, UM vendor or PBM by any of its names. `displayName` is the registry's own spelling. */
  readonly payer: (name: string) => { readonly payerId: string; readonly displayName: string; readonly vendor?: boolean } | null
  /** Whether `knowledge/reasons` holds a record of this id. */
  readonly hasReason: (id: string) => boolean
}

/** For reading without registries: names are taken as printed, and reason ids are left out. */
export const NO_RESOLVERS: Resolvers = { payer: () => null, hasReason: () => false }
