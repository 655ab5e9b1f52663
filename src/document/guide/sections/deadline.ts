import { type CivilDate, longDate } from '../../../base/date.ts'
import type { Support } from '../../../base/support.ts'
import type { CoverageRecord } from '../../../knowledge/coverage.ts'
import type { Bilingual } from '../../../knowledge/datum.ts'
import { ladder } from '../../../rights/ladder.ts'
import type { Reckoning } from '../../../rights/reckoning.ts'
import { bullets, paragraph, section } from '../blocks.ts'
import { groupName } from '../coverageNames.ts'
import type { GuideClaim, GuideSection } from '../guide.ts'
import { claimsFor } from '../notes.ts'
import { rightsRows } from '../rightsRows.ts'
import type { Subject } from '../subject.ts'
import { citesText, provisionSupport } from '../support.ts'
import { lower, tell, unstopped, type Voice, wordsOf } from '../voice.ts'

/** Each type's window in words; with a notice date, the last day, the safe day and the arithmetic. */
export function deadline(subject: Subject): GuideSection[] {
  const { noticeDate } = subject
  const worked = noticeDate ? windows(subject, noticeDate) : []
  return section('deadline', wordsOf(subject).headings.deadline, [
    ...paragraph(claimsFor(subject, 'deadline_first')),
    ...bullets(worked.length ? worked.map((w) => windowClaim(subject, w)) : windowsByType(subject)),
    ...paragraph([...(worked.length ? [] : ask(subject)), ...claimsFor(subject, 'deadline')]),
  ])
}

/** Of one type only the date is still wanted. */
const ask = (subject: Subject): GuideClaim[] => {
  const [one, ...more] = subject.coverages
  if (!one || more.length) return claimsFor(subject, 'deadline_ask')
  return [
    tell(
      subject,
      (v) => v.words.giveDate,
      one.governing.map((ref) => provisionSupport(subject.knowledge, ref)),
    ),
  ]
}

/** The first window in words, types with the same one together: what a reader must know before anything else. */
function windowsByType(subject: Subject): GuideClaim[] {
  const { coverages, lang } = subject
  const groups = new Map<string, { claim: GuideClaim; ids: string[] }>()
  for (const { firstAppeal, coverages: ids } of rightsRows(subject, coverages)) {
    const group = groups.get(firstAppeal.sentence)
    if (group) group.ids.push(...ids)
    else groups.set(firstAppeal.sentence, { claim: firstAppeal, ids: [...ids] })
  }
  if (coverages.length === 1) return [...groups.values()].map(({ claim }) => claim)
  return [...groups.values()].map(({ claim, ids }) => {
    const of = coverages.filter((c) => ids.includes(c.id))
    return { ...claim, sentence: `${groupName(claim.lang ?? lang, of, coverages)}. ${claim.sentence}` }
  })
}

/** Types of coverage whose first window is counted in the same way to the same day. */
interface Window {
  readonly of: CoverageRecord[]
  readonly level: Bilingual
  readonly files: Reckoning[]
}

function windows(subject: Subject, noticeDate: CivilDate): Window[] {
  const found = new Map<string, Window>()
  for (const coverage of subject.coverages) {
    const first = firstWindow(subject, coverage, noticeDate)
    if (!first) continue
    const { due, safeDue, arithmetic, rule, assumptions } = first.file
    const key = [first.level.en, due, safeDue, arithmetic || rule, ...assumptions].join('\n')
    const window = found.get(key) ?? { of: [], level: first.level, files: [] }
    window.of.push(coverage)
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
  return current?.file ? { level: current.name, file: current.file } : null
}

function windowClaim(subject: Subject, { of, level, files }: Window): GuideClaim {
  const { knowledge } = subject
  const cite = citesText([...new Set(files.flatMap((f) => f.citations))])
  const assumptions = [...new Set(files.flatMap((f) => f.assumptions))]
  const support = files.flatMap((f): Support[] => [
    ...(f.ref ? [provisionSupport(knowledge, f.ref)] : []),
    ...f.citations.map((c): Support => ({ kind: 'law', source: c.source, pin: c.pin, quote: f.rule, status: c.status })),
    ...[f.arithmetic || f.rule, ...[f.due, f.safeDue].flatMap((d) => (d ? [longDate(d.slice(0, 10) as CivilDate)] : []))].map(
      (quote): Support => ({ kind: 'reckoning', source: f.ref ?? 'rights', pin: '', quote }),
    ),
  ])
  const [file] = files
  return tell(
    subject,
    (v) =>
      v.words.window(
        of.map((c) => v.two(c.name)).join('; '),
        lower(v.two(level)),
        [...(file ? [reckoned(v, file, v.words.cited(cite))] : []), ...assumptions.map((a) => v.reckoned(a))].join(' '),
      ),
    support,
  )
}

function reckoned(v: Voice, file: Reckoning, cite: string): string {
  if (file.due === null) {
    const rule = file.ref ? v.law(file.ref) : v.reckoned(file.rule)
    return cite ? `${unstopped(rule)} (${cite}).` : rule
  }
  const safe = file.safeDue && file.safeDue !== file.due ? v.words.day(file.safeDue) : null
  return v.words.lastDay(v.words.day(file.due), safe, v.reckoned(file.arithmetic), cite)
}
