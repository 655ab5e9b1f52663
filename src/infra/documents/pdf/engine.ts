import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import { PDF_LIMITS } from './protocol.ts'

/** What is asked once for every character: called without the wrapper, which looks each name up anew. */
interface CharacterCalls {
  readonly _FPDFText_GetUnicode: (textPage: number, index: number) => number
  readonly _FPDFText_IsGenerated: (textPage: number, index: number) => number
  readonly _FPDFText_GetCharAngle: (textPage: number, index: number) => number
  readonly _FPDFText_GetLooseCharBox: (textPage: number, index: number, rect: number) => number
}

/** The package's type leaves out Emscripten's views of memory and the bare functions. */
export type Engine = WrappedPdfiumModule & {
  readonly pdfium: CharacterCalls & { readonly HEAPU8: Uint8Array; readonly HEAP32: Int32Array; readonly HEAPF32: Float32Array }
}

type Imports = Record<string, Record<string, unknown>>
interface Instance {
  readonly exports: unknown
}

/** As much of the WebAssembly interface as is used; the library without the DOM does not declare it. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { compile(bytes: Uint8Array): Promise<object>; Instance: new (module: object, imports: Imports) => Instance }
}

/**
 * Starts PDFium with a ceiling on its memory: a file that asks for more makes it trap, which the
 * caller sees as an exception, instead of filling the machine.
 */
export async function startEngine(): Promise<Engine> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const module = await WebAssembly.compile(wasm)
  const options = {
    print: () => {},
    printErr: () => {},
    instantiateWasm(imports: Imports, receive: (instance: Instance) => void) {
      const env = imports.env
      const grow = env?.emscripten_resize_heap as ((size: number) => boolean) | undefined
      if (!env || !grow)
        throw new Error('PDFium no longer imports emscripten_resize_heap; the memory ceiling needs another way in')
      const limited = (size: number) => (size >>> 0 > PDF_LIMITS.memory ? false : grow(size))
      const instance = new WebAssembly.Instance(module, { ...imports, env: { ...env, emscripten_resize_heap: limited } })
      receive(instance)
      return instance.exports
    },
  }
  const engine = await init(options as unknown as Parameters<typeof init>[0])
  engine.PDFiumExt_Init()
  return engine as Engine
}
