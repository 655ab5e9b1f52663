import { PROBLEMS, type Problem, type ProblemCode, problem } from '../../../base/problem.ts'

/** One message of every code, as it reads to somebody who meets it. */
const SAID: Readonly<Record<ProblemCode, readonly [where: string, say: string, fix: string]>> = {
  usage: ['--date', 'This date is not written as 2026-11-22.', 'Write the year, the month and the day.'],
  'file-missing': ['denial.pdf', 'There is no such file.', 'Check its name.'],
  'file-empty': ['denial.pdf', 'The file is empty.', 'Send it again.'],
  'file-unreadable': ['denial.pdf', 'The file is damaged.', 'Save or scan it again, then send the new one.'],
  'file-unsupported': ['letter.zip', 'This kind of file is not read.', 'Send a PDF, a photo, a Word file or text.'],
  'file-encrypted': ['denial.pdf', 'The file is locked with a password.', 'Save it without the password, then send it again.'],
  'file-too-large': ['upload', 'Together the files may have 40 MB.', 'Send fewer pages at once.'],
  'file-no-text': ['IMG_2041.jpg', 'No words could be read in this picture.', 'Take it again in daylight, or paste the words.'],
  'not-a-denial': ['letter.pdf', 'This does not look like a denial.', 'Add the letter in which the plan says no.'],
  'several-denials': ['letter.pdf', 'The letter denies more than one thing.', 'Choose the one you appeal first.'],
  'language-unsupported': ['letter.pdf', 'The letter is in a language that is not read yet.', 'Ask the plan for it in English.'],
  'casefile-invalid': ['case.yaml', 'A field has a value that can not be used.', 'Correct it or leave it out.'],
  'records-disagree': ['records', 'Two records say different things about the same day.', 'Mark the one that is not true.'],
  'coverage-unknown': [
    'plan',
    'The kind of plan is not known, so no deadline can be given.',
    'Answer the questions about your plan.',
  ],
  'no-appeal-right': [
    'plan',
    'No way to appeal is known for this kind of plan.',
    'Call the plan and ask which way is open to you.',
  ],
  'date-invalid': ['notice date', 'This is not a day of the calendar.', 'Write it such as March 9, 2026.'],
  'record-unknown': ['guide', 'There is no such guide.', 'Choose one from the list.'],
  'knowledge-invalid': ['knowledge', 'A record of the library is damaged.', 'Tell the operator of this service.'],
  'policy-unparsed': [
    'policy.pdf',
    'The requirements of this policy could not be told apart.',
    'Check the table of requirements by hand.',
  ],
  'exhibit-skipped': ['records.pdf', 'One page could not be added to the packet.', 'Print this page and add it by hand.'],
  'glyph-missing': ['letter', 'One sign can not be printed.', 'Write it another way.'],
  'output-unwritable': ['packet.pdf', 'The file could not be kept.', 'Try again in a moment.'],
  'typesetting-failed': ['packet', 'The packet could not be made.', 'Try again. What you wrote is kept.'],
  'case-missing': [
    'case',
    'This case is not here, or it was deleted.',
    'Open it from the link you were given, or start a new one.',
  ],
  'case-moved': ['case', 'The case was changed from several sides at once.', 'Try again in a moment.'],
  'not-allowed': ['form', 'This form was too old, or it came from another page.', 'Open the page again and send it once more.'],
  'sign-in-needed': ['this page', 'You are not signed in.', 'Sign in, then open the page again.'],
  'too-many-requests': ['upload', 'Many files are being sent at this moment.', 'Wait a minute and send yours once more.'],
  'form-invalid': ['date', 'The day is missing.', 'Give the day on which it was sent.'],
  'npi-invalid': ['npi', 'This is not an NPI: its last digit does not fit.', 'Copy the ten digits again.'],
  'signature-void': ['signature', 'The letter was changed after it was signed.', 'Ask for a new signature.'],
  'setting-invalid': ['PORT', 'PORT must be at most 65535.', 'Correct this setting or leave it out.'],
  'database-unavailable': ['database', 'The database does not answer.', 'Try again in a minute. Nothing you saved is lost.'],
  'provider-off': ['fax', 'This service does not send faxes.', 'Print the packet and mail it.'],
  'provider-busy': ['fax', 'The fax service is busy.', 'It is tried again by itself.'],
  'provider-refused': ['fax', 'The fax service refused this number.', 'Check the number in the letter.'],
  'provider-uncertain': ['fax', 'It is not known whether the fax left.', 'Call the plan and ask before you send it again.'],
  'payment-failed': ['payment', 'The payment did not go through. Nothing was charged.', 'Try again, or use another card.'],
  'backup-unusable': ['backup', 'This folder holds no whole backup.', 'Choose another one.'],
  'internal-fault': ['this page', 'Something broke on our side.', 'Try again. What you saved is kept.'],
}

/** Every code of the closed table, with the HTTP status it is answered with. */
export const SAMPLE_PROBLEMS: readonly { readonly problem: Problem; readonly status: number }[] = (
  Object.keys(PROBLEMS) as ProblemCode[]
).map((code) => ({ problem: problem(code, ...SAID[code]), status: PROBLEMS[code].http }))
