import type { CivilDate, CivilMoment } from '../../base/date.ts'
import { dateOfMoment, longDate } from '../../base/date.ts'
import type { DecideClock, LadderLevel } from '../../rights/ladder.ts'
import type { Reckoning } from '../../rights/reckoning.ts'
import type { Brief } from '../brief.ts'
import { type Term, type TermTree, term } from '../term.ts'
import { citeTerm, defectTerms, saysTerm } from './law.ts'

/** Where the case stands on its ladder, what the decider owes, what comes after. */
export function rightsTerms(brief: Brief): TermTree {
  const { ladder } = brief
  if (!ladder) return { defects: { lawful: [] } }
  const record = brief.knowledge.coverage.get(ladder.coverage)
  const { current, next } = ladder
  const external = ladder.levels.find((l) => l.kind === 'external' && l.standing !== 'absent' && l.standing !== 'passed') ?? null
  const named = (level: LadderLevel, say: (name: string) => string = String): Term =>
    term(say(level.name.en), [
      { kind: 'coverage', source: ladder.coverage, pin: `levels.${level.id}`, quote: level.name.en, status: 'secondary' },
    ])
  const urgent = current && clockOf(current, 'urgent')
  const clock = current && ((brief.urgent ? urgent : null) ?? (current.clock ? clockOf(current, current.clock) : null))
  return {
    level: { name: current && named(current) },
    next: { name: next && named(next, inSentence), law: next && fileLaw(next) },
    decide: {
      ...(clock ? clockTerms(clock) : {}),
      ...(urgent ? { urgentSays: clockTerms(urgent).says, urgentLaw: clockTerms(urgent).law } : {}),
    },
    deadline: current?.file ? reckoned(current.file) : null,
    external: external && {
      available: term('available', []),
      name: named(external, inSentence),
      fileSays: external.file ? term(external.file.rule.replace(/\.$/, ''), reckonedSupport(external.file)) : null,
      fileLaw: fileLaw(external),
    },
    regulator: {
      name: record
        ? term(record.regulator.en, [
            { kind: 'coverage', source: record.id, pin: 'regulator', quote: record.regulator.en, status: 'secondary' },
          ])
        : null,
    },
    plan: { family: record ? term(record.family, []) : null },
    defects: { lawful: defectTerms(brief) },
  }
}

const inSentence = (name: string) => (/^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name)

const clockOf = (level: LadderLevel, key: string): DecideClock | null => level.decide[key] ?? null

const clockTerms = (clock: DecideClock) => {
  const provided = { says: clock.rule, citations: clock.citations }
  return { says: saysTerm(provided), law: citeTerm(provided) }
}

const fileLaw = (level: LadderLevel): Term | null =>
  level.file?.citations.length ? citeTerm({ says: level.file.rule, citations: level.file.citations }) : null

const day = (date: CivilDate | CivilMoment): string => longDate(dateOfMoment(date as CivilMoment))

function reckoned(file: Reckoning): TermTree {
  const support = reckonedSupport(file)
  return { due: file.due ? term(day(file.due), support) : null, safe: file.safeDue ? term(day(file.safeDue), support) : null }
}

const reckonedSupport = (r: Reckoning) => [
  {
    kind: 'reckoning' as const,
    source: r.ref ?? 'rights',
    pin: r.citations[0]?.pin ?? '',
    quote: `${r.rule} ${r.arithmetic} ${r.due ?? ''} ${r.safeDue ?? ''}`.trim(),
  },
]
