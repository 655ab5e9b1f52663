/** The labelled letters: where they lie, and the shape of a label file. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface Label {
  readonly value: string
  readonly quote: string
}

export interface DeadlineLabel extends Label {
  readonly counted_from: 'notice_date' | 'receipt' | null
  readonly date: string | null
}

export interface Labels {
  readonly payer: Label | null
  readonly plan_type: Label | null
  readonly member_id: Label | null
  readonly claim_or_reference_number: Label | null
  readonly service: Label | null
  readonly denial_reasons: readonly { readonly category: string; readonly quote: string }[]
  readonly notice_date: Label | null
  readonly appeal_deadline: DeadlineLabel | null
  readonly appeal_address: Label | null
  readonly appeal_fax: Label | null
  readonly appeal_other_channel: Label | null
  readonly level: Label | null
  /** Labelled in our own letters only; absent means not labelled. */
  readonly administrator?: Label | null
  readonly patient?: Label | null
  readonly group_number?: Label | null
  readonly provider?: Label | null
  readonly reviewer?: Label | null
  readonly kind?: string
  readonly language?: string
  /** Number of denials in the file; absent means one. */
  readonly denials?: number
}

export interface LabelledLetter {
  readonly id: string
  readonly split: string
  readonly files: readonly string[]
  readonly labels: Labels
}

export interface LetterSet {
  readonly name: 'shared' | 'own'
  readonly root: string
  readonly letters: readonly LabelledLetter[]
}

const repo = fileURLToPath(new URL('../../', import.meta.url))

const SETS = [
  { name: 'shared', root: `${repo}../shared/eval/`, labels: `${repo}../shared/eval/letters/labels.json` },
  { name: 'own', root: `${repo}test/`, labels: `${repo}test/letters/labels.json` },
] as const

/** The sets that are present on this machine. */
export const letterSets = (): LetterSet[] =>
  SETS.filter((s) => existsSync(s.labels)).map((s) => ({
    name: s.name,
    root: s.root,
    letters: JSON.parse(readFileSync(s.labels, 'utf8')).letters,
  }))

/** "dap_Advanced1_Messy_EOB" → "dap"; our own letters are one family. */
export const familyOf = (set: LetterSet, id: string): string => (set.name === 'own' ? 'own' : (id.split('_')[0] ?? id))
