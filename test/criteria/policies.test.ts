import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../src/criteria/policy/parse.ts'
import { policyText, textDocument } from './document.ts'
import { outlineOf } from './outline.ts'

/** UPDATE_GOLDEN=1 writes the outlines anew; the difference is then for a reader to judge. */
const update = process.env.UPDATE_GOLDEN === '1'
const files = readdirSync(new URL('policies', import.meta.url)).toSorted()

describe('policies of differing form', () => {
  it('are at least eight of our own', () => expect(files.length).toBeGreaterThanOrEqual(8))

  it.each(files)('%s reads as its outline', (file) => {
    const policy = parsePolicy(textDocument(policyText(file)))
    if (!policy.ok) throw new Error(JSON.stringify(policy.problems))
    const golden = new URL(`golden/${file.replace(/\.\w+$/, '')}.txt`, import.meta.url)
    const outline = outlineOf(policy.value)
    if (update) writeFileSync(golden, outline)
    expect(existsSync(golden)).toBe(true)
    expect(outline).toBe(readFileSync(golden, 'utf8'))
  })
})
