import type { Brief } from '../argument/brief.ts'
import type { CivilDate, CivilMoment } from '../base/date.ts'
import { dateOfMoment } from '../base/date.ts'
import type { Problem } from '../base/problem.ts'
import { criteriaGaps } from '../criteria/match/matchCriteria.ts'
import type { Letter, LetterKind } from '../document/letter.ts'
import type { Fact } from '../facts/fact.ts'
import { factValue } from '../facts/fact.ts'
import type { Task } from '../packet/tasks.ts'

/** What is still needed, from whom and why: gaps of the record, unknown facts, signatures, sending. */
export function tasksOf(brief: Brief, letters: readonly Letter[], warnings: readonly Problem[]): Task[] {
  const safe = brief.ladder?.current?.file?.safeDue ?? null
  const by = safe ? dateOfMoment(safe as CivilMoment) : null
  const letterFile = (kind: LetterKind) => (letters.some((l) => l.kind === kind) ? `letters/${kind}.pdf` : null)
  return distinct([
    ...sideDoorTasks(brief),
    ...gapTasks(brief, by),
    ...questionTasks(brief, by),
    ...(brief.criteria?.held === false
      ? [
          {
            what: 'The criteria the plan applied',
            from: factValue(brief.facts.plan.payer)?.name ?? 'the plan',
            why: 'The letter answers typical requirements only; the plan’s own decide.',
            by,
            letter: letterFile('claim_file_request'),
          },
        ]
      : []),
    ...signatureTasks(brief, letters, by),
    ...warnings
      .filter((w) => w.code === 'exhibit-skipped' || w.code === 'policy-unparsed' || w.code.startsWith('file-'))
      .map((w) => ({
        what: `A readable copy of ${w.where}`,
        from: 'whoever gave the file',
        why: `${w.say} ${w.fix}`,
        by,
        letter: null,
      })),
    {
      what: 'Send the signed packet and keep the proof',
      from: 'the person who sends it',
      why: sendWhy(brief),
      by,
      letter: 'packet.pdf',
    },
  ])
}

/** Rights that stand beside the appeal and close on their own, often days from now: the QIO's review, continued benefits. */
function sideDoorTasks(brief: Brief): Task[] {
  return (brief.ladder?.levels ?? []).flatMap((l): Task[] => {
    if (l.standing !== 'current' || l.beside === null || !l.file?.safeDue) return []
    const why = `${l.file.rule} ${l.file.arithmetic}. It is decided by: ${l.decider.en}.`
    return [
      {
        what: `Ask for: ${l.name.en}`,
        from: 'you, before anything else',
        why,
        by: dateOfMoment(l.file.safeDue as CivilMoment),
        letter: null,
      },
    ]
  })
}

function gapTasks(brief: Brief, by: CivilDate | null): Task[] {
  if (!brief.criteria) return []
  const prescriber = factValue(brief.facts.prescriber.name)
  return criteriaGaps(brief.criteria.match).map((gap) => ({
    what: gap.what,
    from: prescriber && /^the prescriber/i.test(gap.from) ? gap.from.replace(/^the prescriber/i, prescriber) : gap.from,
    why: gap.why,
    by,
    letter: null,
  }))
}

/** Facts a letter prints or a deadline needs, and which the case does not know. */
function questionTasks(brief: Brief, by: CivilDate | null): Task[] {
  const { facts, knowledge } = brief
  const wanted: readonly (readonly [Fact<unknown>, string])[] = [
    [facts.plan.coverage, 'Which rights exist, and by when, depends on the type of coverage.'],
    [facts.denial.noticeDate, 'The deadline is counted from it.'],
    [
      facts.denial.receivedDate,
      'The law counts from the day the notice was received; until it is known, the earlier date is used.',
    ],
    [facts.denial.referenceNumber, 'The plan files the appeal by it.'],
    [facts.plan.memberId, 'The plan identifies the member by it.'],
    [facts.denial.appealAddress, 'The notice gives no address for appeals.'],
    [facts.patient.address, 'The letter carries the sender’s address.'],
    [facts.prescriber.name, 'The prescriber signs the letter of medical necessity.'],
    [facts.prescriber.npi, 'The plan identifies the prescriber by it.'],
  ]
  return wanted.flatMap(([fact, why]): Task[] => {
    if (fact.state !== 'unknown' || (fact === facts.denial.appealAddress && facts.denial.appealFax.state === 'known')) return []
    return [{ what: questionText(knowledge, fact.ask), from: 'you', why, by, letter: null }]
  })
}

function questionText(knowledge: Brief['knowledge'], ask: string): string {
  for (const record of knowledge.facts.values())
    if (record.kind === 'questions' && record.questions[ask]) return record.questions[ask].en
  for (const question of knowledge.interview.values())
    if (question.kind === 'question' && question.id === ask) return question.asks.en
  return ask
}

function signatureTasks(brief: Brief, letters: readonly Letter[], by: CivilDate | null): Task[] {
  const prescriber = factValue(brief.facts.prescriber.name) ?? 'the prescriber'
  const signer = brief.signer.name ?? factValue(brief.facts.patient.name) ?? 'the member'
  const forPrescriber = letters.filter((l) => ['medical_necessity', 'step_exception', 'expedited_request'].includes(l.kind))
  return [
    {
      what: 'Read the appeal, correct what is wrong, sign and date it',
      from: signer,
      why: 'Only you know whether every statement is right.',
      by,
      letter: 'letter.pdf',
    },
    {
      what: 'Check the clinical statements of the appeal against the chart and sign',
      from: prescriber,
      why: 'A reviewer gives weight to what the prescriber has confirmed.',
      by,
      letter: 'letter.pdf',
    },
    ...forPrescriber.map((l) => ({
      what: `Read and sign: ${l.title.sentence}`,
      from: prescriber,
      why: 'It goes to the plan with the appeal.',
      by,
      letter: `letters/${l.kind}.pdf`,
    })),
  ]
}

function sendWhy(brief: Brief): string {
  const file = brief.ladder?.current?.file
  if (!file?.due)
    return brief.ladder
      ? 'No fixed date is known; send it as soon as it is signed.'
      : 'The deadline depends on the type of coverage, which is not known yet.'
  return `${file.rule} ${file.arithmetic}. Last legal day ${file.due}; do it by ${file.safeDue}.`
}

const distinct = (tasks: readonly Task[]) => [...new Map(tasks.map((t) => [`${t.what}|${t.from}`, t])).values()]
