import type { DocxSource } from '../../../../test/fixtures/docx.ts'

export const source: DocxSource = {
  title: 'Occupational therapy evaluation, 09/22/2026',
  footer: 'Farrow, Desmond A.    DOB 08/19/1969    OT evaluation 09/22/2026    Example document, invented',
  blocks: [
    { kind: 'title', text: 'Occupational Therapy Evaluation' },
    { kind: 'small', text: 'Quarry Street Rehabilitation, 2390 W. Quarry Street, Springfield, IL 62704\nPhone (217) 555-0161   Fax (217) 555-0162' },
    {
      kind: 'table',
      widths: [2400, 2300, 2400, 2300],
      rows: [
        ['Patient', 'Desmond A. Farrow', 'Date of birth', '08/19/1969'],
        ['Date of evaluation', '09/22/2026', 'Referred by', 'Leland J. Moss, MD'],
        ['Diagnosis', 'I69.351', 'Onset', '02/11/2026'],
        ['Hand dominance', 'Right', 'Therapist', 'Priya Venkataraman, OTR/L'],
      ],
    },
    { kind: 'heading', text: 'History' },
    {
      kind: 'p',
      text: 'Mr. Farrow had a left middle cerebral artery ischemic stroke on 02/11/2026 with right hemiparesis. He was treated here from 04/06/2026 to 07/28/2026 for 24 visits of standard occupational therapy (97110, 97530, 97112) and was discharged at a plateau: the last four weeks brought no change in the Motor Activity Log. He can open and close the right hand but leaves it in his lap. He eats, shaves and writes with the left hand.',
    },
    { kind: 'heading', text: 'Active range of motion, right, degrees' },
    {
      kind: 'table',
      widths: [3600, 1900, 1900],
      rows: [
        ['Movement', '04/06/2026', '09/22/2026'],
        ['Wrist extension from neutral', '8', '22'],
        ['Thumb extension (MP and IP)', '6', '15'],
        ['Index finger extension (MCP)', '5', '14'],
        ['Middle finger extension (MCP)', '4', '13'],
        ['Ring finger extension (MCP)', '4', '11'],
        ['Shoulder flexion', '92', '128'],
      ],
    },
    { kind: 'heading', text: 'Standardized measures, right upper extremity' },
    {
      kind: 'table',
      widths: [4300, 1700, 1700, 1700],
      rows: [
        ['Measure', '04/06/2026', '07/28/2026', '09/22/2026'],
        ['Fugl-Meyer Assessment, upper extremity (0-66)', '29', '38', '41'],
        ['Motor Activity Log, amount of use (0-5)', '1.4', '1.7', '1.7'],
        ['Motor Activity Log, quality of movement (0-5)', '1.3', '1.8', '1.9'],
        ['Action Research Arm Test (0-57)', '18', '30', '33'],
        ['Box and Block Test, blocks in 1 minute (left 61)', '6', '14', '16'],
      ],
    },
    {
      kind: 'p',
      text: 'Modified Ashworth Scale: elbow flexors 1+, wrist flexors 1+, finger flexors 1. Light touch and proprioception intact at thumb and index finger. Pain 0/10 at rest, 2/10 with end-range shoulder flexion.',
    },
    { kind: 'heading', text: 'Assessment' },
    {
      kind: 'p',
      text: 'The impairment score has improved (Fugl-Meyer 29 to 41) while use has not (Motor Activity Log amount of use 1.4 to 1.7): he can move the hand but does not use it. This gap is what constraint-induced movement therapy treats. Wrist extension of 22 degrees and extension of the thumb and three fingers of at least 11 degrees are enough for the protocol. Cognitive screening: deferred; he followed all instructions during 90 minutes of testing.',
    },
    { kind: 'heading', text: 'Plan' },
    {
      kind: 'p',
      text: 'Constraint-induced movement therapy, 3 hours a day on 10 consecutive weekdays (30 hours), with a padded mitt on the left hand for 90 percent of waking hours, a signed behavior contract and a home diary. Repeat the Motor Activity Log, Fugl-Meyer and Action Research Arm Test on the last day and after 3 months. Goals in 10 weeks: Motor Activity Log amount of use 3.0 or more; eats a meal with the right hand; signs his name with the right hand; lifts and sets a 2 kg paper ream with both hands.',
    },
    { kind: 'p', text: 'Electronically signed: Priya Venkataraman, OTR/L, 09/22/2026 4:10 PM' },
  ],
}
