import { provisionOf } from '../../knowledge/citations.ts'
import type { Criterion, TreatmentRecord } from '../../knowledge/treatment.ts'
import { trustIn } from '../../knowledge/treatment.ts'
import { bullets, list, paragraph } from '../guide/blocks.ts'
import { leavesOf } from '../guide/criteria.ts'
import type { GuideBlock, GuideClaim } from '../guide/guide.ts'
import { citeText, provisionSupport } from '../guide/support.ts'
import { capital, fullName, lower, treatmentInSentence, unstopped } from '../guide/voice.ts'
import { framed, section } from './frame.ts'
import { fieldOf, guideRef, refs, refsTo } from './links.ts'
import type { Page } from './page.ts'
import { bilingual, datumClaim, ownSupport, pageWords, say, stopped, type To, textClaim } from './speak.ts'

/** A treatment: warning first, then what plans ask, which denials it meets, papers, codes and what to get right. */
export function treatmentPage(to: To, t: TreatmentRecord): Page {
  const { headings } = pageWords(to)
  const name = at(t, 'displayName', t.displayName)
  const ofClass = to.knowledge.classes.get(t.group)
  const about = ofClass
    ? [bilingual(to, ofClass.about, [ownSupport(ofClass.id, 'about', ofClass.about.en, ofClass.trust.status)])]
    : []
  const kind = say(to, (w, v) => w.treatmentIs(fullName({ ...to, lang: v.lang }, t), v.words.kinds[t.kind]), [
    name,
    at(t, 'kind', t.kind),
  ])
  const criteria = t.typicalCriteria.flatMap(leavesOf)
  return framed(to, {
    kind: 'treatment',
    id: t.id,
    title: say(to, (w, v) => w.treatmentTitle(fullName({ ...to, lang: v.lang }, t)), [name]),
    description: say(to, (w, v) => w.treatmentAbout(treatmentInSentence({ ...to, lang: v.lang }, t)), [name]),
    checked: t.trust.record.checked,
    limits: [say(to, (w) => w.criteriaTypical, [at(t, 'typicalCriteria', 'typical criteria')])],
    sections: [
      ...section('warning', headings.warning, bullets(data(to, t, 'warnings'))),
      ...section('what', headings.what, bullets([kind, ...about, ...names(to, t)])),
      ...section('denials', headings.denials, refs(refsTo(to, 'reason', t.usualReasons))),
      ...section('odd', headings.oddHere, refs(refsTo(to, 'reason', t.unusualReasons))),
      ...section(
        'typical',
        headings.typical,
        asked(
          to,
          t,
          criteria.filter((c) => c.at === 'initial'),
        ),
      ),
      ...section(
        'renewal',
        headings.renewal,
        asked(
          to,
          t,
          criteria.filter((c) => c.at === 'continuation'),
        ),
      ),
      ...section('steps', headings.stepsAsked, bullets(steps(to, t))),
      ...section(
        'documents',
        headings.documents,
        bullets(t.evidenceToGather.map((d, i) => textClaim(to, d, at(t, `evidenceToGather.${i}`, d)))),
      ),
      ...section('cautions', headings.cautions, bullets([...data(to, t, 'cautions'), ...children(to, t)])),
      ...section(
        'urgency',
        headings.urgency,
        paragraph(t.urgency ? [textClaim(to, t.urgency, at(t, 'urgency', t.urgency))] : []),
      ),
      ...section('evidence', headings.evidenceFor, bullets(evidence(to, t))),
      ...section('codes', headings.codes, codes(to, t)),
      ...section('members', headings.members, refs(refsTo(to, 'treatment', t.members))),
      ...section('guides', headings.guidesByPayer, refs(guides(to, t))),
      ...section('same-class', headings.sameClass, refs(refsTo(to, 'treatment', sameClass(to, t)))),
    ],
  })
}

const at = (t: TreatmentRecord, pin: string, quote: string, status = t.trust.record.status) =>
  fieldOf('treatment', t.id, pin, quote, status)

const data = (to: To, t: TreatmentRecord, field: 'warnings' | 'cautions'): GuideClaim[] =>
  t[field].map((d, i) => datumClaim(to, { ...d, says: d.says }, at(t, `${field}.${i}`, d.says, d.status)))

/** Brand, generic and other names by which a letter can call it. */
function names(to: To, t: TreatmentRecord): GuideClaim[] {
  const other = [...new Set([...t.brands, ...t.generic])].filter((n) => n !== t.displayName)
  return other.length ? [say(to, (w) => w.alsoCalled(unstopped(other.join('; '))), [at(t, 'brands', other.join('; '))])] : []
}

function asked(to: To, t: TreatmentRecord, criteria: readonly Criterion[]): GuideBlock[] {
  const status = trustIn(t, 'criteria').status
  return list(
    criteria.map((c) => {
      const who = (v: { of(text: string): string }) =>
        indications(t, c.for)
          .map((n) => lower(v.of(n)))
          .join('; ')
      const own = at(t, `typicalCriteria.${c.key}`, `${c.requirement} ${indications(t, c.for).join('; ')}`, status)
      return [
        say(to, (_, v) => `${atRenewal(unstopped(v.of(c.requirement)))}${who(v) && v.words.forWhom(who(v))}.`, [
          own,
          ...c.cite.map((ref) => provisionSupport(to.knowledge, ref)),
        ]),
        say(to, (_, v) => v.words.shownBy(unstopped(v.of(c.provedBy))), [
          at(t, `typicalCriteria.${c.key}.provedBy`, c.provedBy, status),
        ]),
        ...c.exceptions.map((e) =>
          say(to, (_, v) => v.words.or(`${lower(v.of(e.requirement))} (${unstopped(v.of(e.provedBy))})`), [
            at(t, `typicalCriteria.${c.key}.exceptions`, `${e.requirement} (${e.provedBy})`, status),
          ]),
        ),
      ]
    }),
  )
}

/** Records write “Renewal: …”; under its own heading the word is one too many. */
const atRenewal = (text: string): string => capital(text.replace(/^(Renewal|Renovación|En la renovación): /, ''))

/** Names of the conditions; none where it is for all of them. */
const indications = (t: TreatmentRecord, ids: readonly string[]): string[] =>
  ids.length === t.indications.length ? [] : ids.flatMap((id) => t.indications.find((i) => i.id === id)?.name ?? [])

const steps = (to: To, t: TreatmentRecord): GuideClaim[] =>
  t.stepPrerequisites.map((s, i) => {
    const names = indications(t, s.for)
    return say(
      to,
      (_, v) => {
        const who = names.map((n) => lower(v.of(n))).join('; ')
        return who ? `${unstopped(v.of(s.says))}${v.words.forWhom(who)}.` : stopped(v.of(s.says))
      },
      [
        at(t, `stepPrerequisites.${i}`, `${s.says} ${names.join('; ')}`, trustIn(t, 'steps').status),
        ...s.cite.map((ref) => provisionSupport(to.knowledge, ref)),
      ],
    )
  })

const children = (to: To, t: TreatmentRecord): GuideClaim[] =>
  t.pediatric ? [textClaim(to, t.pediatric, at(t, 'pediatric', t.pediatric))] : []

/** Labels and guidelines in the words of their provisions. Nothing of a label where none applies. */
function evidence(to: To, t: TreatmentRecord): GuideClaim[] {
  const labels = t.fdaLabelApplicable ? t.indications.flatMap((i) => i.label) : []
  const guidelines = t.guidelines.flatMap((g) => g.provisions.map((p) => `${g.source}#${p}`))
  return [...new Set([...labels, ...guidelines])]
    .filter((ref) => provisionOf(to.knowledge, ref).provision)
    .map((ref) =>
      say(to, (w, v) => w.saysOf(v.words.cited(citeText(to.knowledge, [ref])), v.law(ref)), [
        provisionSupport(to.knowledge, ref),
      ]),
    )
}

function codes(to: To, t: TreatmentRecord): GuideBlock[] {
  const rows = [
    ...t.hcpcs.map((c, i) => ({
      label: `HCPCS ${c.code}`,
      claim: say(to, (w, v) => (c.name ? capital(stopped(v.of(c.name))) : w.codeOnly), [
        at(t, `hcpcs.${i}`, c.name ?? c.code, c.status),
      ]),
    })),
    ...t.cpt.map((c, i) => ({ label: `CPT ${c.code}`, claim: say(to, (w) => w.cptOnly, [at(t, `cpt.${i}`, c.code, c.status)]) })),
    ...t.indications.flatMap((ind) =>
      ind.icd10cm.map((d, i) => ({
        label: `ICD-10-CM ${d.code}`,
        claim: say(to, (w, v) => w.diagnosis(capital(unstopped(v.of(d.name))), d.billable), [
          at(t, `indications.${ind.id}.icd10cm.${i}`, `${d.code} ${d.name}`, trustIn(t, 'indications').status),
        ]),
      })),
    ),
  ]
  const once = [...new Map(rows.map((r) => [r.label, r])).values()]
  return once.length ? [{ kind: 'fields', rows: once }] : []
}

/** With the national carriers, for the usual reason. */
function guides(to: To, t: TreatmentRecord) {
  const payers = [...to.knowledge.payers.values()].filter((p) => p.type === 'national_carrier')
  const reasons = t.usualReasons.flatMap((id) => to.knowledge.reasons.get(id) ?? [])
  return payers.flatMap((p) =>
    reasons
      .flatMap((r) => guideRef(to, p, t, r))
      .slice(0, 1)
      .map((ref) => ({ ...ref, title: `${p.displayName}: ${ref.title}` })),
  )
}

const sameClass = (to: To, t: TreatmentRecord): string[] =>
  [...to.knowledge.treatments.values()].filter((x) => x.group === t.group && x.id !== t.id).map((x) => x.id)
