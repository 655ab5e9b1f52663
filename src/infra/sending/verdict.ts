import { type Failure, fail } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { HttpReply } from '../http/client.ts'

type Answer = Extract<HttpReply, { kind: 'answer' }>

export const isAnswer = (reply: HttpReply): reply is Answer => reply.kind === 'answer'
export const succeeded = (reply: HttpReply): reply is Answer => isAnswer(reply) && reply.status >= 200 && reply.status < 300

const busy = (who: string) => fail(problem('provider-busy', who, 'It is busy or out of reach.', 'It will be tried again.'))
const off = (who: string) =>
  fail(problem('provider-off', who, 'It does not accept our credentials or account.', 'Check its settings.'))

/** The request may have been acted on. */
export const uncertain = (who: string): Failure =>
  fail(
    problem(
      'provider-uncertain',
      who,
      'Its answer did not come, or made no sense.',
      'Look up what became of it before trying again.',
    ),
  )

export const refused = (who: string): Failure =>
  fail(problem('provider-refused', who, 'It does not take this.', 'Check the destination and the file.'))

/**
 * What an unsuccessful reply to a request to send means. Only what can not have been acted on is called
 * busy, off or refused: after a 5xx or a request timeout (408) providers themselves do not vouch for it.
 */
export function sendVerdict(who: string, reply: HttpReply): Failure {
  if (reply.kind === 'unreached') return busy(who)
  if (reply.kind === 'lost') return uncertain(who)
  if ([401, 402, 403].includes(reply.status)) return off(who)
  if (reply.status === 429) return busy(who)
  return reply.status >= 400 && reply.status < 500 && reply.status !== 408 ? refused(who) : uncertain(who)
}

/** Reading harms nobody: whatever went wrong, ask again later, save where only the operator can help. */
export const readVerdict = (who: string, reply: HttpReply): Failure =>
  isAnswer(reply) && [401, 402, 403].includes(reply.status) ? off(who) : busy(who)
