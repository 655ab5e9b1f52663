import type { PayerRecord } from '../../knowledge/payer.ts'
import { bullets, paragraph } from '../guide/blocks.ts'
import { coverageTypesOf } from '../guide/coverages.ts'
import type { GuideClaim } from '../guide/guide.ts'
import { rightsRows } from '../guide/rightsRows.ts'
import { provisionSupport } from '../guide/support.ts'
import { unstopped } from '../guide/voice.ts'
import { framed, section } from './frame.ts'
import { fieldOf, guideRef, refs, refsTo, refTo } from './links.ts'
import type { Page, PageBlock, PageRef } from './page.ts'
import { bilingual, datumClaim, pageWords, say, type To } from './speak.ts'

/** A payer: who it is, who decides for it or for whom it decides, where its rules are, what to know, its guides. */
export function payerPage(to: To, payer: PayerRecord): Page {
  const { headings } = pageWords(to)
  const name = own(payer, 'displayName', payer.displayName)
  const who = say(to, (w) => w.payerIs(payer.displayName, w.payerTypes[payer.type]), [name, own(payer, 'type', payer.type)])
  return framed(to, {
    kind: 'payer',
    id: payer.id,
    title: say(to, (w) => w.payerTitle(payer.displayName), [name]),
    description: who,
    checked: payer.trust.record.checked,
    limits: [
      say(to, (w) => w.policyNotHeld(payer.displayName), [own(payer, 'policies', payer.policies?.name ?? payer.displayName)]),
    ],
    sections: [
      ...section('who', headings.who, bullets([who, ...identity(to, payer)])),
      ...section('blue', headings.blue, blue(to, payer)),
      ...section('decides', headings.delegates, delegates(to, payer)),
      ...section('decides-for', headings.decidesFor, users(to, payer)),
      ...section('rules', headings.rules, bullets(rules(to, payer))),
      ...section('before', headings.before, bullets(before(to, payer))),
      ...section(
        'coverage',
        isVendor(payer) ? headings.coverageConcerned : headings.coverageHere,
        refs(coverageTypesOf(to.knowledge, payer).flatMap((id) => refTo(to, 'coverage', id, firstWindow(to, id)))),
      ),
      ...section('confusable', headings.confusable, refs(refsTo(to, 'payer', confusables(to, payer)))),
      ...section('guides', headings.guides, guides(to, payer)),
    ],
  })
}

/** "Internal appeal: you have at least 180 days, counted from receipt of the notice." */
function firstWindow(to: To, coverageId: string): GuideClaim | null {
  const coverage = to.knowledge.coverage.get(coverageId)
  return coverage ? (rightsRows(to, [coverage])[0]?.firstAppeal ?? null) : null
}

const own = (p: PayerRecord, pin: string, quote: string, group?: 'parent' | 'policies' | 'criteria' | 'delegates') =>
  fieldOf('payer', p.id, pin, quote, ((group && p.trust[group]) ?? p.trust.record).status)

/** Group, names in letters, lines, area, and the agencies that look after it. */
function identity(to: To, p: PayerRecord): GuideClaim[] {
  const { parent } = p
  const others = [...p.aliases, ...p.legalNames, ...p.products].filter((n) => n !== p.displayName)
  const lines = p.lines.filter((l) => l !== 'utilization_review')
  return [
    ...(parent && parent !== p.displayName
      ? [say(to, (w) => w.belongsTo(unstopped(parent)), [own(p, 'parent', parent, 'parent')])]
      : []),
    ...(others.length ? [say(to, (w) => w.goesBy(unstopped(others.join('; '))), [own(p, 'aliases', others.join('; '))])] : []),
    ...(p.formerNames.length
      ? [say(to, (w) => w.formerly(unstopped(p.formerNames.join('; '))), [own(p, 'formerNames', p.formerNames.join('; '))])]
      : []),
    ...(lines.length
      ? [say(to, (w) => w.linesOf(lines.map((l) => w.lines[l]).join('; ')), [own(p, 'lines', lines.join(', '))])]
      : []),
    ...noted(to, p, 'linesNote', p.linesNote),
    ...(p.reviews.length
      ? [say(to, (w, v) => w.reviews(p.reviews.map((r) => v.of(r)).join('; ')), [own(p, 'reviews', p.reviews.join('; '))])]
      : []),
    ...area(to, p),
    ...(p.regulators.length
      ? [say(to, (w) => w.regulators(p.regulators.join('; ')), [own(p, 'regulators', p.regulators.join('; '))])]
      : []),
  ]
}

const noted = (to: To, p: PayerRecord, pin: 'linesNote', text: string | undefined): GuideClaim[] =>
  text ? [say(to, (_, v) => v.of(text), [own(p, pin, text)])] : []

function area(to: To, p: PayerRecord): GuideClaim[] {
  const { areaNote } = p
  if (areaNote) return [say(to, (w, v) => w.area(v.of(areaNote)), [own(p, 'areaNote', areaNote)])]
  const states = p.states.filter((s) => s !== 'US')
  return p.states.length
    ? [say(to, (w) => (states.length ? w.area(states.join(', ')) : w.everywhere), [own(p, 'states', p.states.join(', '))])]
    : []
}

/** A Blue company: which others share its name or parent. The family: the question, and every company by state. */
function blue(to: To, p: PayerRecord): PageBlock[] {
  const licensees = [...to.knowledge.payers.values()].filter((x) => x.type === 'blue_licensee')
  if (p.type === 'family_of_companies') {
    const ask = p.ask ? [bilingual(to, p.ask, [own(p, 'ask', p.ask.en)])] : []
    return [...paragraph(ask), ...refs(licensees.flatMap((x) => refTo(to, 'payer', x.id, states(to, x))))]
  }
  if (p.type !== 'blue_licensee') return []
  const family = [...to.knowledge.payers.values()].find((x) => x.type === 'family_of_companies')
  const siblings = licensees.filter((x) => x.id !== p.id && x.parent !== undefined && x.parent === p.parent)
  const said = say(to, (w) => w.blueIs(p.displayName), [own(p, 'type', p.type)])
  return [
    ...paragraph([said]),
    ...refs([
      ...(family ? refTo(to, 'payer', family.id) : []),
      ...siblings.flatMap((x) => refTo(to, 'payer', x.id, states(to, x))),
    ]),
  ]
}

const states = (to: To, p: PayerRecord): GuideClaim | null =>
  p.states.length ? say(to, (w) => w.area(p.states.join(', ')), [own(p, 'states', p.states.join(', '))]) : null

/** Companies in the registry as links, each with what it decides; the others by name. */
function delegates(to: To, p: PayerRecord): PageBlock[] {
  if (!p.delegates.length) return []
  const known = p.delegates.flatMap((d): PageRef[] => (d.payer ? refTo(to, 'payer', d.payer, scope(to, p, d.scope)) : []))
  const named = p.delegates.flatMap((d): GuideClaim[] =>
    d.name
      ? [
          say(to, (w, v) => w.delegate(d.name ?? '', d.scope ? v.of(d.scope) : ''), [
            own(p, 'delegates', `${d.name} ${d.scope ?? ''}`, 'delegates'),
          ]),
        ]
      : [],
  )
  const lead = say(to, (w) => w.staysResponsible, [own(p, 'delegates', 'delegates', 'delegates')])
  return [...paragraph([lead]), ...refs(known), ...bullets(named)]
}

const scope = (to: To, p: PayerRecord, text: string | undefined): GuideClaim | null =>
  text === undefined ? null : say(to, (w, v) => w.decides(v.of(text)), [own(p, 'delegates', text, 'delegates')])

const isVendor = (p: PayerRecord): boolean => p.type === 'utilization_reviewer' || p.type === 'pharmacy_benefit_manager'

/** Names are mixed up in both directions; of the Blue family its own section speaks. */
function confusables(to: To, p: PayerRecord): string[] {
  const back = [...to.knowledge.payers.values()].filter((x) => x.confusableWith.includes(p.id)).map((x) => x.id)
  const blues = p.type === 'blue_licensee' || p.type === 'family_of_companies'
  const family = (id: string) => to.knowledge.payers.get(id)?.type === 'family_of_companies'
  return [...new Set([...p.confusableWith, ...(p.type === 'family_of_companies' ? [] : back)])].filter(
    (id) => !(blues && family(id)),
  )
}

/** For a company that only decides for others and whom no record names, that this is not known. */
function users(to: To, p: PayerRecord): PageBlock[] {
  const known = decidesFor(to, p)
  if (known.length || !isVendor(p)) return refs(known)
  return paragraph([say(to, (w) => w.usersNotHeld, [own(p, 'type', p.type)])])
}

/** The other direction: payers that say this company decides for them. */
const decidesFor = (to: To, p: PayerRecord): PageRef[] =>
  [...to.knowledge.payers.values()].flatMap((x) => {
    const d = x.delegates.find((each) => each.payer === p.id)
    return d ? refTo(to, 'payer', x.id, scope(to, x, d.scope)) : []
  })

function rules(to: To, p: PayerRecord): GuideClaim[] {
  const { policies } = p
  const printed = policies
    ? [
        say(to, (w) => w.printedIn(w.policyKinds[policies.kind], unstopped(policies.name)), [
          own(p, 'policies', policies.name, 'policies'),
        ]),
      ]
    : []
  const notes = (policies?.notes ?? []).map((n) => say(to, (w, v) => w.where(v.of(n)), [own(p, 'policies.notes', n, 'policies')]))
  const sets = p.criteriaSets.length
    ? [
        say(to, (w, v) => w.criteriaSets(p.criteriaSets.map((s) => v.of(s)).join('; ')), [
          own(p, 'criteriaSets', p.criteriaSets.join('; '), 'criteria'),
        ]),
      ]
    : []
  return [
    ...printed,
    ...notes,
    ...sets,
    ...(policies || sets.length ? [say(to, (w) => w.askForText, [own(p, 'policies', policies?.name ?? 'criteria')])] : []),
  ]
}

const before = (to: To, p: PayerRecord): GuideClaim[] => [
  ...p.appealNotes.map((n, i) => datumClaim(to, n, fieldOf('payer', p.id, `appealNotes.${i}`, n.says, n.status))),
  ...(p.roleNotes ?? []).map((ref) => say(to, (_, v) => v.law(ref), [provisionSupport(to.knowledge, ref)])),
]

/** Published guides of this payer by class of care, in the order of the classes' names, two reasons for each treatment; compounded medicines, which carry warnings, last. */
function guides(to: To, p: PayerRecord): PageBlock[] {
  const classes = new Map<string, PageRef[]>()
  for (const t of to.knowledge.treatments.values()) {
    const links = t.usualReasons
      .flatMap((id) => to.knowledge.reasons.get(id) ?? [])
      .flatMap((r) => guideRef(to, p, t, r))
      .slice(0, 2)
    classes.set(t.group, [...(classes.get(t.group) ?? []), ...links])
  }
  const named = [...classes].map(([group, list]) => {
    const name = to.knowledge.classes.get(group)?.name[to.lang]
    return { name, list, last: group === 'compounded_medicine' }
  })
  named.sort((a, b) => Number(a.last) - Number(b.last) || (a.name ?? '').localeCompare(b.name ?? ''))
  return named.flatMap(({ name, list }): PageBlock[] => {
    if (!list.length) return []
    return [...(name ? [{ kind: 'heading' as const, text: name }] : []), { kind: 'refs', refs: list }]
  })
}
