/** Which codes exist, by release. Files and their form: `knowledge/codes/README.md`. */
export interface Codes {
  /** ICD-10-CM without the dot → whether it can be billed. */
  readonly icd10cm: ReadonlyMap<string, boolean>
  readonly hcpcs: ReadonlySet<string>
}

const lines = (text: string): readonly (readonly string[])[] =>
  text.split('\n').flatMap((line) => (line.trim() ? [line.trim().split(' ')] : []))

/** "G35 .- A B0- B1": the category, then the rest of each code; "-" is a heading. */
export const diagnosisCodes = (text: string): ReadonlyMap<string, boolean> =>
  new Map(
    lines(text).flatMap(([category = '', ...rest]) =>
      rest.map((part) => [category + part.replace(/[.-]/g, ''), !part.endsWith('-')] as const),
    ),
  )

/** "J2 350 357": the first two characters, then the rest of each code. */
export const procedureCodes = (text: string): ReadonlySet<string> =>
  new Set(lines(text).flatMap(([start = '', ...rest]) => rest.map((part) => start + part)))
