import type { KnowledgeSupport } from '../../base/support.ts'
import { paragraph } from '../guide/blocks.ts'
import type { GuideClaim } from '../guide/guide.ts'
import { addressOfPage, INDEX_KINDS } from './address.ts'
import { framed, section } from './frame.ts'
import { letterRef, refs, refTo } from './links.ts'
import type { IndexPageKind, Page, PageRef, PageSection } from './page.ts'
import { bilingual, ownSupport, pageWords, say, type To } from './speak.ts'

/** All pages of one kind, grouped as a person looks for them. `letters`: reasons that have a worked letter. */
export function indexPage(to: To, kind: IndexPageKind, letters: ReadonlySet<string>): Page {
  const own = [ownSupport(kind, 'index', kind, 'verified')]
  const about = say(to, (w) => w.indexes[kind].about, own)
  return framed(to, {
    kind,
    id: '',
    title: say(to, (w) => w.indexes[kind].title, own),
    description: about,
    checked: null,
    sections: [...section('about', pageWords(to).headings.answer, paragraph([about])), ...groups(to, kind, letters)],
  })
}

/** The front door: what each part of the library is for. */
export function homePage(to: To): Page {
  const own = [ownSupport('home', 'home', 'home', 'verified')]
  const { headings } = pageWords(to)
  const doors = INDEX_KINDS.flatMap((kind): PageRef[] => {
    const address = addressOfPage(to.knowledge, to.lang, kind, '')
    return address === null
      ? []
      : [{ kind, id: '', address, title: pageWords(to).indexes[kind].title, why: say(to, (w) => w.indexes[kind].about, own) }]
  })
  return framed(to, {
    kind: 'home',
    id: '',
    title: say(to, (w) => w.home.title, own),
    description: say(to, (w) => w.home.about, own),
    checked: null,
    sections: [
      ...section('about', headings.answer, paragraph([say(to, (w) => w.home.about, own)])),
      ...section('doors', headings.library, refs(doors)),
    ],
  })
}

/** Headings with links under them; the answer of a process or scenario stands beside its link. */
function groups(to: To, kind: IndexPageKind, letters: ReadonlySet<string>): PageSection[] {
  const { knowledge } = to
  const words = pageWords(to)
  const by = <T>(
    records: Iterable<T>,
    group: (r: T) => string,
    name: (key: string) => string,
    ref: (r: T) => PageRef[],
  ): PageSection[] => {
    const found = new Map<string, PageRef[]>()
    for (const r of records) found.set(group(r), [...(found.get(group(r)) ?? []), ...ref(r)])
    return [...found].flatMap(([key, list]) => section(key.replaceAll('_', '-') || 'all', name(key), refs(sorted(to, list))))
  }
  const answer = (id: string, text: { en: string; es: string }, status: KnowledgeSupport['status']): GuideClaim =>
    bilingual(to, text, [ownSupport(id, 'answer', text.en, status)])
  switch (kind) {
    case 'payers':
      return by(
        knowledge.payers.values(),
        (p) => p.type,
        (key) => words.payerGroups[key as keyof typeof words.payerGroups],
        (p) => refTo(to, 'payer', p.id),
      )
    case 'treatments':
      return by(
        knowledge.treatments.values(),
        (t) => t.group,
        (key) => knowledge.classes.get(key)?.name[to.lang] ?? words.headings.otherClasses,
        (t) => refTo(to, 'treatment', t.id),
      )
    case 'reasons':
      return by(
        knowledge.reasons.values(),
        (r) => r.category,
        (key) => words.categories[key as keyof typeof words.categories],
        (r) => [
          ...refTo(to, 'reason', r.id, bilingual(to, r.tagline, [ownSupport(r.id, 'tagline', r.id, r.trust.record.status)])),
          ...letterRef(to, r, letters.has(r.id)),
        ],
      )
    case 'coverages':
      return by(
        knowledge.coverage.values(),
        (c) => c.family,
        (key) => words.guide.families[key as keyof typeof words.guide.families],
        (c) =>
          refTo(to, 'coverage', c.id, bilingual(to, c.recognise, [ownSupport(c.id, 'recognise', c.recognise.en, 'verified')])),
      )
    case 'states':
      return by(
        knowledge.states.values(),
        () => '',
        () => words.headings.allStates,
        (s) => refTo(to, 'state', s.id),
      )
    case 'processes':
      return by(
        knowledge.processes.values(),
        () => '',
        () => words.headings.doors,
        (p) => refTo(to, 'process', p.id, answer(p.id, p.answer, p.trust.status)),
      )
    case 'scenarios':
      return by(
        knowledge.scenarios.values(),
        () => '',
        () => words.headings.situations,
        (s) => refTo(to, 'scenario', s.id, answer(s.id, s.answer, s.trust.status)),
      )
  }
}

const COLLATORS = { en: new Intl.Collator('en', { numeric: true }), es: new Intl.Collator('es', { numeric: true }) }

/** By title, a worked letter after its reason. */
const sorted = (to: To, list: readonly PageRef[]): PageRef[] => {
  const titleOf = (r: PageRef) => list.find((x) => x.id === r.id && x.kind !== 'letter')?.title ?? r.title
  return [...list].sort(
    (a, b) => COLLATORS[to.lang].compare(titleOf(a), titleOf(b)) || Number(a.kind === 'letter') - Number(b.kind === 'letter'),
  )
}
