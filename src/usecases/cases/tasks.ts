import type { Outcome } from '../../base/outcome.ts'
import { ok } from '../../base/outcome.ts'
import type { Actor } from '../../casefile/event.ts'
import type { CaseState } from '../../casefile/state.ts'
import type { LetterKind } from '../../document/letter.ts'
import type { Task } from '../../packet/tasks.ts'
import { isLetterKind } from '../lettersNow.ts'
import type { Analysis } from './analysis.ts'
import { changeCase } from './change.ts'
import type { CaseId, CasePorts } from './ports.ts'

/** A task as a page shows it. */
export interface ShownTask extends Omit<Task, 'letter'> {
  /** Stable while what is needed and from whom stay the same; holds no words of the case. */
  readonly id: string
  readonly done: boolean
  /** The letter that asks for it, if it is written. */
  readonly letter: LetterKind | null
}

/** Tasks that are about getting evidence: what the record or the plan has to give. Signing and sending have their own pages. */
const isEvidence = (task: Task): boolean => task.letter === null || task.letter.includes('request')

/** What is still to be got, from whom, and by which letter. */
export function evidenceTasks(ports: Pick<CasePorts, 'digest'>, analysis: Analysis, state: CaseState): readonly ShownTask[] {
  const written = new Set(analysis.letters.map((l) => l.kind))
  return analysis.tasks
    .filter((t) => isEvidence(t) && t.from !== 'you')
    .map((task) => {
      const id = taskId(ports, task)
      const kind = letterOf(task)
      return { ...task, id, done: state.tasksDone.has(id), letter: kind && written.has(kind) ? kind : null }
    })
}

/** The same for everybody who shows tasks. */
export const taskId = ({ digest }: Pick<CasePorts, 'digest'>, task: Pick<Task, 'what' | 'from'>): string =>
  digest(`${task.what}|${task.from}`).slice(0, 20)

/** The letter named in the task, else the one that asks whoever has it. */
function letterOf({ letter, from }: Task): LetterKind | null {
  const named = /letters\/(\w+)\.pdf$/.exec(letter ?? '')?.[1]
  if (named && isLetterKind(named)) return named
  if (/\bplan\b/i.test(from)) return 'claim_file_request'
  return 'prescriber_request'
}

export const setTaskDone = (
  ports: Pick<CasePorts, 'cases'>,
  id: CaseId,
  by: Actor,
  task: string,
  done: boolean,
): Promise<Outcome<void>> =>
  changeCase<void>(ports, id, by, (state) =>
    ok({ events: state.tasksDone.has(task) === done ? [] : [{ kind: 'taskDone', task, done }], result: undefined }),
  )
