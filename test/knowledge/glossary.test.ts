import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { TOPICS } from '../../src/apps/web/cases/words/spoken.ts'
import { stateEs } from '../../src/document/guide/words/statesEs.ts'
import { readRecordFiles } from '../../src/infra/knowledge/load.ts'
import { assemble, type Knowledge, kindOf } from '../../src/knowledge/assemble.ts'

/** docs/spanish-glossary.md, as words that no Spanish text may use: [what is refused, why, what is written instead]. */
const REFUSED: readonly (readonly [RegExp, why: string, instead: string])[] = [
  [/\bnegaci[oó]n(es)?\b|\bnegad[oa]s?\b/i, 'the decision of a plan has one name', 'denegación, denegar'],
  [/\b(l[ao]s?|se) nieg(a|an|ue|uen) (la|el|una?|su|cobertura)\b/i, 'a plan denies', 'deniega'],
  [/\breclamaci[oó]n(es)?\b/i, 'the Department of Labor says reclamo', 'reclamo'],
  [/terapia (por pasos|por etapas|en etapas|secuencial)|tratamiento escalonado/i, 'one name', 'terapia escalonada'],
  [/\bpre-?autorizaci[oó]n|aprobaci[oó]n previa/i, 'one name', 'autorización previa'],
  [/revisi[oó]n (exterior|de fuera|externa independiente m[eé]dica)/i, 'one name', 'revisión externa'],
  [/audiencia justa/i, 'a fair hearing is an impartial one', 'audiencia imparcial'],
  [/archivo del reclamo|expediente de reclamo\b/i, 'one name', 'expediente del reclamo'],
  [/\bagravios?\b|\bquerellas?\b/i, 'a grievance is no crime', 'queja formal'],
  [/par a par|de m[eé]dico a m[eé]dico|entre colegas/i, 'one name', 'llamada entre médicos (peer-to-peer)'],
  [/vadem[eé]cum/i, 'plans print formulario', 'formulario, lista de medicamentos'],
  [/\bprescriptor(es)?\b|\brecetador(es)?\b/i, 'plain words', 'quien receta, el médico'],
  [/(?<!\()autoasegurad|auto-?financiad[oa]s? \(self/i, 'one name', 'autofinanciado'],
  [/\bMarketplace\b(?! \(Mercado\)|[,)])/, 'its Spanish name is official', 'Mercado de Seguros Médicos'],
  [/descripci[oó]n resumida/i, 'the Department of Labor has its own', 'resumen de la descripción del plan (SPD)'],
  [/falta de remisi[oó]n|\bremisi[oó]n del m[eé]dico|\buna referencia del/i, 'remisión is of a disease', 'referido'],
  [/\bcondici[oó]n (m[eé]dica|de salud)\b|\bsu condici[oó]n\b/i, 'an anglicism', 'afección, estado de salud'],
  [/\bpuntajes?\b/i, 'one word', 'puntuación'],
  [/fuera de etiqueta/i, 'one form', 'fuera de la etiqueta'],
  [/\bcorte (federal|estatal|de distrito|suprema)/i, 'one word', 'tribunal'],
  [/Mejora de la Calidad/, 'Medicare prints it so', 'Organización para el Mejoramiento de la Calidad'],
  [/juez administrativo/i, 'Medicare prints it so', 'juez de derecho administrativo'],
  [/experimental o de investigaci[oó]n/i, 'one form', 'experimental o en investigación'],
  [/\buso de sustancias/i, 'one form', 'consumo de sustancias'],
  [/\bexhibici[oó]n\b|\bexhibit\b/i, 'an exhibit of a packet', 'anexo'],
  [/(?<!\p{L})(tú|tu|tus|puedes|tienes|debes|quieres)(?!\p{L})/iu, 'the reader is usted', 'usted'],
  [/"/, 'typographic quotation marks', '“ ”'],
]

interface Pair {
  readonly where: string
  readonly en: string
  readonly es: string
}

/** Every English text that has Spanish beside it: `{en, es}` pairs, and fields `xEs` next to `x`. */
function pairs(value: unknown, where: string): Pair[] {
  if (value instanceof Map) return [...value].flatMap(([key, inner]) => pairs(inner, `${where}/${String(key)}`))
  if (typeof value !== 'object' || value === null) return []
  const fields: Readonly<Record<string, unknown>> = { ...value }
  const own = Object.entries(fields).flatMap(([key, es]): Pair[] => {
    const en = key === 'es' ? fields.en : key.endsWith('Es') ? fields[key.slice(0, -2)] : undefined
    return typeof es === 'string' && typeof en === 'string' ? [{ where: `${where}.${key}`, en, es }] : []
  })
  return [...own, ...Object.entries(fields).flatMap(([key, inner]) => pairs(inner, `${where}.${key}`))]
}

/** What stays English has no Spanish to judge. */
const ENGLISH_ONLY = ['letters', 'arguments', 'grounds']
const loaded = assemble(readRecordFiles().filter((f) => !ENGLISH_ONLY.includes(kindOf(f.path) ?? '')))
if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.where}: ${p.say}`).join('\n'))
const knowledge: Knowledge = loaded.value
/** What use cases and the engine say on pages of the application. */
const spokenPairs: Pair[] = Object.entries(TOPICS).flatMap(([topic, said]) =>
  Object.entries(said).map(([en, es]) => ({ where: `${topic}: ${en}`, en, es })),
)
const all = [...pairs(knowledge, ''), ...spokenPairs]

const DICTIONARIES = [
  'src/document/guide/words/es.ts',
  'src/document/guide/words/reckonedEs.ts',
  'src/document/pages/words/es.ts',
  'src/apps/web/words/es.ts',
].map((path) => ({ path, lines: readFileSync(join(import.meta.dirname, '../..', path), 'utf8').split('\n') }))

/** Lines of a dictionary that hold Spanish: comments and regular expressions of English are not. */
const spoken = (line: string): boolean => !/^\s*(\/\*|\*|\/\/|\[?\/\^|import )/.test(line)

const refused = (where: string, es: string): string[] =>
  REFUSED.flatMap(([banned, why, instead]) => {
    const found = banned.exec(es)
    return found ? [`${where}: “${found[0]}” (${why}; write ${instead})`] : []
  })

describe('one voice in Spanish', () => {
  test('the records are there', () => expect(all.length).toBeGreaterThan(5000))

  test('no record uses a word the glossary refuses', () => {
    expect(all.flatMap(({ where, es }) => refused(where, es))).toEqual([])
  })

  test('nor does a dictionary', () => {
    const found = DICTIONARIES.flatMap(({ path, lines }) =>
      lines.flatMap((line, i) => (spoken(line) ? refused(`${path}:${i + 1}`, line) : [])),
    )
    expect(found).toEqual([])
  })

  test('the list can refuse: each line catches the variant it is for', () => {
    const wrong =
      'El plan envió una negación de su reclamación por terapia por pasos, sin preautorización; pida una audiencia justa.'
    expect(refused('x', wrong)).toHaveLength(5)
    expect(refused('x', 'El plan denegó su reclamo por terapia escalonada.')).toEqual([])
  })

  test('digits are the same in both languages', () => {
    const digits = (text: string) => (text.match(/\d+/g) ?? []).sort().join(' ')
    const differ = all.filter(({ en, es }) => digits(en) !== digits(es))
    expect(differ.map(({ where, en, es }) => `${where}: ${digits(en)} | ${digits(es)}`)).toEqual([])
  })

  test('placeholders are kept', () => {
    const slots = (text: string) =>
      (text.match(/\{\w+\}/g) ?? [])
        .map((s) => s.toLowerCase())
        .sort()
        .join(' ')
    expect(all.filter(({ en, es }) => slots(en) !== slots(es)).map((p) => p.where)).toEqual([])
  })

  test('questions and exclamations open as they close, and no space stands before a stop', () => {
    const count = (text: string, mark: string) => text.split(mark).length - 1
    const bad = all.filter(
      ({ es }) => count(es, '?') !== count(es, '¿') || count(es, '!') !== count(es, '¡') || / [,.;:?]| {2}/.test(es),
    )
    expect(bad.map(({ where, es }) => `${where}: ${es}`)).toEqual([])
  })

  test('a sentence ends as its English does', () => {
    const stop = (text: string) => /[.?]”?$/.test(text)
    expect(all.filter(({ en, es }) => stop(en) !== stop(es)).map(({ where, es }) => `${where}: ${es}`)).toEqual([])
  })

  test('a state goes by its Spanish name where it has one', () => {
    const renamed = [...knowledge.states.values()].map((s) => s.name).filter((name) => stateEs(name) !== name)
    expect(renamed).toHaveLength(16)
    expect(stateEs('New York')).toBe('Nueva York')
    expect(stateEs('Texas')).toBe('Texas')
  })

  test('a headline begins with its noun, so that the title can say of what', () => {
    const nouns = [...knowledge.reasons.values()].map((r) => [r.id, r.headline.es.split(' ')[0]])
    expect(nouns.filter(([, noun]) => !['denegación', 'suspensión', 'pago', 'cobro'].includes(noun ?? ''))).toEqual([])
  })
})
