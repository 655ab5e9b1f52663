import { describe, expect, test } from 'vitest'
import { readSettings } from '../../src/apps/web/settings.ts'

describe('settings of the server', () => {
  test('nothing set: this machine alone, a usual port, nothing logged', () => {
    const read = readSettings({})
    expect(read.ok && read.value).toEqual({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: '',
      cacheBytes: 256 * 1024 * 1024,
      logRequests: false,
    })
  })

  test.each([
    ['PORT', '0', true],
    ['PORT', '65535', true],
    ['PORT', '65536', false],
    ['PORT', '-1', false],
    ['PORT', '80a', false],
    ['PORT', '8080.5', false],
    ['HOST', '0.0.0.0', true],
    ['HOST', '::1', true],
    ['HOST', 'a b', false],
    ['PUBLIC_URL', 'https://guides.example.org', true],
    ['PUBLIC_URL', 'https://guides.example.org/', false],
    ['PUBLIC_URL', 'https://guides.example.org/a', false],
    ['PUBLIC_URL', 'javascript:alert(1)', false],
    ['PUBLIC_URL', 'guides.example.org', false],
    ['CACHE_MB', '1', true],
    ['CACHE_MB', '0', false],
    ['LOG', 'requests', true],
    ['LOG', 'all', false],
  ])('%s=%s is %s', (name, value, good) => {
    const read = readSettings({ [name]: value })
    expect(read.ok).toBe(good)
    if (!read.ok) expect(read.problems[0].where).toBe(name)
  })

  test('an empty setting counts as not set, and every wrong one is named at once', () => {
    expect(readSettings({ PORT: '' }).ok).toBe(true)
    const read = readSettings({ PORT: 'x', LOG: 'y' })
    expect(read.ok ? [] : read.problems.map((p) => p.where)).toEqual(['PORT', 'LOG'])
  })
})
