import { z } from 'zod'

/** YAML is parsed with the failsafe schema, so every scalar arrives as text and is typed here. */
export const text = z.string().trim().min(1)
export const id = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, 'an id is lower-case letters, digits, dots, hyphens and underscores')
export const bool = z.enum(['true', 'false']).transform((v) => v === 'true')
export const int = z
  .string()
  .regex(/^-?\d+$/, 'a whole number')
  .transform(Number)
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD')
export const status = z.enum(['verified', 'secondary', 'recalled'])

/** Both languages, or the check fails. */
export const bilingual = z.strictObject({ en: text, es: text })
export type Bilingual = z.infer<typeof bilingual>

/**
 * A reference to a provision of a source record, `source-id#provision-id`, or to the whole source,
 * `source-id`. Law and medicine are stated once, in the provision, and referred to everywhere else.
 */
export const ref = z.string().regex(/^[a-z0-9][a-z0-9._-]*(#[a-z0-9_]+)?$/, 'a reference as source-id#provision')
export const refs = z.array(ref).min(1)

/** How far a datum can be trusted, and who may look where to check it. */
export const provenance = {
  status,
  checked: isoDate,
  /** Where it was seen (a public page, a stored copy); absent only when `recalled`. */
  basis: text.optional(),
}

/** A free-standing datum that is not a provision of a source record. `cite` are references. */
export const datum = z.strictObject({ says: text, cite: z.array(ref).optional(), ...provenance })
export type Datum = z.infer<typeof datum>
