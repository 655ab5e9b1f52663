/** The application's own words in English; the shape that Spanish must have as well. */
export const APP_EN = {
  myCases: 'My appeals',
  signIn: 'Sign in',
  signOut: 'Sign out',
  accountNav: 'Account',
  yourAppeal: 'Your appeal',
  overview: 'Overview',
  stepsNav: 'Steps of the appeal',
  stepOf: (at: number, of: number, name: string) => `Step ${at} of ${of}: ${name}`,
  steps: {
    letter: 'The letter',
    questions: 'Questions',
    evidence: 'Evidence',
    draft: 'Your appeal letter',
    sign: 'Signatures',
    send: 'Send',
    track: 'Follow up',
  },
  stepStates: { done: 'done', now: 'now', open: 'open', later: 'later' },
  footPrivacy:
    'What you give stays encrypted on this service, under a key of your case alone. Nothing is sent to other companies unless you send your appeal through one.',
  sendBy: (date: string, days: number) =>
    days < 0
      ? `Was due ${date}`
      : days === 0
        ? `Send today: ${date}`
        : days === 1
          ? `Send by ${date} (tomorrow)`
          : `Send by ${date} (${days} days)`,
  problemTitle: 'Something is not right',
  goBack: 'Go back',
  notHere: 'This page is not here',
  notHereSay: 'There is no such page, or this browser was not given the right to see it.',
  notHereFix: 'Open the case from the link you were given, or sign in with the e-mail address you used.',
  oldForm: 'This form was too old, or it came from another page.',
  oldFormFix: 'Open the page again and send it once more. What was kept before is still there.',
  readingTitle: 'Reading your letter',
  working: {
    queued: 'Waiting for its turn',
    preparing: 'Straightening the pages',
    recognizing: 'Recognizing the words',
    understanding: 'Understanding the letter',
    matching: 'Matching the records',
    writing: 'Writing the letters',
    typesetting: 'Setting the pages',
    done: 'Done',
  },
  pageOf: (done: number, of: number) => `Page ${done} of ${of}`,
  worksOn: 'This page looks again by itself. You may close it and come back; nothing is lost.',
} as const
