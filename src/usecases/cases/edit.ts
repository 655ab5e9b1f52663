import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { Actor, SentenceEdit } from '../../casefile/event.ts'
import type { CaseState } from '../../casefile/state.ts'
import type { LetterKind } from '../../document/letter.ts'
import { changeCase } from './change.ts'
import type { CaseId, CasePorts } from './ports.ts'
import { speaker } from './state.ts'

/** Characters of one sentence of one's own. */
export const SENTENCE_MOST = 4000

/** What is to be done with a sentence of a letter. `sentence` is as it stands in the letter now. */
export type Editing =
  | { readonly do: 'replace'; readonly sentence: string; readonly text: string }
  | { readonly do: 'remove'; readonly sentence: string }
  /** `after` null: before the signatures. */
  | { readonly do: 'add'; readonly after: string | null; readonly text: string }
  /** The program's sentence stands again, or the added one goes. */
  | { readonly do: 'restore'; readonly edit: string }
  /** An edit whose sentence the letter no longer has gets a new place. */
  | { readonly do: 'place'; readonly edit: string; readonly after: string | null }

/** Keeps a change to a sentence. A second change of the same sentence replaces the first; nothing else is touched. */
export const editSentence = (
  ports: Pick<CasePorts, 'cases' | 'chance'>,
  id: CaseId,
  by: Actor,
  letter: LetterKind,
  editing: Editing,
): Promise<Outcome<void>> =>
  changeCase<void>(ports, id, by, (state) => {
    const fresh = `edit-${ports.chance.token(6)}`
    const edit = editOf(state, letter, editing, fresh)
    if (!edit.ok) return edit
    const event = edit.value && { kind: 'sentenceEdited' as const, ...edit.value, by: speaker(by) }
    return ok({ events: event ? [event] : [], result: undefined })
  })

type Kept = Omit<SentenceEdit, 'by'>

function editOf(state: CaseState, letter: LetterKind, editing: Editing, fresh: string): Outcome<Kept | null> {
  const held = [...state.edits.values()].filter((e) => e.letter === letter)
  if (editing.do === 'restore' || editing.do === 'place') {
    const edit = held.find((e) => e.edit === editing.edit)
    if (!edit) return ok(null)
    if (editing.do === 'restore') return ok({ ...edit, action: 'restore', text: null })
    return ok({ ...edit, action: 'add', original: '', after: editing.after })
  }
  const text = editing.do === 'remove' ? null : editing.text.replace(/\s+/g, ' ').trim().slice(0, SENTENCE_MOST)
  if (text === '') return fail(problem('form-invalid', 'text', 'The sentence is empty.', 'Write it, or choose to leave it out.'))
  if (editing.do === 'add') {
    const own = held.find((e) => e.text === editing.after)
    // After a sentence of one's own: where that one stands.
    const after = own ? (own.action === 'add' ? own.after : own.original) : editing.after
    return ok({ edit: fresh, letter, action: 'add', original: '', after, text })
  }
  const own = held.find((e) => e.text === editing.sentence)
  if (own?.action === 'add') return ok(text === null ? { ...own, action: 'restore', text } : { ...own, text })
  const original = own?.original ?? editing.sentence
  // Back to the program's own words: they carry their sources again.
  if (text === original) return ok(own ? { ...own, action: 'restore', text: null } : null)
  const before = held.find((e) => e.action !== 'add' && e.original === original)
  return ok({ edit: before?.edit ?? fresh, letter, action: editing.do, original, after: null, text })
}
