import { readFileSync } from 'node:fs'
import { startApplication } from './application.ts'
import { openBrowser } from './browser.ts'

const app = await startApplication('/tmp/pl/d')
const [one] = JSON.parse(readFileSync('/tmp/pl/d/seeded.json', 'utf8')).slice(4)
const b = openBrowser(app.base, one.from, one.cookie)
const l = await b.get(`/case/${one.id}/letter`)
const im = [...new Set([...l.text.matchAll(/<image href="([^"]+)"/g)].map((m) => m[1] ?? ''))]
console.log(l.status, im)
for (const x of im) {
  const p = await b.get(x)
  console.log(p.status, p.status === 200 ? p.text.length : p.text.replace(/<[^>]+>/g, ' ').slice(0, 800))
}
for (let i = 0; i < 5; i++) {
  for (const x of ['', '/letter', '/questions/all', '/evidence', '/draft']) {
    const p = await b.get(`/case/${one.id}${x}`)
    console.log(x, p.status, p.ms.toFixed(0), p.text.length)
  }
}
await app.stop()
