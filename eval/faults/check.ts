import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type SendingState, sendingState } from '../../src/casefile/sending.ts'
import { caseState } from '../../src/casefile/state.ts'
import { verifyAudit } from '../../src/infra/audit/verify.ts'
import { type Database, openDatabase } from '../../src/infra/database/open.ts'
import { makeCaseFiles } from '../../src/infra/store/caseFiles.ts'
import { makeCaseStore } from '../../src/infra/store/caseStore.ts'
import { openVault } from '../../src/infra/store/open.ts'
import type { CaseFiles, CaseId, CaseStore } from '../../src/usecases/cases/ports.ts'
import { parcelKey } from '../../src/usecases/cases/send/key.ts'
import type { FakeFax } from '../../test/infra/fakes/fax.ts'
import type { Acknowledged } from './acknowledged.ts'

/** The service's own data, opened beside it. */
export interface Opened {
  readonly database: Database
  readonly cases: CaseStore
  readonly files: CaseFiles
  audit(expected: AuditHead): ReturnType<typeof verifyAudit>
  close(): Promise<void>
}
type AuditHead = Awaited<ReturnType<typeof verifyAudit>>['head']

export async function openData(dataDir: string): Promise<Opened> {
  const database = await openDatabase({ dataDir, databaseUrl: null, connections: 3 })
  if (!database.ok) throw new Error('the database did not open')
  const vault = await openVault({ dataDir, appKey: null, s3: null }, database.value)
  if (!vault.ok) throw new Error('the vault did not open')
  const none = { enqueue: async () => {}, forget: async () => {} }
  const clock = { now: () => new Date().toISOString() as never, today: () => '' as never }
  const parts = { db: database.value.db, clock, jobs: none, ...vault.value }
  return {
    database: database.value,
    cases: makeCaseStore(parts),
    files: makeCaseFiles(parts),
    audit: (expected) => verifyAudit(database.value.db, vault.value.vault, expected ?? undefined),
    close: () => database.value.close(),
  }
}

export interface Checked {
  /** What is wrong; none: nothing acknowledged is lost, nothing was sent twice. */
  readonly wrong: readonly string[]
  readonly head: AuditHead
  readonly failedJobs: number
  readonly sendings: Readonly<Record<string, number>>
}

export async function check(
  data: Opened,
  all: readonly Acknowledged[],
  faxes: readonly FakeFax[],
  head: AuditHead,
): Promise<Checked> {
  const wrong: string[] = []
  const sendings: Record<string, number> = {}
  for (const [number, one] of all.entries()) {
    const say = (what: string) => wrong.push(`case ${number}: ${what}`)
    for (const stage of await checkCase(data, one, faxes, say)) sendings[stage] = (sendings[stage] ?? 0) + 1
  }
  const byKey = new Map<string, number>()
  for (const fax of faxes) byKey.set(fax.labels.sending ?? '', (byKey.get(fax.labels.sending ?? '') ?? 0) + 1)
  for (const [, times] of byKey) if (times > 1) wrong.push(`one sending reached the provider ${times} times`)
  const audit = await data.audit(head)
  if (audit.broken !== null) wrong.push(`the audit log is broken at ${audit.broken}`)
  const jobs = await jobsOf(data)
  if (jobs.due > 0) wrong.push(`${jobs.due} jobs are due and nobody does them`)
  return { wrong, head: audit.head ?? head, failedJobs: jobs.failed, sendings }
}

async function checkCase({ cases, files }: Opened, one: Acknowledged, faxes: readonly FakeFax[], say: (what: string) => void) {
  const id = one.case as CaseId
  const events = await cases.load(id).catch(() => null)
  if (!events) {
    say('it can not be opened any more')
    return []
  }
  const state = caseState(events)
  const whole = async (what: string, doc: string, sha256: string) => {
    const bytes = await files.get(id, doc).catch(() => null)
    if (!bytes) say(`${what} is gone`)
    else if (createHash('sha256').update(bytes).digest('hex') !== sha256) say(`${what} is not what it was`)
  }
  const denial = state.documents.find((d) => d.role === 'denial')
  if (denial?.sha256 !== one.letter) say('the letter that was given is not in it')
  else await whole('the letter', denial.doc, one.letter)
  if (denial?.reading.state === 'waiting') say('the letter is still not read')
  for (const [path, value] of one.stated)
    if (!events.some(({ event: e }) => e.kind === 'stated' && e.path === path && e.value === value))
      say(`what was said of ${path} is lost`)
  if (one.packets > 0 && !state.drafted) say('the packet was never made')
  for (const [name, file] of Object.entries(state.drafted?.documents ?? {}))
    await whole(`the file ${name}`, file.doc, file.sha256)
  for (const signing of one.signingsAsked)
    if (!state.signings.some((s) => s.id === signing)) say('a request for a signature is lost')
  for (const signing of one.signed) {
    const held = state.signings.find((s) => s.id === signing)
    if (!held?.signed) say('a signature is lost')
    else if (!held.certified && !held.voided) say('a signature was never sealed')
    else if (held.certified) await whole('the sealed letter', held.certified.doc, held.certified.sha256)
  }
  return one.sendings.map((sending) => {
    const sent = sendingState(events, sending)
    if (!sent) say('a sending that was asked for is lost')
    else checkSending(id, sent, faxes, say)
    return sent?.stage ?? 'lost'
  })
}

function checkSending(id: CaseId, sent: SendingState, faxes: readonly FakeFax[], say: (what: string) => void): void {
  const held = faxes.filter((f) => f.labels.sending === parcelKey(id, sent.id))
  const taken = sent.stage === 'accepted' || sent.stage === 'delivered'
  if (taken && !held.some((f) => f.id === sent.providerId)) say('a fax is said to have left that the provider does not know')
  if (!taken && held.length) say(`the provider has a fax that the case takes for ${sent.stage}`)
  if (sent.stage === 'asked' || sent.stage === 'begun') say(`a sending stayed ${sent.stage}`)
}

/** Those that could be worked on now, and those that were given up. */
export async function jobsOf({
  database,
}: Opened): Promise<{ readonly due: number; readonly active: number; readonly failed: number }> {
  const { rows } = await sql<{ due: number; active: number; failed: number }>`
    select count(*) filter (where state in ('created', 'retry') and start_after <= now())::int as due,
      count(*) filter (where state = 'active')::int as active, count(*) filter (where state = 'failed')::int as failed
    from pgboss.job where name not like '\\_\\_pgboss%'`.execute(database.db)
  return rows[0] ?? { due: 0, active: 0, failed: 0 }
}

/** Time passes for the jobs that wait for their hour. */
export async function passTime({ database }: Opened, minutes: number): Promise<void> {
  await sql`update pgboss.job set start_after = start_after - make_interval(mins => ${minutes}) where state in ('created', 'retry')`.execute(
    database.db,
  )
}
