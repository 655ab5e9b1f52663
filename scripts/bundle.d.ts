/** What `bin/start.cjs` compares before it runs a bundle. */
export interface Manifest {
  /** Folder of the bundle, beside the manifest. */
  readonly folder: string
  /** Every source in it, and this one: path from the package's root, size, and time of last change in nanoseconds. */
  readonly sources: readonly (readonly [path: string, size: string, changed: string])[]
}
/**
 * Writes the command line and its threads as one file of JavaScript each under `out`, with a manifest of the
 * sources they were made of; null where a source changed meanwhile. Takes about half a second.
 */
export declare function keepBundle(root: string, out: string): Promise<Manifest | null>
