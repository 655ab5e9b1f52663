import { describe, expect, it } from 'vitest'
import { denialIn } from './fixture.ts'

const HEAD =
  'Department of Medical Assistance\n\nDear Sir:\n\nWe denied your request for a walker because it is not medically necessary.\n\n'
const HEARING =
  'Your right to a fair hearing\n\nYou may ask for a fair hearing within 90 days of the date of this notice.\nSend your request to: Hearing Office, 2 Oak Street, Salem, OR 97301\n'

describe('who hears the next appeal', () => {
  it('is the hearing office where no appeal to the plan is spoken of', () => {
    const d = denialIn(HEAD + HEARING)
    expect(d.appealDeadline?.value.duration).toBe('P90D')
    expect(d.appealAddress?.value).toContain('97301')
  })

  it('is the plan where the letter offers its own appeal first', () => {
    const d = denialIn(`${HEAD}How to appeal\n\nYou may appeal to us within 60 days of the date of this notice.\n\n${HEARING}`)
    expect(d.appealDeadline?.value.duration).toBe('P60D')
    expect(d.appealAddress).toBeNull()
  })
})
