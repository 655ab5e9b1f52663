import { type Claim, claim } from '../../src/argument/claim.ts'
import type { CivilDate } from '../../src/base/date.ts'
import type { Block, Letter } from '../../src/document/letter.ts'
import type { LetterMeta, PacketPlan } from '../../src/packet/plan.ts'

/** A made-up person's appeal, of the length and build that real cases have. */
const say = (sentence: string): Claim =>
  claim(sentence, [{ kind: 'statement', source: 'case file', pin: 'fixture', quote: sentence }])

const p = (...sentences: string[]): Block => ({ kind: 'paragraph', claims: sentences.map(say) })
const h = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text: say(text) })

const CRITERIA: readonly (readonly [string, string, string, string])[] = [
  ['Age 18 or older', 'Met', 'Born February 11, 1987; 39 years old on the date of the request.', 'Exhibit B, p. 1'],
  [
    'Diagnosis of relapsing multiple sclerosis, confirmed by or in consultation with a neurologist',
    'Met',
    'Diagnosed by Dr. Adaeze Okonkwo, neurology, on June 4, 2021, under the 2017 McDonald criteria (G35).',
    'Exhibit B, p. 1; Exhibit C, p. 2',
  ],
  [
    'At least one relapse in the previous twelve months, or new T2 lesions on MRI',
    'Met',
    'Relapse with left optic neuritis on January 19, 2026, treated with intravenous methylprednisolone. MRI of March 2, 2026: three new T2 lesions, one enhancing.',
    'Exhibit C, p. 1; Exhibit D, p. 1',
  ],
  [
    'Trial of at least three months and inadequate response to, or intolerance of, one preferred agent',
    'Met',
    'Glatiramer acetate 40 mg three times weekly from September 2021 to November 2023; stopped after two relapses on treatment. Dimethyl fumarate 240 mg twice daily from January 2024 to August 2024; stopped for lymphopenia of 410 cells/µL.',
    'Exhibit C, pp. 2, 3',
  ],
  [
    'Trial of a second preferred agent (teriflunomide)',
    'Exception',
    'Contraindicated: chronic hepatitis with ALT 3.4 times the upper limit on two measurements. The label of teriflunomide warns against its use in severe hepatic impairment.',
    'Exhibit C, p. 3; Exhibit E, p. 1',
  ],
  ['No active hepatitis B infection', 'Met', 'HBsAg and anti-HBc negative on March 9, 2026.', 'Exhibit E, p. 2'],
  [
    'Quantitative serum immunoglobulins measured before the first dose',
    'No evidence yet',
    'Not found in the records held; asked of Dr. Okonkwo’s office.',
    '—',
  ],
  [
    'Not used together with another disease-modifying therapy',
    'Met',
    'No disease-modifying therapy since August 2024.',
    'Exhibit C, p. 3',
  ],
  [
    'Dose: 300 mg on days 1 and 15, then 600 mg every 24 weeks',
    'Met',
    'The order of March 16, 2026 asks for this dose.',
    'Exhibit B, p. 2',
  ],
]

const history: readonly (readonly string[])[] = [
  [
    'Glatiramer acetate',
    '40 mg three times weekly',
    'September 2021 – November 2023',
    'Two relapses on treatment (May 2022, October 2023)',
  ],
  [
    'Dimethyl fumarate',
    '240 mg twice daily',
    'January 2024 – August 2024',
    'Lymphopenia, 410 cells/µL, confirmed after four weeks',
  ],
]

export const blocks: readonly Block[] = [
  p(
    'I appeal the denial of ocrelizumab (Ocrevus) dated March 27, 2026, and ask Northfield Mutual to approve it as ordered by my neurologist, Dr. Adaeze Okonkwo.',
    'This is a first-level internal appeal, filed within the 180 days that the notice allows.',
  ),
  h('What the denial says'),
  {
    kind: 'quote',
    claims: [
      say(
        'Coverage is denied because the member has not tried and failed two preferred products. Step therapy requirements have not been met. See Policy RX-114, Disease-Modifying Agents for Multiple Sclerosis.',
      ),
    ],
    attribution: say('Notice of March 27, 2026, page 1 (Exhibit A)'),
  },
  p(
    'The notice names one reason: that two preferred products were not tried. It doesn’t dispute the diagnosis, the dose, or the place of treatment.',
  ),
  h('Why the denial should be reversed'),
  h('I tried two preferred products, and both failed', 3),
  p(
    'Policy RX-114 asks for a trial of at least three months of one preferred agent with inadequate response or intolerance, and of a second unless it is contraindicated.',
    'I took glatiramer acetate for 26 months and had two relapses on it, in May 2022 and October 2023 (Exhibit C, p. 2).',
    'I then took dimethyl fumarate for seven months, until my lymphocyte count fell to 410 cells/µL and stayed there when it was measured again four weeks later (Exhibit C, p. 3).',
  ),
  {
    kind: 'table',
    caption: say('Treatments before this request'),
    columns: ['Treatment', 'Dose', 'Dates', 'Outcome'],
    widths: [2, 2, 2.4, 3],
    rows: history.map((r) => r.map((c) => [say(c)])),
  },
  h('The third product the policy prefers would be unsafe for me', 3),
  p(
    'Teriflunomide is contraindicated in severe hepatic impairment, and its label carries a boxed warning for hepatotoxicity.',
    'My ALT was 3.4 times the upper limit of normal on two measurements six weeks apart (Exhibit E, p. 1).',
    'Dr. Okonkwo wrote on March 16, 2026 that she “will not start teriflunomide with these transaminases” (Exhibit C, p. 3).',
  ),
  h('My disease is active now', 3),
  p(
    'On January 19, 2026 I lost most of the sight in my left eye to optic neuritis and was treated with intravenous methylprednisolone for five days.',
    'The MRI of March 2, 2026 shows three new T2 lesions, one of them enhancing (Exhibit D, p. 1).',
    'My EDSS rose from 2.0 in September 2024 to 3.5 in March 2026.',
  ),
  {
    kind: 'list',
    ordered: false,
    items: [
      'Relapse with optic neuritis, January 19, 2026 (Exhibit C, p. 1).',
      'Three new T2 lesions, one enhancing, March 2, 2026 (Exhibit D, p. 1).',
      'EDSS 3.5 on March 16, 2026, from 2.0 on September 10, 2024 (Exhibit C, p. 1).',
    ].map((t) => [say(t)]),
  },
  h('How the records meet the policy'),
  p(
    'The table takes Policy RX-114 criterion by criterion, in the policy’s own order, and gives the page of the record that shows each.',
  ),
  {
    kind: 'table',
    caption: say('Policy RX-114, section III: initial authorization'),
    columns: ['Criterion', 'Status', 'Evidence', 'Where'],
    widths: [3, 1, 4, 1.4],
    rows: CRITERIA.map((r) => r.map((c) => [say(c)])),
  },
  h('What I ask for'),
  {
    kind: 'list',
    ordered: true,
    items: [
      'Reverse the denial and authorize ocrelizumab 300 mg on days 1 and 15, then 600 mg every 24 weeks, for twelve months.',
      'Have the appeal decided by a physician who was not involved in the denial, is not that person’s subordinate, and has training in neurology (29 CFR 2560.503-1(h)(3)(iii), (v)).',
      'Send me, free of charge, the documents and records relevant to my claim, including any criterion relied on (29 CFR 2560.503-1(h)(2)(iii)).',
    ].map((t) => [say(t)]),
  },
  p(
    'If the denial is upheld, I will ask for external review by an independent review organization, as 45 CFR 147.136(d) allows.',
    'I reserve that right here.',
  ),
  p('Sincerely,'),
  { kind: 'signature', name: 'Maria Rivera', lines: ['14 Alder Street, Dayton, OH 45402', '(937) 555-0142'], role: 'Member' },
  {
    kind: 'signature',
    name: 'Adaeze Okonkwo, MD',
    lines: ['Neurology Associates of Dayton', 'NPI 1467523890'],
    role: 'Treating neurologist: I have reviewed this letter, and the medical facts in it are correct.',
  },
]

export const letter: Letter = {
  kind: 'appeal',
  record: 'appeal',
  title: say('Appeal of the denial of ocrelizumab (Ocrevus)'),
  from: ['Maria Rivera', '14 Alder Street', 'Dayton, OH 45402', '(937) 555-0142'],
  to: ['Northfield Mutual Insurance Company', 'Appeals and Grievances', 'P.O. Box 2210', 'Columbus, OH 43216'],
  date: '2026-04-14',
  re: [
    { label: 'Member', claim: say('Maria Rivera, born February 11, 1987') },
    { label: 'Member ID', claim: say('NFM 4471 0093 02') },
    { label: 'Group', claim: say('OH-88214 (Dayton Tool & Die, self-funded)') },
    { label: 'Reference', claim: say('PA-2026-0318-7741') },
    { label: 'Date of notice', claim: say('March 27, 2026') },
    { label: 'Service', claim: say('Ocrelizumab 300 mg intravenous, HCPCS J2350; diagnosis G35') },
  ],
  salutation: 'To the appeals reviewer:',
  blocks,
  enclosures: [
    'Exhibit A: Notice of denial, March 27, 2026',
    'Exhibit B: Order and letter of Dr. Okonkwo, March 16, 2026',
    'Exhibit C: Neurology notes, 2021–2026',
    'Exhibit D: MRI of the brain, March 2, 2026',
    'Exhibit E: Laboratory results',
  ].map(say),
}

export const today = '2026-04-14' as CivilDate
export const meta: LetterMeta = { author: 'Maria Rivera', language: 'en-US', today, reference: 'PA-2026-0318-7741' }

const exhibit = (id: string, title: string, date: string | null, pageCount: number, summary: string) => ({
  id,
  doc: `doc-${id}`,
  title,
  date,
  pageCount,
  summary,
})

export const plan: PacketPlan = {
  ...meta,
  title: 'Appeal packet, reference PA-2026-0318-7741',
  cover: {
    via: 'fax',
    to: ['Northfield Mutual Insurance Company', 'Appeals and Grievances'],
    destination: '(614) 555-0188',
    from: ['Maria Rivera', '(937) 555-0142'],
    re: [
      { label: 'Reference', claim: say('PA-2026-0318-7741') },
      { label: 'Member ID', claim: say('NFM 4471 0093 02') },
    ],
    urgent: true,
    confidentiality:
      'These pages hold private health information and are meant only for the addressee. If they reached you by mistake, call the sender at once, and destroy them without copying or passing them on.',
  },
  letter,
  exhibits: [
    exhibit('A', 'Notice of denial', 'March 27, 2026', 2, 'The plan’s notice denying the request for step therapy.'),
    exhibit('B', 'Order and letter of Dr. Okonkwo', 'March 16, 2026', 2, 'The order, with dose and diagnosis.'),
    exhibit('C', 'Neurology notes', '2021–2026', 3, 'Visit notes with treatments tried and their outcomes.'),
    exhibit('D', 'MRI of the brain', 'March 2, 2026', 1, 'Radiology report: three new T2 lesions, one enhancing.'),
    exhibit('E', 'Laboratory results', null, 2, 'Liver enzymes and hepatitis serology.'),
  ],
}
