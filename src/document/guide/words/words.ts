import type { CareKind } from '../../../knowledge/care.ts'
import type { CoverageFamily } from '../../../knowledge/coverage.ts'
import type { Anchor, ClockUnit } from '../../../knowledge/source.ts'

/** All words of a guide that are ours and stand in no record. One type for both languages: a missing word does not compile. */
export interface Words {
  readonly title: (treatment: string, headline: string, payer: string) => string
  readonly linkTitle: (treatment: string, phrase: string, payer: string, warned: boolean) => string
  readonly headings: {
    readonly warning: string
    readonly noticeUnusual: string
    readonly noticeFirst: string
    readonly answer: string
    readonly status: string
    readonly rights: string
    readonly cite: string
    readonly payer: (payer: string) => string
    readonly payerKnown: (payer: string) => string
    readonly request: string
    readonly typical: (treatment: string) => string
    readonly renewal: string
    readonly angle: (treatment: string, phrase: string) => string
    readonly whyDenied: string
    readonly whyAppealable: string
    readonly grounds: string
    readonly evidence: (treatment: string) => string
    readonly points: string
    readonly labels: (who: string) => string
    readonly studies: (who: string) => string
    readonly mapping: string
    readonly documents: (treatment: string) => string
    readonly process: string
    readonly mistakes: string
    readonly peer: (treatment: string) => string
    readonly peerOpen: string
    readonly peerFacts: string
    readonly peerGrounds: string
    readonly peerSources: string
    readonly peerEnd: string
    readonly framework: string
    readonly inside: string
    readonly urgent: string
    readonly outside: string
    readonly continuation: string
    readonly acting: string
    readonly stateLaw: string
    readonly programs: string
    readonly state: (state: string) => string
    readonly deadline: string
    readonly first: string
    readonly next: string
    readonly example: string
    readonly offer: string
    readonly related: string
    readonly sources: string
    readonly limits: string
  }
  readonly units: Readonly<Record<ClockUnit, readonly [one: string, many: string]>>
  readonly events: Readonly<Record<Anchor, string>>
  readonly clock: {
    readonly countedFrom: (event: string) => string
    readonly presumed: (amount: string) => string
    readonly stateBetween: (least: number, most: string) => string
    readonly stateAtLeast: (amount: string) => string
    readonly stateAtMost: (amount: string) => string
    readonly toEndOfYear: string
    /** The length that the State chosen sets, from which event, and the State. */
    readonly ofState: (amount: string, from: string, state: string) => string
    readonly atLeast: (amount: string) => string
  }
  readonly families: Readonly<Record<CoverageFamily, string>>
  readonly everyTypeShown: string
  /** Says that the law of one family is set out, and how to see another's. */
  readonly onlyFamily: (family: string) => string
  readonly butNot: (family: string, type: string) => string
  readonly row: {
    readonly youHave: (level: string, window: string, employerOnly: boolean) => string
    readonly whyNone: (level: string, why: string) => string
    readonly when: Readonly<Record<'urgent' | 'pre_service' | 'standard' | 'drug' | 'post_service', string>>
    readonly eachOfTwo: (amount: string) => string
    readonly decision: (times: string) => string
    readonly noneOutside: string
    readonly surpriseBillOnly: string
    readonly afterwards: (window: string) => string
    readonly automatic: (level: string, rule: string) => string
    /** From "receipt of the notice" to "receipt of the notice of the appeal decision", where the window follows an answer. */
    readonly afterDecision: (window: string) => string
    /** For a court: counted from the last decision before it. */
    readonly afterLast: (window: string) => string
  }
  readonly rightLabels: Readonly<
    Record<
      | 'claim_file'
      | 'criteria_access'
      | 'new_evidence'
      | 'reviewer_qualified'
      | 'expedited'
      | 'physician_decides_urgency'
      | 'external_expedited'
      | 'urgent_representative',
      string
    >
  >
  readonly usualNames: (treatment: string, names: string) => string
  readonly likelySibling: (phrase: string, sibling: string) => string
  readonly notHeld: (payer: string) => string
  readonly noSinglePolicy: (payer: string) => string
  readonly rulesPrinted: (where: string) => string
  readonly criteriaSets: (sets: string) => string
  readonly licensees: (state: string, names: string) => string
  readonly reviews: (kinds: string) => string
  readonly home: (state: string, office: string, phone: string) => string
  readonly delegates: (names: string) => string
  readonly pharmacyBenefit: string
  readonly confusable: (names: string) => string
  readonly askFor: Readonly<Record<'criterion' | 'file' | 'reviewer', string>>
  readonly commonly: (treatment: string) => string
  readonly shownBy: (proof: string) => string
  readonly forWhom: (who: string) => string
  readonly or: (exceptions: string) => string
  readonly inTable: (count: number) => string
  readonly lookedFor: (treatment: string, criteria: string) => string
  readonly stepsAsked: (treatment: string, steps: string) => string
  readonly provedBy: (proof: string) => string
  readonly from: (who: string) => string
  readonly lookUp: (title: string, publisher: string) => string
  readonly rowsUntilSteps: (row: string, treatment: string) => string
  readonly rowsUntilPolicy: (row: string, treatment: string) => string
  readonly exampleRows: (row: string) => string
  readonly askedIn: (who: string) => string
  readonly onStep: (step: string, words: string, cite: string) => string
  readonly mistake: (what: string) => string
  readonly first: {
    readonly ask: string
    readonly papers: (names: string) => string
  }
  readonly peer: {
    readonly open: (treatment: string) => string
    readonly fact: (requirement: string, proof: string) => string
    readonly step: (step: string) => string
    readonly ground: (ground: string, proof: string) => string
    readonly source: (cite: string) => string
    readonly end: string
  }
  readonly giveDate: string
  readonly window: (types: string, level: string, said: string) => string
  readonly lastDay: (day: string, safe: string | null, arithmetic: string, cite: string) => string
  readonly notReviewed: string
  readonly reviewed: string
  readonly knowledgeOf: string
  readonly asOf: (day: string) => string
  readonly sameTreatment: (treatment: string) => string
  readonly member: string
  readonly sameClass: (name: string) => string
  readonly price: (list: number, first: number, code: string) => string
  readonly example: (phrase: string) => { readonly title: string; readonly why: string }
  readonly kinds: Readonly<Record<CareKind, string>>
  readonly state: {
    readonly regulates: (state: string) => string
    /** `unseen`: known from memory only. */
    readonly citeIt: (text: string, cite: string, unseen: boolean) => string
    readonly grounds: (list: string) => string
    readonly ground: Readonly<
      Record<
        'contraindicated_or_harm' | 'expected_ineffective' | 'tried_and_failed' | 'stable_on_drug' | 'not_in_best_interest',
        string
      >
    >
    readonly decides: (standard: string, urgent: string) => string
    readonly window: (amount: string) => string
    readonly hearingAfterPlan: (amount: string) => string
    readonly hearing: (amount: string) => string
    readonly regulator: (name: string, phone: string) => string
  }
  /** Beside sentences that stay English in a Spanish guide; empty in an English one, which never needs it. */
  readonly keptEnglish: string
  /** Tokens of the arithmetic and of what a reckoning assumes, in this language; null where there are no words for it. */
  readonly reckoned: (english: string) => string | null
  /** "14 de enero de 2026" from "2026-01-14". */
  readonly day: (iso: string) => string
  /** Words inside the short form of a citation: "prescribing information, section 4". */
  readonly cited: (cite: string) => string
}
