import type { z } from 'zod'
import type { Status } from '../../../base/citation.ts'
import type { Condition, CoverageRecord } from '../../../knowledge/coverage.ts'
import type { lineOfBusiness, PayerType, policyPublication } from '../../../knowledge/payer.ts'
import type { ReasonRecord, reasonCategory } from '../../../knowledge/reason.ts'
import type { StateRecord } from '../../../knowledge/state.ts'
import type { Words } from '../../guide/words/words.ts'
import type { IndexPageKind } from '../page.ts'

type Line = z.infer<typeof lineOfBusiness>
type Category = z.infer<typeof reasonCategory>
type PolicyKind = z.infer<typeof policyPublication>['kind']
type StepStatus = NonNullable<StateRecord['stepTherapy']>['status']
type StepReach = NonNullable<NonNullable<StateRecord['stepTherapy']>['medicaid']>['reaches']
type Program = NonNullable<StateRecord['externalReview']>['program']['is']

/** Headings by what stands under them. */
interface PageHeadings {
  readonly answer: string
  readonly when: string
  readonly steps: string
  readonly clocks: string
  readonly bring: string
  readonly cannot: string
  readonly letters: string
  readonly existsIn: string
  readonly oftenFor: string
  readonly related: string
  readonly pairGuides: string
  readonly sources: string
  readonly limits: string
  readonly decidesIt: string
  readonly notSaid: string
  readonly doors: string
  readonly reasonsMet: string
  readonly meets: string
  readonly recognise: string
  readonly inShort: string
  readonly ladder: string
  readonly counting: string
  readonly lawGives: string
  readonly representative: string
  readonly forms: string
  readonly stateLaw: string
  readonly regulator: string
  readonly situations: string
  readonly meaning: string
  readonly cues: string
  readonly codes: string
  readonly odd: string
  readonly letter: string
  readonly usualFor: string
  readonly first: string
  readonly grounds: string
  readonly pattern: string
  readonly evidence: string
  readonly table: string
  readonly whoWrites: string
  readonly mistakes: string
  readonly external: string
  readonly law: string
  readonly urgency: string
  readonly who: string
  readonly blue: string
  readonly delegates: string
  readonly decidesFor: string
  readonly rules: string
  readonly before: string
  readonly coverageHere: string
  readonly coverageConcerned: string
  readonly confusable: string
  readonly guides: string
  readonly warning: string
  readonly what: string
  readonly denials: string
  readonly oddHere: string
  readonly typical: string
  readonly renewal: string
  readonly stepsAsked: string
  readonly documents: string
  readonly cautions: string
  readonly evidenceFor: string
  readonly members: string
  readonly guidesByPayer: string
  readonly sameClass: string
  readonly invented: string
  readonly howToUse: string
  readonly theLetter: string
  readonly reach: string
  readonly stateRegulator: string
  readonly stateExternal: string
  readonly stateSteps: string
  readonly stateMedicaid: string
  readonly reachedTypes: string
  readonly library: string
  readonly otherClasses: string
  readonly allStates: string
}

/** All words of the pages that are ours and stand in no record. One type for both languages: a missing word does not compile. */
export interface PageWords {
  /** Words shared with the guides: units, events, kinds of care, families of coverage. */
  readonly guide: Words
  readonly headings: PageHeadings
  readonly notReviewed: string
  readonly checkedOn: (day: string) => string
  readonly notAdvice: string
  readonly holdsFor: (coverages: string) => string
  /** "To ask, in Part D: 60 days, counted from … (42 CFR …)." */
  readonly clock: (label: string, time: string, cite: string) => string
  readonly law: (text: string, cite: string) => string
  readonly letter: (name: string) => string
  readonly letterNames: Readonly<Record<string, string>>
  readonly coverageTitle: (name: string) => string
  readonly decider: (name: string) => string
  readonly onlyIf: Readonly<Record<Condition, string>>
  readonly toAsk: string
  /** Windows for a stated circumstance, by its key in the record. */
  readonly toAskWhen: Readonly<Record<string, string>>
  readonly answerDue: (timing: string) => string
  /** Clocks of a level by key: urgent, pre_service … */
  readonly timing: Readonly<Record<string, string>>
  readonly rightNames: Readonly<Record<string, string>>
  readonly stateLaw: Readonly<Record<CoverageRecord['stateLaw'], string>>
  readonly regulator: (name: string) => string
  readonly reasonTitle: (name: string) => string
  readonly oddFor: (kinds: string, sibling: string | null) => string
  readonly provedBy: (proof: string) => string
  readonly rowPer: (what: string) => string
  readonly roles: Readonly<Record<string, string>>
  readonly externalFor: Readonly<Record<'federal' | 'medicareAdvantage' | 'medicaid', string>>
  readonly medicalJudgment: Readonly<Record<ReasonRecord['externalReview']['medicalJudgment'], string>>
  readonly payerTitle: (name: string) => string
  readonly payerIs: (name: string, type: string) => string
  readonly payerTypes: Readonly<Record<PayerType, string>>
  readonly policyNotHeld: (name: string) => string
  readonly belongsTo: (parent: string) => string
  readonly goesBy: (names: string) => string
  readonly formerly: (names: string) => string
  readonly linesOf: (lines: string) => string
  readonly lines: Readonly<Record<Line, string>>
  readonly reviews: (care: string) => string
  readonly regulators: (names: string) => string
  readonly area: (where: string) => string
  readonly everywhere: string
  readonly blueIs: (name: string) => string
  readonly delegate: (name: string, scope: string) => string
  readonly staysResponsible: string
  readonly usersNotHeld: string
  readonly decides: (scope: string) => string
  readonly printedIn: (kind: string, name: string) => string
  readonly policyKinds: Readonly<Record<PolicyKind, string>>
  readonly where: (place: string) => string
  readonly criteriaSets: (sets: string) => string
  readonly askForText: string
  readonly treatmentTitle: (name: string) => string
  readonly treatmentAbout: (name: string) => string
  readonly treatmentIs: (name: string, kind: string) => string
  readonly criteriaTypical: string
  readonly alsoCalled: (names: string) => string
  readonly saysOf: (cite: string, text: string) => string
  readonly codeOnly: string
  readonly cptOnly: string
  readonly diagnosis: (name: string, billable: boolean) => string
  readonly guideTitle: (treatment: string, phrase: string, warned: boolean) => string
  readonly pairTitle: (treatment: string, payer: string) => string
  readonly pairAbout: (treatment: string, payer: string, guides: number) => string
  readonly pairAsk: string
  /** Words of letters, which are English in both languages. */
  readonly pairCues: (cues: readonly string[]) => string
  readonly letterTitle: (phrase: string) => string
  readonly letterAbout: (phrase: string) => string
  readonly inventedPerson: string
  readonly letterUse: Readonly<Record<'own' | 'page' | 'law' | 'english', string>>
  readonly stateTitle: (name: string) => string
  readonly stateAbout: (name: string) => string
  readonly stateReaches: (name: string) => string
  readonly notSelfFunded: string
  readonly notFederal: string
  readonly stateSays: (text: string, cite: string, note: string) => string
  /** After a State's datum: empty where it was seen in the law itself. */
  readonly statusNote: Readonly<Record<Status, string>>
  readonly stateLaws: Readonly<Record<string, string>>
  readonly office: Readonly<Record<'regulator' | 'complaint' | 'help', string>>
  readonly program: Readonly<Record<Program, string>>
  readonly externalWindow: (amount: string) => string
  readonly externalAnswer: (amount: string) => string
  readonly externalAnswerFast: (amount: string) => string
  readonly externalFee: (dollars: number, refunded: boolean) => string
  readonly stepStatus: Readonly<Record<StepStatus, string>>
  readonly stepAnswer: (amount: string) => string
  readonly stepAnswerFast: (amount: string) => string
  readonly deemed: Readonly<Record<'yes' | 'no', string>>
  readonly stepMedicaid: Readonly<Record<StepReach, string>>
  readonly hearingAfterPlan: (amount: string) => string
  readonly hearing: (amount: string) => string
  readonly indexes: Readonly<Record<IndexPageKind, { readonly title: string; readonly about: string }>>
  readonly home: { readonly title: string; readonly about: string }
  readonly payerGroups: Readonly<Record<PayerType, string>>
  readonly categories: Readonly<Record<Category, string>>
}
