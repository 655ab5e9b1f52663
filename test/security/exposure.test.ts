import { expect, test } from 'vitest'
import { exposureWarnings } from '../../src/apps/web/server/exposure.ts'

test.each([
  ['127.0.0.1', '', 0, []],
  ['localhost', '', 0, []],
  ['127.0.0.1', 'https://a.example', 1, []],
  ['0.0.0.0', '', 0, ['HOST lets other machines in']],
  ['127.0.0.1', 'https://a.example', 0, ['PROXIES is 0']],
  ['0.0.0.0', 'https://a.example', 1, ['past its proxy']],
  ['0.0.0.0', 'https://a.example', 0, ['PROXIES is 0', 'past its proxy']],
  ['127.0.0.1', '', 1, ['PROXIES is set without PUBLIC_URL']],
] as const)('%s, %j behind %d proxies', (host, publicUrl, proxies, said) => {
  const warnings = exposureWarnings({ host, publicUrl, proxies })
  expect(warnings.length).toBe(said.length)
  for (const [i, words] of said.entries()) expect(warnings[i]).toContain(words)
})
