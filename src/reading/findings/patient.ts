import type { Finding } from '../../base/span.ts'
import { PATIENT_LABELS } from '../lexicon/person-labels.ts'
import { labelled } from '../text/labels.ts'
import { finding } from '../text/letter-text.ts'
import { ordinaryCase } from '../values/names.ts'
import type { ReadingContext } from './context.ts'

const PERSON = /^(?:(?:Mr|Ms|Mrs|Miss|Mx)\.?\s+)?\p{L}[\p{L}'’-]*\.?(?:,?\s+\p{L}[\p{L}'’-]*\.?){1,4}/u
const NOT_A_PERSON =
  /^Dr\b|\b(?:member|provider|sir|madam|customer|subscriber|enrollee|insured|beneficiary|patient|services?|plan|health|appeals?|responsib\w+|liability|portion|details?|information|id|number|doctor|physician|parent|valued|miembro|afiliado|department|your|you|may|is|are|was|has|have|must|should|estimado)\b/i

export function patient(ctx: ReadingContext): Finding<string> | null {
  for (const label of PATIENT_LABELS)
    for (const l of labelled(ctx.letter, label)) {
      const name = personIn(l.text)
      if (name)
        return finding(ctx.letter, ordinaryCase(name), l.place === 'below' ? l.start : l.labelStart, l.start + name.length, 1)
    }
  return salutation(ctx)
}

function personIn(text: string): string | null {
  const before = text.split(/\s*(?:\(|;|\bDOB\b|\bDate\b|\bID\b|\bMI\b|\d)/)[0] ?? ''
  const name = PERSON.exec(before)?.[0].replace(/[\s,]+$/, '')
  return name && /^\p{Lu}/u.test(name) && !NOT_A_PERSON.test(name.replace(/^Test Patient/, '')) ? name : null
}

/** "Dear Jane Doe:" names the patient unless the letter is to a doctor or a parent. */
function salutation({ letter, sentences }: ReadingContext): Finding<string> | null {
  for (const line of letter.lines) {
    const m = /^(?:Dear|Estimad[oa])\s+((?:(?:Mr|Ms|Mrs|Miss|Mx|Sr|Sra)\.?\s+)?[^,:]+?)\s*[,:]?$/.exec(line.cells[0]?.text ?? '')
    const cell = line.cells[0]
    if (!m?.[1] || !cell || /^(?:Dr|Doctor|Parent|Guardian)\b/i.test(m[1])) continue
    const name = PERSON.exec(m[1])?.[0]
    if (!name || NOT_A_PERSON.test(name)) return null
    // A letter that speaks of "the member" is not addressed to the member.
    if (sentences.some((s) => /\byour patient\b/i.test(s.text))) return null
    const start = cell.start + cell.text.indexOf(name)
    return finding(letter, ordinaryCase(name), start, start + name.length, 0.7)
  }
  return null
}
