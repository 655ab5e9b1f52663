/** Shapes of the code sets, as sources of regular expressions. */
export const CPT = String.raw`\d{4}[0-9FTU]`
export const HCPCS = String.raw`[A-EGHJ-MP-V]\d{4}`
export const ICD10 = String.raw`[A-TV-Z]\d[\dAB](?:\.[\dA-Z]{1,4})?`
export const NDC = String.raw`\d{4,5}-\d{3,4}-\d{1,2}`
export const CARC = String.raw`(?:A[0-9]|B(?:[1-9]|1[0-9]|2[0-3])|P\d{1,2}|[1-9]\d{0,2})`
export const RARC = String.raw`(?:MA\d{1,3}|M\d{1,3}|N\d{1,3})`
/** Group codes that stand before a claim adjustment reason code. */
export const CLAIM_GROUP = '(?:CO|PR|OA|PI|CR)'
