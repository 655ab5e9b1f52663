import { longDate } from '../../base/date.ts'
import type { Finding } from '../../base/span.ts'
import type { AppealWindow, DenialReading } from '../../reading/denial.ts'
import type { Doubt } from '../../reading/doubt.ts'
import type { ShownFinding } from './analysis.ts'

/** Paths of the case file by which a person corrects what was read in the letter. */
export const STATED_PATHS = [
  'plan.payer',
  'plan.memberId',
  'plan.group',
  'patient.name',
  'prescriber.name',
  'treatment.name',
  'denial.noticeDate',
  'denial.reference',
  'denial.level',
  'denial.appealAddress',
  'denial.appealFax',
  'denial.appealPhone',
  'denial.appealPortal',
] as const
export type StatedPath = (typeof STATED_PATHS)[number]

/** Everything the letter says that a person can check, in the order in which they would look for it. */
export function shownFindings(denial: DenialReading, doubts: readonly Doubt[]): readonly ShownFinding[] {
  const doubtOf = ({ span }: Finding<unknown>) =>
    doubts.find((d) => d.span.page === span.page && d.span.start === span.start && d.span.end === span.end)?.words[0].why ?? null
  const one = <T>(
    field: string,
    path: StatedPath | null,
    finding: Finding<T> | null,
    say: (value: T) => string,
  ): ShownFinding[] => (finding ? [{ field, path, value: say(finding.value), span: finding.span, doubt: doubtOf(finding) }] : [])
  const many = <T>(field: string, findings: readonly Finding<T>[], say: (value: T) => string) =>
    findings.flatMap((f) => one(field, null, f, say))
  const same = (text: string) => text
  return [
    ...one('payer', 'plan.payer', denial.payer, (p) => p.name),
    ...one('administrator', null, denial.administrator, (p) => p.name),
    ...one('noticeDate', 'denial.noticeDate', denial.noticeDate, longDate),
    ...one('patient', 'patient.name', denial.patient, same),
    ...one('memberId', 'plan.memberId', denial.memberId, same),
    ...one('group', 'plan.group', denial.groupNumber, same),
    ...one('reference', 'denial.reference', denial.referenceNumber, same),
    ...one('provider', 'prescriber.name', denial.provider, same),
    ...one('service', 'treatment.name', denial.service, same),
    ...many('code', denial.codes, (c) => `${c.system} ${c.code}`),
    ...many('serviceDate', denial.serviceDates, longDate),
    ...many('reason', denial.denialReasons, (r) => r.reasonId ?? r.category),
    ...many('policy', denial.policyNamed, same),
    ...one('window', null, denial.appealDeadline, sayWindow),
    ...one('level', 'denial.level', denial.appealLevel, same),
    ...one('appealAddress', 'denial.appealAddress', denial.appealAddress, same),
    ...one('appealFax', 'denial.appealFax', denial.appealFax, same),
    ...one('appealPhone', 'denial.appealPhone', denial.appealPhone, same),
    ...one('appealPortal', 'denial.appealPortal', denial.appealPortal, same),
    ...one('reviewer', null, denial.reviewer, same),
  ]
}

/** "P180D" or the date; pages put the unit into words. */
const sayWindow = (w: AppealWindow): string => w.duration ?? (w.date ? longDate(w.date) : '')
