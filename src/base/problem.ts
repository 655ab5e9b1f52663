/**
 * The closed table of everything that can go wrong for a person: one code, one HTTP status, one
 * exit code. Exit 0 is success; warnings never change it.
 */
export const PROBLEMS = {
  usage: { http: 400, exit: 2 },
  'file-missing': { http: 404, exit: 3 },
  'file-empty': { http: 422, exit: 4 },
  'file-unreadable': { http: 422, exit: 4 },
  'file-unsupported': { http: 415, exit: 4 },
  'file-encrypted': { http: 422, exit: 4 },
  'file-too-large': { http: 413, exit: 4 },
  'file-no-text': { http: 422, exit: 4 },
  'not-a-denial': { http: 422, exit: 5 },
  'several-denials': { http: 422, exit: 5 },
  'language-unsupported': { http: 422, exit: 5 },
  'casefile-invalid': { http: 422, exit: 6 },
  'records-disagree': { http: 422, exit: 6 },
  'coverage-unknown': { http: 422, exit: 7 },
  'no-appeal-right': { http: 422, exit: 7 },
  'date-invalid': { http: 422, exit: 6 },
  'record-unknown': { http: 404, exit: 8 },
  'knowledge-invalid': { http: 500, exit: 9 },
  'policy-unparsed': { http: 422, exit: 10 },
  'exhibit-skipped': { http: 422, exit: 10 },
  'glyph-missing': { http: 422, exit: 10 },
  'output-unwritable': { http: 500, exit: 11 },
  'typesetting-failed': { http: 500, exit: 12 },
  'case-missing': { http: 404, exit: 14 },
  'case-moved': { http: 409, exit: 14 },
  'not-allowed': { http: 403, exit: 15 },
  'sign-in-needed': { http: 401, exit: 15 },
  'too-many-requests': { http: 429, exit: 15 },
  'form-invalid': { http: 422, exit: 6 },
  'npi-invalid': { http: 422, exit: 6 },
  'signature-void': { http: 409, exit: 14 },
  'setting-invalid': { http: 500, exit: 2 },
  'database-unavailable': { http: 503, exit: 16 },
  'provider-off': { http: 503, exit: 17 },
  'provider-busy': { http: 503, exit: 17 },
  'provider-refused': { http: 422, exit: 17 },
  'provider-uncertain': { http: 502, exit: 17 },
  'payment-failed': { http: 402, exit: 17 },
  'backup-unusable': { http: 422, exit: 18 },
  'internal-fault': { http: 500, exit: 13 },
} as const satisfies Record<string, { http: number; exit: number }>

export type ProblemCode = keyof typeof PROBLEMS

/**
 * What went wrong, where, and what to do about it, in plain words. `say` and `fix` never carry
 * health data: name the file, the field or the page, not what it says.
 */
export interface Problem {
  readonly code: ProblemCode
  readonly where: string
  readonly say: string
  readonly fix: string
}

export const problem = (code: ProblemCode, where: string, say: string, fix: string): Problem => ({ code, where, say, fix })

export const exitCode = (problems: readonly Problem[]): number => (problems[0] ? PROBLEMS[problems[0].code].exit : 0)

/** One line a person can act on: "denial.pdf: The file is empty. Send it again." */
export const sayProblem = (p: Problem): string => `${p.where}: ${p.say} ${p.fix}`
