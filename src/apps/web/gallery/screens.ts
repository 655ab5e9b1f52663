import type { CaseRole } from '../../../casefile/event.ts'
import { SAMPLE_SIGNING, type Stage } from './samples.ts'

/** One state of one screen: a request to a sample case, or to no case at all. */
export interface Screen {
  /** In the address of its page. */
  readonly id: string
  readonly group: 'start' | 'letter' | 'questions' | 'evidence' | 'draft' | 'sign' | 'send' | 'track' | 'keep' | 'pay' | 'account'
  /** What is to be seen, in English: the gallery is for those who make this. */
  readonly shows: string
  /** Pattern of a route, with its parameters filled; within a case where there is a stage. */
  readonly path: string
  readonly stage?: Stage
  readonly as?: CaseRole
  /** Sent as a form with these fields, to see what is said when they can not be taken. */
  readonly post?: Readonly<Record<string, string>>
  readonly query?: string
  /** HTTP status of what can not be taken; left out where there is nothing wrong. */
  readonly refused?: number
}

const screen = (group: Screen['group'], id: string, shows: string, path: string, more: Partial<Screen> = {}): Screen => ({
  ...{ group, id, shows, path },
  // A form that can not be taken is the same page again, with what is wrong.
  ...(more.post ? { refused: 422 } : {}),
  ...more,
})

/** Every screen in its empty, working, wrong and done states. */
export const SCREENS: readonly Screen[] = [
  screen('start', 'start', 'Nothing given yet', '/start'),
  screen('start', 'start-wrong', 'Nothing was given', '/start', { post: { text: ' ' } }),
  screen('letter', 'letter-reading', 'Being read', '/letter', { stage: 'reading' }),
  screen('letter', 'letter-unreadable', 'Could not be read', '/letter', { stage: 'unreadable' }),
  screen('letter', 'letter-other', 'Is no denial', '/letter', { stage: 'other' }),
  screen('letter', 'letter-read', 'Read', '/letter', { stage: 'read' }),
  screen('letter', 'letter-wrong', 'A correction that can not be taken', '/letter/correct', {
    ...{ stage: 'read', post: { path: 'denial.noticeDate', value: 'last week' } },
  }),
  screen('letter', 'overview', 'What it means', '', { stage: 'read' }),
  screen('letter', 'overview-sent', 'What it means, once sent', '', { stage: 'sent' }),
  screen('questions', 'question', 'A question', '/questions/denial.received.date', { stage: 'read' }),
  screen('questions', 'question-wrong', 'An answer that can not be taken', '/questions/denial.received.date', {
    ...{ stage: 'read', post: { 'denial.received.date': 'soon', go: 'save' } },
  }),
  screen('questions', 'question-list', 'A question with several answers', '/questions/ask-prior-treatments', { stage: 'read' }),
  screen('questions', 'answers-empty', 'No answer yet', '/questions/all', { stage: 'read' }),
  screen('questions', 'answers', 'Answers, and what was put off', '/questions/all', { stage: 'proven' }),
  screen('evidence', 'evidence-empty', 'Nothing but the letter', '/evidence', { stage: 'read' }),
  screen('evidence', 'evidence-reading', 'Being read', '/evidence', { stage: 'reading' }),
  screen('evidence', 'evidence-wrong', 'No file chosen', '/evidence/add', { stage: 'read', post: { role: 'record' } }),
  screen('evidence', 'evidence', 'Facts to check', '/evidence', { stage: 'proven' }),
  screen('evidence', 'fact', 'A fact by hand', '/evidence/fact/priorTreatments', { stage: 'proven' }),
  screen('evidence', 'fact-wrong', 'A fact that can not be taken', '/evidence/fact/measures', {
    stage: 'proven',
    post: { name: '' },
  }),
  screen('evidence', 'criteria-empty', 'The rules, without records', '/criteria', { stage: 'read' }),
  screen('evidence', 'criteria', 'The rules beside the records', '/criteria', { stage: 'proven' }),
  screen('evidence', 'source', 'A page of a document', '/source/denial-1/1', { stage: 'read' }),
  screen('draft', 'draft-not-yet', 'No letter can be made', '/draft', { stage: 'other' }),
  screen('draft', 'draft', 'The letter', '/draft', { stage: 'proven' }),
  screen('draft', 'draft-source', 'A sentence and its sources', '/draft', { stage: 'proven', query: 's=18' }),
  screen('draft', 'draft-wrong', 'An empty sentence', '/draft/appeal/edit', {
    ...{ stage: 'proven', post: { do: 'replace', sentence: '-', text: ' ', s: '18' } },
  }),
  screen('draft', 'draft-grounds-wrong', 'No argument left', '/draft/grounds', { stage: 'proven', post: {} }),
  screen('draft', 'draft-voice-wrong', 'An advocate without a name', '/draft/voice', {
    ...{ stage: 'proven', post: { voice: 'advocate', name: '' } },
  }),
  screen('draft', 'draft-making', 'Files are being made', '/draft/packet', { stage: 'proven' }),
  screen('draft', 'draft-files', 'Files are made', '/draft', { stage: 'drafted' }),
  screen('draft', 'other-letter', 'Another letter of the case', '/draft/claim_file_request', { stage: 'proven' }),
  screen('sign', 'sign', 'Nobody was asked', '/sign', { stage: 'drafted' }),
  screen('sign', 'sign-asked', 'Waiting for the prescriber', '/sign', { stage: 'asked' }),
  screen('sign', 'sign-declined', 'Declined', '/sign', { stage: 'declined' }),
  screen('sign', 'signer', 'What the prescriber sees', `/signing/${SAMPLE_SIGNING}`, { stage: 'asked', as: 'prescriber' }),
  screen('sign', 'signer-wrong', 'A signature that can not be taken', `/signing/${SAMPLE_SIGNING}/sign`, {
    ...{
      stage: 'asked',
      as: 'prescriber',
      refused: 409,
      post: { name: '', credentials: '', npi: '1234567890', method: 'typed', words: 'x' },
    },
  }),
  screen('sign', 'signer-declined', 'After declining', `/signing/${SAMPLE_SIGNING}`, { stage: 'declined', as: 'prescriber' }),
  screen('sign', 'verify', 'Checking a sealed file', '/verify'),
  screen('send', 'send-nothing', 'Nothing to send yet', '/send', { stage: 'read' }),
  screen('send', 'send', 'Ways to send', '/send', { stage: 'drafted' }),
  screen('send', 'send-wrong', 'A date that is none', '/send/hand', {
    ...{ stage: 'drafted', post: { channel: 'post_by_self', on: 'soon', to: '' } },
  }),
  screen('send', 'sent', 'Sent, failed, uncertain', '/send', { stage: 'sent' }),
  screen('track', 'track-not-sent', 'Not sent', '/track', { stage: 'read' }),
  screen('track', 'track', 'Waiting for the plan', '/track', { stage: 'sent' }),
  screen('track', 'track-wrong', 'No answer given', '/track/answer', { stage: 'sent', post: { text: '' } }),
  screen('track', 'track-told-wrong', 'An answer without a day', '/track/told', { stage: 'sent', post: {} }),
  screen('track', 'track-answered', 'Answered', '/track', { stage: 'answered' }),
  screen('track', 'track-closed', 'Closed', '/track', { stage: 'closed' }),
  screen('track', 'reminders', 'Reminders', '/reminders', { stage: 'sent' }),
  screen('track', 'calendar', 'Calendar', '/calendar', { stage: 'sent' }),
  screen('track', 'close', 'Closing', '/close', { stage: 'sent' }),
  screen('keep', 'people', 'Who can open it', '/people', { stage: 'proven' }),
  screen('keep', 'export', 'Everything as files', '/export', { stage: 'proven' }),
  screen('keep', 'delete', 'Deleting', '/delete', { stage: 'proven' }),
  screen('keep', 'delete-wrong', 'The word was not typed', '/delete', { stage: 'proven', post: { word: 'no' } }),
  screen('pay', 'pay', 'The price, or that there is none', '/pay', { stage: 'drafted' }),
  screen('account', 'sign-in', 'Signing in', '/sign-in'),
  screen('account', 'sign-in-gone', 'A link that is too old', '/sign-in/none', { refused: 403 }),
  screen('account', 'cases', 'One’s cases', '/cases'),
  screen('account', 'account', 'The account', '/account'),
  screen('account', 'account-delete', 'Deleting the account', '/account/delete'),
  screen('account', 'organisations', 'Organisations', '/organisations'),
  screen('account', 'statistics', 'Statistics', '/statistics'),
]
