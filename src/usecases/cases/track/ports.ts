import type { CountRow } from '../../../casefile/track/statistics.ts'
import type { PeopleStore } from '../../people/ports.ts'
import type { CasePorts, Mailer } from '../ports.ts'

/** What became of cases, as rows that hold nothing of a person. */
export interface OutcomeCounts {
  /** One row a case: the same receipt puts a newer one in its place. */
  put(receipt: string, row: CountRow): Promise<void>
  rows(): Promise<readonly CountRow[]>
}

/** What following a case needs beside the case itself. */
export interface TrackPorts {
  readonly cases: CasePorts
  readonly people: Pick<PeopleStore, 'get'>
  readonly mailer: Mailer
  readonly counts: OutcomeCounts
  /** "https://appeals.example", for the links of reminders. */
  readonly origin: string
}
