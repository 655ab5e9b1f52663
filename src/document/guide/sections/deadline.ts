import type { Claim } from '../../../argument/claim.ts'
import { type CivilDate, longDate } from '../../../base/date.ts'
import type { Support } from '../../../base/support.ts'
import type { CoverageRecord } from '../../../knowledge/coverage.ts'
import { ladder } from '../../../rights/ladder.ts'
import type { Reckoning } from '../../../rights/reckoning.ts'
import { bullets, paragraph, section } from '../blocks.ts'
import type { GuideSection } from '../guide.ts'
import { claimsFor } from '../notes.ts'
import { say } from '../say.ts'
import type { Subject } from '../subject.ts'
import { citesText, provisionSupport } from '../support.ts'

/** No date without a notice date: then, for each type of coverage, the last day, the safe day and the arithmetic. */
export function deadline(subject: Subject): GuideSection[] {
  const { noticeDate } = subject
  const worked = noticeDate ? windows(subject, noticeDate) : []
  return section('deadline', 'How long you have', [
    ...paragraph([...(worked.length ? [] : claimsFor(subject, 'deadline_ask')), ...claimsFor(subject, 'deadline')]),
    ...bullets(worked.map((w) => windowClaim(subject, w))),
  ])
}

/** Types of coverage whose first window is counted in the same way to the same day. */
interface Window {
  readonly names: string[]
  readonly level: string
  readonly files: Reckoning[]
}

function windows(subject: Subject, noticeDate: CivilDate): Window[] {
  const found = new Map<string, Window>()
  for (const coverage of subject.coverages) {
    const first = firstWindow(subject, coverage, noticeDate)
    if (!first) continue
    const key = [
      first.level,
      first.file.due,
      first.file.safeDue,
      first.file.arithmetic || first.file.rule,
      ...first.file.assumptions,
    ].join('\n')
    const window = found.get(key) ?? { names: [], level: first.level, files: [] }
    window.names.push(coverage.name.en)
    window.files.push(first.file)
    found.set(key, window)
  }
  return [...found.values()]
}

function firstWindow(subject: Subject, coverage: CoverageRecord, noticeDate: CivilDate) {
  const made = ladder(subject.knowledge, coverage.id, {
    noticeDate,
    receivedDate: null,
    receiptProven: false,
    timing: null,
    urgent: false,
    levelReached: null,
    state: subject.state,
    conditions: {},
  })
  const current = made.ok ? made.value.current : null
  return current?.file ? { level: current.name.en, file: current.file } : null
}

function windowClaim({ knowledge }: Subject, { names, level, files }: Window): Claim {
  const all = [...new Set(files.flatMap((f) => f.citations))]
  const assumptions = [...new Set(files.flatMap((f) => f.assumptions))]
  const support = files.flatMap((f): Support[] => [
    ...(f.ref ? [provisionSupport(knowledge, f.ref)] : []),
    ...f.citations.map((c): Support => ({ kind: 'law', source: c.source, pin: c.pin, quote: f.rule, status: c.status })),
    ...[f.arithmetic || f.rule, ...[f.due, f.safeDue].flatMap((d) => (d ? [long(d)] : []))].map(
      (quote): Support => ({ kind: 'reckoning', source: f.ref ?? 'rights', pin: '', quote }),
    ),
  ])
  const [file] = files
  const said = file ? reckoned(file, citesText(all)) : ''
  return say(
    `${names.join('; ')}, ${level.charAt(0).toLowerCase()}${level.slice(1)}: ${[said, ...assumptions].join(' ')}`,
    support,
  )
}

function reckoned(file: Reckoning, cite: string): string {
  if (file.due === null) return cite ? `${file.rule.replace(/\.$/, '')} (${cite}).` : file.rule
  const safe = file.safeDue && file.safeDue !== file.due ? `; act by ${long(file.safeDue)} to be safe` : ''
  return `last day ${long(file.due)}${safe}. Counted: ${file.arithmetic} (${cite}).`
}

const long = (when: string): string => longDate(when.slice(0, 10) as CivilDate)
