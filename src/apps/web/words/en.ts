import type { Status } from '../../../base/citation.ts'

const STATUS: Readonly<Record<Status, string>> = {
  verified: 'seen in the source itself',
  secondary: 'seen quoted elsewhere',
  recalled: 'from memory, to be checked before use',
}

/** English words of the site. */
export const en = {
  // The frame of every page
  skip: 'Skip to the text',
  siteName: 'Appealwright',
  siteLine: 'Guides to answering a health-insurance denial',
  otherLanguage: 'Español',
  search: 'Search',
  searchLabel: 'Company, treatment or words of the letter',
  mainNav: 'Sections of the library',
  crumbsLabel: 'You are here',
  home: 'Home',
  onThisPage: 'On this page',
  nav: {
    payers: 'Insurers',
    treatments: 'Treatments',
    reasons: 'Reasons',
    coverage: 'Coverage',
    states: 'States',
    processes: 'Ways to appeal',
    scenarios: 'Situations',
    deadline: 'Deadline',
  },
  footLimits:
    'This library explains law and paperwork. It is not legal advice and not medical advice, and no lawyer or clinician has reviewed it yet. Compare every date with your letter.',
  footPrivacy:
    'No account, no cookies, no trackers. What you type into a form here is answered and forgotten: nothing of it is stored or put into an address, except the words of a search.',
  knowledgeVersion: (version: string) => `Knowledge ${version}`,
  asOf: (date: string) => `Knowledge of ${date}.`,

  // Blocks
  toFillIn: 'to fill in',
  law: 'Law',
  status: STATUS,
  inPart: (status: string) => `in part ${status}`,
  restsOn: 'What each sentence rests on',
  textOf: (date: string) => `Text of ${date}`,

  // Pictures
  atLeast: (amount: string) => `at least ${amount}`,
  atMost: (amount: string) => `at most ${amount}`,
  care: { urgent: 'urgent', pre_service: 'before care', standard: 'standard', drug: 'Part B drug', post_service: 'after care' },
  youAsk: (level: string, time: string) => `You: ${level}, ${time}`,
  theyDecide: (times: string) => `They decide: ${times}`,
  timelineTitle: (coverage: string) => `Times of an appeal: ${coverage}`,
  ladderTitle: (coverage: string) => `Levels of appeal: ${coverage}`,
  theDenial: 'The denial',
  goesOnByItself: 'The file goes on by itself',
  timeToAsk: (time: string) => `Time to ask: ${time}`,
  /** Said on a rung that is there under a condition only. */
  onlyIf: {
    erisa: 'If a private employer gives the plan',
    insured: 'If an insurer bears the cost',
    no_surprises_dispute: 'Only about a surprise bill',
    cut_of_authorized_care: 'Only when approved care is cut',
    medical_necessity: 'Only on medical need',
    factual: 'Only on the facts',
  },
  noTimeSet: 'See the text for the time',

  // Coverage and state picker
  pickTitle: 'See only your rights',
  pickHelp: 'Not sure of the type? Look at the card, or ask the office at work that handles benefits.',
  pickKinds: 'What each type is',
  coverage: 'Type of coverage',
  state: 'State',
  anyCoverage: 'All types shown',
  anyState: 'No state chosen',
  showRights: 'Show these rights',
  picked: (names: string) => `This page now shows: ${names}.`,
  showAll: 'Show all types again',
  unknownPick: 'That type of coverage or state is not known here, so all types are shown.',

  // Deadline calculator
  deadlineTitle: 'Work out the last day to appeal',
  deadlineIntro:
    'Give the type of coverage and the date on the letter. You get the last day in law, a safe day that is never later, the rule and the count.',
  deadlineNothingKept: 'The dates are not stored and do not appear in any address.',
  noticeDate: 'Date on the letter',
  receivedDate: 'Day it came, if you know',
  chooseCoverage: 'Choose the type of coverage',
  careWhen: 'The care',
  careTimes: {
    '': 'Not sure',
    pre_service: 'has not been given yet',
    concurrent: 'is under way and is being cut',
    post_service: 'was given already',
  },
  urgentLabel: 'Waiting could do serious harm (urgent)',
  whichLetter: 'The letter is',
  letterLevels: { initial: 'the first denial', internal_appeal: 'the answer to an appeal inside the plan' },
  reckon: 'Work out the day',
  deadlineAnswer: 'Your deadline',
  safeDay: 'Be done by',
  legalDay: 'Last day in law',
  alternativeDay: (date: string) => `Another reading of the rule gives ${date}. Do not rely on it.`,
  theRule: 'Rule',
  theCount: 'Count',
  assumed: 'Assumed',
  noDate: 'The law gives no date here.',
  besides: 'Also open now',
  comesNext: 'After that',
  decisionDue: 'Time they have to decide',
  saveCalendar: 'Save for your calendar (.ics)',
  changeDates: 'Change the dates',
  compareLetter:
    'Compare this with the letter. If the letter gives more time, keep it as proof. If it gives less, use the earlier day.',
  deadlineProblems: {
    coverage: 'Choose the type of coverage. No deadline is shown without it, because it decides which law applies.',
    notice: 'Give the date printed on the letter.',
    received: 'A letter cannot come before the date printed on it. Correct one of the two dates, or leave out the day it came.',
    letter:
      'Under this type of coverage nothing follows the plan’s own answer in that way. Choose “the first denial”, or look at the page of the coverage type.',
  },
  problemsFound: 'Something is missing',
  deadlinePicture: 'From the letter to the last day',
  letterDated: 'Letter',

  // Checklist
  checklist: 'Print as a checklist',
  checklistFor: 'For the guide',

  // Home
  homeTitle: 'Your health plan said no. Start from what the letter says.',
  homeLead:
    'Every guide here is about one insurer, one treatment and one reason. It says what the law gives you under your kind of coverage, by when, and which pages prove your case.',
  pasteTitle: 'Read me my letter',
  pasteLabel: 'Paste the sentence that says why it was denied, with the name of the plan and of the treatment if you can',
  pasteHelp: 'The text is read once to find your guide, and forgotten.',
  pasteButton: 'Find my guide',
  browse: 'Browse the library',
  byPayer: 'By insurer',
  byTreatment: 'By treatment',
  byReason: 'By reason for the denial',
  byCoverage: 'By type of coverage',
  byState: 'By state',
  processesLead: 'Ways to be heard, from a call between doctors to a hearing',
  scenariosLead: 'Situations that no single reason names',
  all: (n: number) => `All ${n}`,

  // Reading a pasted sentence
  readTitle: 'What the letter says',
  readFound: 'Found in your text',
  readChoose: 'Choose the closest',
  readOpen: 'Open the guide',
  readEmpty: 'Paste at least the sentence that gives the reason.',
  payer: 'Insurer',
  treatment: 'Treatment',
  reason: 'Reason',
  noGuide: 'There is no guide for this combination yet. These pages come closest.',
  chooseOne: 'Choose one',

  // Search
  searchTitle: 'Search',
  searchFor: (query: string) => `Search: ${query}`,
  searchNone: 'Nothing found. Try the name of the drug, the plan, or a few words of the letter.',
  searchCount: (n: number) => (n === 1 ? '1 page found' : `${n} pages found`),
  kinds: {
    payer: 'Insurer',
    treatment: 'Treatment',
    reason: 'Reason',
    coverage: 'Coverage',
    state: 'State',
    process: 'Way to appeal',
    scenario: 'Situation',
  },

  // When something is wrong
  notFoundTitle: 'There is no such page',
  notFoundLead: 'The address may be old or mistyped. These pages are close to it:',
  faultTitle: 'Something broke here',
  faultLead: 'The fault is ours. Nothing you typed was kept. Try again in a minute, or start from the first page.',
  tooLargeTitle: 'That is too much text at once. The sentence with the reason is enough.',
  methodTitle: 'This page cannot be used in that way',
  startOver: 'Start from the first page',
}
