import type { Status } from '../../base/citation.ts'
import type { KnowledgeSupport, Support } from '../../base/support.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { Bilingual, Datum } from '../../knowledge/datum.ts'
import type { Statement } from '../../knowledge/process.ts'
import { groupName } from '../guide/coverageNames.ts'
import type { GuideClaim, GuideLang } from '../guide/guide.ts'
import { provisionSupport, recordSupport } from '../guide/support.ts'
import { tell, type Voice } from '../guide/voice.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import type { PageWords } from './words/words.ts'

/** What every page is made for. */
export interface To {
  readonly knowledge: Knowledge
  readonly lang: GuideLang
}

const WORDS: Readonly<Record<GuideLang, PageWords>> = { en, es }

export const pageWords = (to: To): PageWords => WORDS[to.lang]

/** A sentence of our own around what records say; English and marked so where a record has no Spanish yet. */
export const say = (to: To, make: (words: PageWords, voice: Voice) => string, support: readonly Support[]): GuideClaim =>
  tell(to, (voice) => make(WORDS[voice.lang], voice), support)

/** A record of this library that speaks for itself: processes, scenarios, states, and pages as a whole. */
export const ownSupport = (source: string, pin: string, quote: string, status: Status): KnowledgeSupport =>
  recordSupport('guide', source, pin, quote, status)

export const bilingual = (to: To, text: Bilingual, support: readonly Support[]): GuideClaim =>
  say(to, (_, v) => v.two(text), support)

/** A datum of a record, as it stands there, resting on what it cites or else on itself. */
export const datumClaim = (to: To, datum: Datum, own: KnowledgeSupport): GuideClaim =>
  say(to, (_, v) => v.of(datum.says), [own, ...(datum.cite ?? []).map((ref) => provisionSupport(to.knowledge, ref))])

/** A text of a record made into a sentence: with a stop at its end. */
export const textClaim = (to: To, text: string, own: KnowledgeSupport): GuideClaim =>
  say(to, (_, v) => stopped(v.of(text)), [own])

/** A statement of a process or scenario, then for which plans it holds where that is not all of `shown`. */
export function statementItem(to: To, statement: Statement, own: KnowledgeSupport, shown: readonly string[]): GuideClaim[] {
  const support = [own, ...(statement.cite ?? []).map((ref) => provisionSupport(to.knowledge, ref))]
  const said = bilingual(to, statement, support)
  const only = statement.coverages.filter((id) => to.knowledge.coverage.has(id))
  if (!only.length || shown.every((id) => only.includes(id))) return [said]
  return [said, say(to, (w) => w.holdsFor(coverageNames(to, only, shown)), [own])]
}

/** The shortest true name of several coverage types among those that are shown. */
function coverageNames(to: To, ids: readonly string[], shown: readonly string[]): string {
  const records = (list: readonly string[]) => list.flatMap((id) => to.knowledge.coverage.get(id) ?? [])
  const all = records(shown.length ? shown : [...to.knowledge.coverage.keys()])
  return groupName(to.lang, records(ids), [...all, ...records(ids).filter((c) => !all.includes(c))])
}

export const stopped = (text: string): string => (/[.!?”)]$/.test(text) && !/[^.!?]\)$/.test(text) ? text : `${text}.`)
