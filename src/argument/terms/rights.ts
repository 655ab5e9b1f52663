import type { CivilDate, CivilMoment } from '../../base/date.ts'
import { dateOfMoment, longDate } from '../../base/date.ts'
import type { DecideClock, LadderLevel } from '../../rights/ladder.ts'
import type { Reckoning } from '../../rights/reckoning.ts'
import type { Brief } from '../brief.ts'
import { type Term, type TermTree, term } from '../term.ts'
import { citeTerm, defectTerms, saysTerm } from './law.ts'
import { isDrug } from './medicine.ts'

/** Where the case stands on its ladder, what the decider owes, what comes after. */
export function rightsTerms(brief: Brief): TermTree {
  const { ladder } = brief
  if (!ladder) return { defects: { lawful: [] } }
  const record = brief.knowledge.coverage.get(ladder.coverage)
  const { current, next } = ladder
  const external = ladder.levels.find((l) => l.kind === 'external' && l.standing === 'ahead' && !l.beside) ?? null
  const beside = fastTrack(brief)
  const named = (level: LadderLevel, say: (name: string) => string = String): Term =>
    term(say(level.name.en), [
      { kind: 'coverage', source: ladder.coverage, pin: `levels.${level.id}`, quote: level.name.en, status: 'secondary' },
    ])
  const urgent = current && ((isDrug(brief) ? clockOf(current, 'urgent_drug') : null) ?? clockOf(current, 'urgent'))
  const clock = current && ((brief.urgent ? urgent : null) ?? ordinaryClock(current, brief))
  return {
    level: {
      name: current && named(current, inSentence),
      a: current && named(current, aLevel),
      /** The plan has had its say: this goes to whoever reviews the plan. */
      beyond: current && current.kind !== 'internal' && current.kind !== 'claim' ? term('beyond', []) : null,
      kind: current && term(current.kind, []),
      federal: current && byFederalProcess(current) ? term('federal', []) : null,
      decider: current && named(current, () => withArticle(current.decider.en)),
      fileSays: current?.file ? term(current.file.rule.replace(/\.$/, ''), reckonedSupport(current.file)) : null,
      fileLaw: current && fileLaw(current),
    },
    next: {
      name: next && named(next, inSentence),
      a: next && named(next, aLevel),
      law: next && fileLaw(next),
      automatic: next?.automatic ? saysTerm({ says: next.automatic.says, citations: [next.automatic.citation] }) : null,
      automaticLaw: next?.automatic ? citeTerm({ says: next.automatic.says, citations: [next.automatic.citation] }) : null,
      kind: next && term(next.kind, []),
      court: next?.kind === 'court' ? term('court', []) : null,
    },
    fastTrack: beside && {
      name: named(beside, inSentence),
      decider: named(beside, () => withArticle(beside.decider.en)),
      fileSays: beside.file ? term(beside.file.rule.replace(/\.$/, ''), reckonedSupport(beside.file)) : null,
      fileLaw: fileLaw(beside),
    },
    decide: {
      ...(clock ? clockTerms(clock) : {}),
      ...(urgent ? { urgentSays: clockTerms(urgent).says, urgentLaw: clockTerms(urgent).law } : {}),
    },
    deadline: current?.file ? reckoned(current.file) : null,
    external: external && {
      /** Asked for by the member: where the plan forwards the case by itself there is nothing to send. */
      available: external.automatic ? null : term('available', []),
      federal: byFederalProcess(external) ? term('federal', []) : null,
      decider: named(external, () => withArticle(external.decider.en)),
      name: named(external, inSentence),
      a: named(external, aLevel),
      fileSays: external.file ? term(external.file.rule.replace(/\.$/, ''), reckonedSupport(external.file)) : null,
      fileLaw: fileLaw(external),
    },
    regulator: {
      name: record
        ? term(withArticle(record.regulator.en.split(/[,;]/)[0] ?? record.regulator.en), [
            { kind: 'coverage', source: record.id, pin: 'regulator', quote: record.regulator.en, status: 'secondary' },
          ])
        : null,
    },
    plan: { family: record ? term(record.family, []) : null },
    defects: { lawful: defectTerms(brief) },
  }
}

/** The clock of care asked for beforehand is not that of a bill: where it is not known which, none is stated. */
function ordinaryClock(level: LadderLevel, brief: Brief): DecideClock | null {
  const { timing } = brief.facts.treatment
  if (isDrug(brief) && timing.state !== 'unknown' && timing.value !== 'post_service') {
    const drug = clockOf(level, 'pre_service_drug') ?? clockOf(level, 'drug')
    if (drug) return drug
  }
  const differs = clockOf(level, 'pre_service') && clockOf(level, 'post_service')
  if (!level.clock || (timing.state === 'unknown' && differs)) return null
  return clockOf(level, level.clock)
}

/** The quick outside review of care about to end, of the setting that the notice names. */
function fastTrack({ ladder, facts }: Brief): LadderLevel | null {
  const { timing, name } = facts.treatment
  if (timing.state === 'unknown' || timing.value !== 'concurrent') return null
  const setting = `${name.state === 'known' ? name.value : ''} ${facts.denial.reading.service?.value ?? ''}`
  const hospital = /\bhospital|inpatient/i.test(setting) && !/nursing/i.test(setting)
  if (!hospital && !/nursing|home health|rehabilitation|hospice/i.test(setting)) return null
  return (
    ladder?.levels.find(
      (l) => l.kind === 'fast_track' && l.standing !== 'passed' && l.standing !== 'absent' && /hospital/.test(l.id) === hospital,
    ) ?? null
  )
}

/** "The Medicare Advantage plan" → "the Medicare Advantage plan". */
const withArticle = (name: string) => name.replace(/^(?:The|An|A)\b/, (w) => w.toLowerCase())

/** "a state fair hearing", "an appeal to the plan"; "external review" and the like take no article. */
const aLevel = (name: string): string => {
  const said = inSentence(name)
  const counted = /\b(?:hearing|appeal)\b/.test(said) || /^(?:second|formal)\b/.test(said)
  return counted ? `${/^[aeiou]/i.test(said) ? 'an' : 'a'} ${said}` : said
}

const inSentence = (given: string) => {
  const name = given.replace(/\s*\(.*\)$/, '')
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

/** A State's own process of review answers to that State's law and paragraph (c), not to the federal process of paragraph (d). */
const byFederalProcess = (level: LadderLevel): boolean =>
  // A hearing is the Federal program's own, also where a State sets the time to ask for it.
  level.kind !== 'external' || !level.file?.citations.some((c) => c.source.startsWith('state-') || c.pin.startsWith('(c)'))

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
