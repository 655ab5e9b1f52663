import type { CaseRole } from './event.ts'

/** What a person may be: a role in one case, a duty in the service, or nobody yet. */
export const ROLES = ['patient', 'representative', 'prescriber', 'staff', 'editor', 'operator', 'visitor'] as const
export type Role = (typeof ROLES)[number]

/** What hangs on more than the role. Facts of the case and of the organisation, told by the caller. */
export interface Circumstances {
  /** The patient's signed authorization is in the case. */
  readonly authorization: boolean
  /** This person opened the case. */
  readonly opener: boolean
  /** This person administers their organisation. */
  readonly administrator: boolean
}

export const NO_CIRCUMSTANCES: Circumstances = { authorization: false, opener: false, administrator: false }

/** When: always, or only in a circumstance. What a table does not name is denied. */
type When = 'always' | keyof Circumstances
type Row = Partial<Record<Role, When>>

const EVERYBODY: Row = {
  patient: 'always',
  representative: 'always',
  prescriber: 'always',
  staff: 'always',
  editor: 'always',
  operator: 'always',
  visitor: 'always',
}
const OF_THE_CASE: Row = { patient: 'always', representative: 'always', prescriber: 'always', staff: 'always' }
const MEMBERS_SIDE: Row = { patient: 'always', representative: 'always' }
const NOT_BY_LINK_OR_STAFF: Row = { patient: 'always', representative: 'opener', prescriber: 'opener' }

/** Everything that can be done, and who may do it. */
const TABLE = {
  // Anybody.
  'case.open': EVERYBODY,
  'account.signIn': EVERYBODY,
  'account.manage': EVERYBODY,
  // The case and what is in it.
  'case.read': OF_THE_CASE,
  'case.answer': OF_THE_CASE,
  'case.close': { ...MEMBERS_SIDE, prescriber: 'opener' },
  'case.delete': NOT_BY_LINK_OR_STAFF,
  'case.export': { patient: 'always', representative: 'always', prescriber: 'opener' },
  'document.add': OF_THE_CASE,
  'document.read': OF_THE_CASE,
  'document.remove': OF_THE_CASE,
  'reading.confirm': OF_THE_CASE,
  'fact.judge': OF_THE_CASE,
  'task.do': OF_THE_CASE,
  // The draft.
  'draft.read': OF_THE_CASE,
  'draft.edit': OF_THE_CASE,
  'grounds.choose': OF_THE_CASE,
  'packet.download': OF_THE_CASE,
  // Signing.
  'signing.ask': OF_THE_CASE,
  'signing.withdraw': OF_THE_CASE,
  /** A link for the office, to prepare what the prescriber signs. */
  'signing.delegate': { patient: 'always', representative: 'always', prescriber: 'always' },
  'letter.sign.member': { patient: 'always', representative: 'authorization' },
  'letter.sign.prescriber': { prescriber: 'always' },
  'letter.decline': { prescriber: 'always' },
  // Sending and what comes after.
  send: { patient: 'always', representative: 'authorization', prescriber: 'always', staff: 'authorization' },
  'send.record': OF_THE_CASE,
  'answer.record': OF_THE_CASE,
  'level.advance': OF_THE_CASE,
  'calendar.read': OF_THE_CASE,
  'reminders.set': MEMBERS_SIDE,
  // Who else may see it.
  'members.read': OF_THE_CASE,
  share: { patient: 'always', representative: 'always', prescriber: 'opener' },
  'share.withdraw': { patient: 'always', representative: 'always', prescriber: 'opener' },
  'resume.link': { patient: 'always', representative: 'always', prescriber: 'opener' },
  // Money.
  pay: OF_THE_CASE,
  'fee.waive': OF_THE_CASE,
  'refund.ask': MEMBERS_SIDE,
  // An organisation.
  'organisation.read': { prescriber: 'always', staff: 'always' },
  'organisation.manage': { prescriber: 'administrator', staff: 'administrator' },
  // The service. Neither duty opens any case.
  'knowledge.edit': { editor: 'always' },
  'operate.jobs': { operator: 'always' },
  'operate.retention': { operator: 'always' },
  'operate.audit': { operator: 'always' },
  'operate.backup': { operator: 'always' },
  'operate.refund': { operator: 'always' },
  'operate.people': { operator: 'always' },
  'stats.read': { editor: 'always', operator: 'always' },
} as const satisfies Record<string, Row>

export type Action = keyof typeof TABLE
export const ACTIONS = Object.keys(TABLE) as readonly Action[]

/** May this role do this? No, unless the table says so. */
export function may(role: Role, action: Action, circumstances: Circumstances = NO_CIRCUMSTANCES): boolean {
  const row: Row = TABLE[action]
  const when = Object.hasOwn(row, role) ? row[role] : undefined
  return when === 'always' || (when !== undefined && circumstances[when])
}

/** What the bearer of a signing link may do, and only for the signing the link was made for. */
export const SIGNING_ACTIONS: ReadonlySet<Action> = new Set<Action>([
  'case.read',
  'case.answer',
  'fact.judge',
  'document.read',
  'document.add',
  'draft.read',
  'draft.edit',
  'packet.download',
  'signing.delegate',
  'letter.sign.prescriber',
  'letter.decline',
  'send.record',
])

/** One way in which a person has access to a case. */
export interface Access {
  readonly role: CaseRole
  /** The one signing a link was made for; null for full membership. */
  readonly signing: string | null
  readonly circumstances: Circumstances
}

/** Acts upon a signing rather than the case at large: a link reaches its own signing only. */
const UPON_A_SIGNING: ReadonlySet<Action> = new Set<Action>(['signing.delegate', 'letter.sign.prescriber', 'letter.decline'])

/** The first way in that allows the action, for the event's actor; null: none does. */
export function allowing(accesses: readonly Access[], action: Action, signing: string | null = null): Access | null {
  const allows = (a: Access) =>
    may(a.role, action, a.circumstances) &&
    (a.signing === null || (SIGNING_ACTIONS.has(action) && (!UPON_A_SIGNING.has(action) || a.signing === signing)))
  return accesses.find(allows) ?? null
}
