import type { PayerRecord } from '../../knowledge/payer.ts'
import type { ReasonRecord } from '../../knowledge/reason.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import { bullets, paragraph } from '../guide/blocks.ts'
import { coverageTypesOf } from '../guide/coverages.ts'
import type { GuideClaim } from '../guide/guide.ts'
import { isPublished } from '../guide/publish.ts'
import { fullName, lower, treatmentInSentence } from '../guide/voice.ts'
import { framed, section } from './frame.ts'
import { fieldOf, guideRef, refs, refTo } from './links.ts'
import type { Page } from './page.ts'
import { datumClaim, pageWords, say, type To } from './speak.ts'

/**
 * One payer and one treatment: every published guide, and what sets the reasons apart, so that a letter in hand leads to
 * the right one. Null where none is published.
 */
export function pairPage(to: To, payer: PayerRecord, t: TreatmentRecord): Page | null {
  const { headings } = pageWords(to)
  const reasons = [...to.knowledge.reasons.values()].filter((r) => isPublished(to.knowledge, payer, t, r))
  if (!reasons.length) return null
  const rank = (r: ReasonRecord) => (t.usualReasons.includes(r.id) ? t.usualReasons.indexOf(r.id) : t.usualReasons.length)
  reasons.sort((a, b) => rank(a) - rank(b))
  // Only plans of private law have the external review that turns on medical judgment.
  const insured = coverageTypesOf(to.knowledge, payer).some((id) => to.knowledge.coverage.get(id)?.family === 'commercial')
  const names = [
    fieldOf('payer', payer.id, 'displayName', payer.displayName, payer.trust.record.status),
    fieldOf('treatment', t.id, 'displayName', t.displayName, t.trust.record.status),
  ]
  const title = say(
    to,
    (w, v) => {
      const name = fullName({ ...to, lang: v.lang }, t)
      return w.pairTitle(v.lang === 'es' ? lower(name) : name, payer.displayName)
    },
    names,
  )
  return framed(to, {
    kind: 'pair',
    id: `${payer.id}/${t.id}`,
    title,
    description: say(
      to,
      (w, v) => w.pairAbout(treatmentInSentence({ ...to, lang: v.lang }, t), payer.displayName, reasons.length),
      names,
    ),
    checked:
      [payer.trust.record.checked, t.trust.record.checked, ...reasons.map((r) => r.trust.record.checked)].sort().at(-1) ?? '',
    sections: [
      ...section(
        'warning',
        headings.warning,
        bullets(t.warnings.map((d, i) => datumClaim(to, d, fieldOf('treatment', t.id, `warnings.${i}`, d.says, d.status)))),
      ),
      ...section('guides', headings.pairGuides, [
        ...paragraph([say(to, (w) => w.pairAsk, names)]),
        ...refs(reasons.flatMap((r) => guideRef(to, payer, t, r).map((ref) => ({ ...ref, why: differs(to, r, insured) })))),
      ]),
      ...section('more', headings.related, refs([...refTo(to, 'payer', payer.id), ...refTo(to, 'treatment', t.id)])),
    ],
  })
}

/** The words letters use, how the reason is answered and, for plans with external review, whether it turns on medical judgment. */
function differs(to: To, reason: ReasonRecord, insured: boolean): GuideClaim {
  const at = (pin: string, quote: string) => fieldOf('reason', reason.id, pin, quote, reason.trust.record.status)
  const cues = reason.letterCues.slice(0, 2)
  return say(
    to,
    (w, v) =>
      [
        w.pairCues(cues),
        v.two(reason.tagline),
        ...(insured ? [w.medicalJudgment[reason.externalReview.medicalJudgment]] : []),
      ].join(' '),
    [
      at('letterCues', cues.join('; ')),
      at('tagline', reason.tagline.en),
      at('externalReview.medicalJudgment', reason.externalReview.medicalJudgment),
    ],
  )
}
