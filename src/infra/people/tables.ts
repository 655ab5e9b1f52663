import type { ColumnType } from 'kysely'
import type { CaseRole } from '../../casefile/event.ts'
import type { CaseLinkKind, Lang, LinkPurpose, MemberRole } from '../../usecases/people/ports.ts'

type Moment = ColumnType<Date, string, string>

/** Tables of migration 0002. */
export type PeopleTables = {
  person: { id: string; made: Moment; lang: Lang; email_sealed: Uint8Array | null; email_print: string | null }
  session: { hash: Uint8Array; person: string; started: Moment; used: Moment }
  sign_in_link: {
    hash: Uint8Array
    purpose: LinkPurpose
    email_sealed: Uint8Array
    asked_by: string | null
    lang: Lang
    next: string
    until: Moment
  }
  case_link: {
    id: string
    hash: Uint8Array
    case_id: string
    kind: CaseLinkKind
    signing: string | null
    role: CaseRole
    made_by: string
    made: Moment
    until: Moment
  }
  case_link_taken: { link: string; person: string; at: Moment }
  organisation: { id: string; name: string; made: Moment }
  organisation_member: { organisation: string; person: string; role: MemberRole }
  organisation_case: { organisation: string; case_id: string; shared: Moment }
  passkey: {
    id: string
    person: string
    public_key: Uint8Array
    counter: string | number
    transports: string[]
    name: string
    made: Moment
    used: ColumnType<Date | null, string | null, string | null>
  }
  passkey_challenge: { hash: Uint8Array; person: string | null; until: Moment }
  rate_bucket: { key: string; tokens: number; at: Moment }
}
