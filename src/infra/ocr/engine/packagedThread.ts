/**
 * The packaged engine's thread: its own script, without a way to the network, and without the remarks on
 * pictures that its libraries print. Started by `packaged.ts`, never imported.
 */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const silent = () => {}
Object.assign(console, { error: silent, warn: silent, log: silent })
Reflect.deleteProperty(globalThis, 'fetch')
Object.assign(globalThis, { fetch: () => Promise.reject(new Error('nothing is fetched')) })

// The package has no types for its thread's script.
const script = createRequire(import.meta.url).resolve('tesseract.js/src/worker-script/node/index.js')
await import(pathToFileURL(script).href)
