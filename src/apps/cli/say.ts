import { type Problem, sayProblem } from '../../base/problem.ts'

/** A problem or a note as standard error shows it: a file's name may hold line ends and terminal codes, the line holds none. */
export const say = (kind: 'Note' | 'Problem', p: Problem): void => {
  process.stderr.write(`${kind}: ${sayProblem(p).replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, '?')}\n`)
}
