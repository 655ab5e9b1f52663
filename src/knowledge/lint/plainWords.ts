import { gradeLevel } from './readability.ts'
import { allRecords, type Finding, type Kind, type Rule } from './rule.ts'
import { textsIn } from './walk.ts'

const HIGHEST_GRADE = 9

/** Fields a patient reads, by kind. Criteria and codes speak to physicians and plans; letters speak to plans. */
const PATIENT_FACING: Partial<Record<Kind, RegExp>> = {
  reasons: /^(tagline\.en|firstMove|argumentPattern|requiredEvidence|commonMistakes|urgency|whoWrites)\b/,
  guides: /^notes\.[a-z_]+\.\d+\.say$/,
  coverage: /^recognise\.en$/,
  interview: /\.?(asks|why|changes|help|says|assumes)\.en$/,
  classes: /^(about\.en|evidenceToGather|urgency|pediatric)\b/,
  processes: /^(answer|(when|steps|clocks|bring|limits)\.\d+)\.en$/,
  scenarios: /^(question\.en|answer\.en|(facts|steps|limits)\.\d+\.en)$/,
}

export const plainWords: Rule = {
  name: 'plain-words',
  why: 'A frightened person reads this on a phone. Shorter sentences and plainer words, down to Flesch-Kincaid grade 9.',
  check: ({ knowledge }) =>
    allRecords(knowledge).flatMap(([kind, id, record]): Finding[] => {
      const facing = PATIENT_FACING[kind]
      if (!facing) return []
      const said = textsIn(record).flatMap(([at, text]) => (facing.test(at) ? [text.replace(/[.:]?$/, '.')] : []))
      const grade = gradeLevel(said.join(' '))
      return grade !== null && grade > HIGHEST_GRADE ? [{ kind, id, at: '', say: `Reads at grade ${grade.toFixed(1)}.` }] : []
    }),
}
