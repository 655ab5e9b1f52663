import { expect, test } from 'vitest'
import type { CivilDate } from '../../src/base/date.ts'
import { tasksMarkdown } from '../../src/packet/tasks.ts'

const date = (text: string) => text as CivilDate

test('tasks are grouped by whom to ask, earliest first', () => {
  const text = tasksMarkdown([
    {
      what: 'Policy RX-114',
      from: 'Northfield Mutual',
      why: 'It decides the criteria.',
      by: null,
      letter: 'claim-file-request.docx',
    },
    {
      what: 'The MRI report of March 2024',
      from: 'Dr. Reyes’s office',
      why: 'It shows the new lesions.',
      by: date('2026-05-01'),
      letter: null,
    },
    {
      what: 'Immunoglobulin result',
      from: 'Dr. Reyes’s office',
      why: 'The policy asks for it.',
      by: date('2026-04-20'),
      letter: null,
    },
  ])
  expect(text).toBe(`# What is still needed

## From Dr. Reyes’s office

- [ ] **Immunoglobulin result** (by April 20, 2026)\\
  The policy asks for it.
- [ ] **The MRI report of March 2024** (by May 1, 2026)\\
  It shows the new lesions.

## From Northfield Mutual

- [ ] **Policy RX-114**\\
  It decides the criteria.\\
  Ready to sign and send: \`claim-file-request.docx\`
`)
})

test('text can not act as markup', () => {
  const text = tasksMarkdown([{ what: '**x** <b>\n# y', from: '[a](b)', why: '`c`', by: null, letter: null }])
  expect(text).toContain('## From \\[a\\](b)')
  expect(text).toContain('**\\*\\*x\\*\\* \\<b\\> \\# y**')
})

test('nothing to do is said', () => {
  expect(tasksMarkdown([])).toContain('Nothing is missing')
})

test('letters that wait for their turn are named with the option that writes them', () => {
  const text = tasksMarkdown([], [{ name: 'overdue_decision', title: 'Overdue decision on the appeal' }])
  expect(text).toContain('Nothing is missing.')
  expect(text).toContain('# Letters for later')
  expect(text).toContain('- Overdue decision on the appeal: `--letters overdue_decision`')
  expect(tasksMarkdown([])).not.toContain('later')
})
