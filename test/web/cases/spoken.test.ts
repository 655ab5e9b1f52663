import { describe, expect, test } from 'vitest'
import { problemList } from '../../../src/apps/web/cases/pages/problem.ts'
import { say, sayPlain, spanishIn } from '../../../src/apps/web/cases/words/say.ts'
import { SLOTS } from '../../../src/apps/web/cases/words/slots.ts'
import { THINGS } from '../../../src/apps/web/cases/words/spoken/phrases.ts'
import { inSpanish, spokenParts, TOPICS } from '../../../src/apps/web/cases/words/spoken.ts'
import { PROBLEMS, problem } from '../../../src/base/problem.ts'
import { readRecordFiles } from '../../../src/infra/knowledge/load.ts'
import { assemble } from '../../../src/knowledge/assemble.ts'
import { argumentsAt, lineAt, makersIn, type Said, sourcesIn, textsOf } from './spokenSource.ts'

/** Where problems come from that a page of the application can show. */
const FOLDERS = [
  ...['src/usecases', 'src/casefile', 'src/packet', 'src/criteria/policy', 'src/facts/casefile', 'src/facts/fhir'],
  ...['src/facts/gather', 'src/apps', 'src/infra/mail', 'src/infra/pdf', 'src/infra/typesetting'],
  ...['documents', 'images', 'ocr', 'people', 'payment', 'sending', 'signing', 'store'].map((f) => `src/infra/${f}`),
]
/** The command line, the gallery for builders, and lines of a case file that somebody typed, which the application makes itself. */
const ELSEWHERE = /^src\/apps\/(?:cli|web\/gallery)\/|^src\/facts\/casefile\/(?:parse|locate)\.ts$/
/** What whoever runs the service reads at its start, and what is said of a typed case file. */
const NOT_FOR_PERSONS = new Set(['setting-invalid', 'usage', 'casefile-invalid'])
/** Settings and keys: these files say all they say at the start. */
const AT_START = /\/settings\.ts$|Settings\.ts$|\/identity\.ts$|\/masterKey\.ts$|\/vaultCheck\.ts$/

const sources = FOLDERS.flatMap((f) => sourcesIn(f)).filter(({ file }) => !ELSEWHERE.test(file) && !AT_START.test(file))

const shared = new Map(
  sources.flatMap(({ code }) =>
    [...makersIn(code)].filter(([name]) => new RegExp(`export (?:const|function) ${name}\\b`).test(code)),
  ),
)

const codeOf = (expression: string | undefined): string => /^'([\w-]+)'$/.exec(expression ?? '')?.[1] ?? ''

function callsIn(file: string, code: string): { said: Said[]; unclear: Said[] } {
  const [said, unclear]: [Said[], Said[]] = [[], []]
  const makers = new Map([...shared, ...makersIn(code), ['problem', [2, 3]] as const])
  for (const [name, places] of makers)
    for (const m of code.matchAll(new RegExp(`(?<![.\\w]|function |const )${name}(?:<[^>()]*>)?\\(`, 'g'))) {
      const given = argumentsAt(code, m.index + m[0].length - 1)
      if (name === 'problem' && (given.length < 4 || NOT_FOR_PERSONS.has(codeOf(given[0])))) continue
      const line = lineAt(code, m.index)
      for (const place of places) {
        const texts = textsOf(given[place] ?? '', code)
        if (texts) said.push(...texts.map((text) => ({ file, line, text })))
        else unclear.push({ file, line, text: given[place] ?? '' })
      }
    }
  return { said, unclear }
}

/** Tables of [code, say, fix]. */
const tablesIn = (file: string, code: string): Said[] =>
  [...code.matchAll(/\[\s*'([\w-]+)',/g)]
    .filter((m) => (m[1] ?? '') in PROBLEMS && !NOT_FOR_PERSONS.has(m[1] ?? ''))
    .flatMap((m) => {
      const row = argumentsAt(code, m.index)
      return row.length === 3 ? row.slice(1) : []
    })
    .flatMap((e) => textsOf(e, code) ?? [])
    .filter((text) => text.includes(' '))
    .map((text) => ({ file, line: 0, text }))

/** A value that is refused is "is not a date", of which pages make "This is not a date." */
const ofField = (said: Said): Said =>
  said.file.endsWith('casefile/fields.ts') && /^(?:is|must) /.test(said.text) ? { ...said, text: `This ${said.text}.` } : said

const found = sources.map(({ file, code }) => ({ ...callsIn(file, code), tables: tablesIn(file, code) }))
const collected = [
  ...new Map(found.flatMap(({ said, tables }) => [...said, ...tables].map(ofField)).map((s) => [s.text, s])).values(),
].filter((s) => s.text !== '')

const entries = Object.values(TOPICS).flatMap((topic) => Object.entries(topic))
const bare = (text: string): string => text.replace(/\{\w*\}/g, '{}')
const known = new Set(entries.map(([en]) => bare(en)))

/** The text itself, or sentences that the text's places stand for: "{} {} no shape …" is said in the singular and the plural. */
function hasSpanish(text: string): boolean {
  if (known.has(bare(text)) || inSpanish(text) !== null) return true
  const own = text.replace(/\{\}/g, '')
  if (!text.includes('{}') || own.replace(/[^a-z]/gi, '').length < 6) return false
  const shape = new RegExp(`^${text.split('{}').map(escaped).join('.*')}$`, 's')
  return entries.some(([en]) => shape.test(en.replace(/\{q\d*\}/g, '“{}”')))
}
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Of no sentence of its own: it hands on what it was given, or says it by a page's own dictionary. */
const HANDS_ON = /^(?:say|fix|words\.\w+|say\[lang\]|fix\[lang\])$/
/** Shapes that other literals fill, each collected by itself. */
const SHAPES = new Set(['This {}.'])

describe('what use cases and adapters say has Spanish', () => {
  test('the source is read: hundreds of sentences, from tables and helpers too', () => {
    const texts = new Set(collected.map((s) => s.text))
    expect(collected.length).toBeGreaterThan(330)
    for (const one of [
      'A case holds {} documents.',
      'The Word document is damaged.',
      'This name is too long.',
      'This letter is signed already.',
      'This is not a date.',
      'The drawing is too large.',
      'There is no name above the street.',
    ])
      expect(texts, one).toContain(one)
  })

  test('every problem that can reach a person', () => {
    const lacking = collected.filter(({ text }) => !SHAPES.has(text) && !hasSpanish(text))
    expect(lacking.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([])
  })

  test('nothing is said in a way this test can not read', () => {
    const unclear = found.flatMap((f) => f.unclear).filter(({ text }) => !HANDS_ON.test(text))
    expect(unclear.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([])
  })

  test('what the criteria, tasks and objections say', () => {
    const files = [
      ...sourcesIn('src/criteria/match'),
      ...sourcesIn('src/usecases').filter(({ file }) => /\/(?:tasks|objections)\.ts$/.test(file)),
    ]
    const said = files.flatMap(({ file, code }) =>
      [...code.matchAll(/\b(?:what|from|why|because|say|about|answer): (?=['`])/g)].flatMap((m) => {
        const from = m.index + m[0].length
        const [text] = argumentsAt(`(${code.slice(from)}`, 0)
        return (textsOf(text ?? '', code) ?? []).map((t) => ({ file, line: lineAt(code, from), text: t }))
      }),
    )
    expect(said.length).toBeGreaterThan(50)
    // What is nothing but places is the words of a record or somebody's name.
    const lacking = said.filter(({ text }) => !/^[{}\s]*$/.test(text) && !(text in THINGS) && !hasSpanish(text))
    expect(lacking.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([])
  })

  test('every cue of the coverage', () => {
    const cues = [...knowledge.interview.values()].flatMap((r) => (r.kind === 'cue' ? [r.says] : []))
    expect(cues.length).toBeGreaterThan(20)
    expect(cues.filter((says) => inSpanish(says) === null)).toEqual([])
  })

  test('a sentence nobody has translated would be found', () => {
    expect(hasSpanish('The moon is made of cheese.')).toBe(false)
    expect(hasSpanish('The moon holds {} craters of note.')).toBe(false)
    expect(
      callsIn('x', "problem('form-invalid', 'x', `It has ${n} moons.`, open ? 'Look up.' : 'Wait.')").said.map((s) => s.text),
    ).toEqual(['It has {} moons.', 'Look up.', 'Wait.'])
  })
})

const assembled = assemble(readRecordFiles())
if (!assembled.ok) throw new Error('the knowledge is not whole')
const knowledge = assembled.value

describe('a sentence in Spanish', () => {
  test.each([
    ['A case holds 40 documents.', 'Un caso admite 40 documentos.'],
    ['Pages 3, 6–9 hold no text.', 'Páginas 3, 6–9: no tienen texto.'],
    ['Please try again in a minute.', 'Inténtelo de nuevo en un minuto.'],
    ['Please try again in 4 minutes.', 'Inténtelo de nuevo en 4 minutos.'],
    ['Try again in a minute. Nothing was charged.', 'Inténtelo de nuevo en un minuto. No se cobró nada.'],
    ['The patient, born March 4, 1984, is 41 years old.', 'El paciente nació el 4 de marzo de 1984 y tiene 41 años.'],
    [
      'HbA1c 8.2% on March 4, 2026. It is not shown to be from the last 12 months.',
      'HbA1c 8.2% (4 de marzo de 2026). No se demuestra que sea de los últimos 12 meses.',
    ],
    ['It is not shown to be from the last 1 year.', 'No se demuestra que sea del último año.'],
    ['It is not shown to be from the last 6 weeks.', 'No se demuestra que sea de las últimas 6 semanas.'],
    [
      'Copaxone, March 4, 2021 to January 2022, inadequate response.',
      'Copaxone, del 4 de marzo de 2021 a enero de 2022: no ayudó lo suficiente.',
    ],
    ['Copaxone, from 2021, ongoing.', 'Copaxone, desde 2021: se sigue tomando.'],
    ['Born 1988-04-17; on 2026-10-06 38 years old.', 'Nacimiento: 17 de abril de 1988; el 6 de octubre de 2026: 38 años.'],
    ['A dated EDSS value', 'Un valor con fecha de: EDSS'],
    [
      'Last legal day 2026-03-04T12:00; do it by 2026-03-03.',
      'El último día legal es el 4 de marzo de 2026, 12:00; hágalo a más tardar el 3 de marzo de 2026.',
    ],
    ['Dr. Ana Reyes’s office or the pharmacy', 'el consultorio de Dr. Ana Reyes o la farmacia'],
    [
      'The documents disagree about the outcome of a prior treatment; the more cautious one is used.',
      'Los documentos no coinciden en el resultado de un tratamiento anterior; se usa el dato más prudente.',
    ],
    ['The record states: “Two relapses. One was severe”.', 'El expediente dice: “Two relapses. One was severe”.'],
  ])('%s', (en, es) => expect(inSpanish(en)).toBe(es))

  test('what is not known is kept, and only that is marked English', () => {
    expect(inSpanish('She fell twice.')).toBeNull()
    expect(inSpanish('She fell twice. The records held do not show this.')).toBeNull()
    expect(spokenParts('She fell twice. The records held do not show this.')).toEqual([
      { text: 'She fell twice.', lang: 'en' },
      { text: ' ', lang: undefined },
      { text: 'Los expedientes que tenemos no muestran esto.', lang: undefined },
    ])
    expect(`${say('es', 'She fell twice.')}`).toBe('<span lang="en">She fell twice.</span>')
    expect(`${say('en', 'She <fell> twice.')}`).toBe('She &lt;fell&gt; twice.')
  })

  test('a page’s own Spanish and a name are not marked', () => {
    expect(`${say('es', 'No se eligió ningún archivo.')}`).toBe('No se eligió ningún archivo.')
    for (const name of ['Dr. Ana Reyes', 'Amara S. Lindqvist']) expect(`${say('es', name)}`).toBe(name)
  })

  test('what the record says is marked inside a Spanish sentence', () => {
    expect(`${say('es', 'The record states: “no relief”.')}`).toBe('El expediente dice: <span lang="en">“no relief”</span>.')
  })

  test('a requirement of our own records is quoted in Spanish', () => {
    const own = (en: string) => (en === 'The patient is within the age of the label.' ? 'La edad está en la etiqueta.' : null)
    expect(inSpanish('A note or statement that addresses “The patient is within the age of the label”', own)).toBe(
      'Una nota o declaración que responda a esto: “La edad está en la etiqueta”',
    )
  })

  test('stretches without Spanish are kept whole', () => {
    expect(spokenParts('She fell. She fell again. The policy asks who prescribes. And so on.')).toEqual([
      { text: 'She fell. She fell again.', lang: 'en' },
      { text: ' ', lang: undefined },
      { text: 'La política pregunta quién receta.', lang: undefined },
      { text: ' ', lang: undefined },
      { text: 'And so on.', lang: 'en' },
    ])
  })

  test('questions, levels and shared sentences come from the records', () => {
    const own = spanishIn(knowledge)
    const question = [...knowledge.interview.values()].find((r) => r.kind === 'question')
    if (question?.kind !== 'question') throw new Error('no question')
    expect(sayPlain('es', question.asks.en, own)).toBe(question.asks.es)
    expect(sayPlain('es', question.asks.en)).toBe(question.asks.en)
  })

  test('a list of problems', () => {
    const shown = problemList('es', [
      problem('case-missing', 'case', 'There is no such case, or it was deleted.', 'Start a new one.'),
    ])
    expect(`${shown}`).toContain('<strong>No existe ese caso, o se borró.</strong> Empiece uno nuevo.')
  })
})

describe('the tables', () => {
  test('no sentence stands twice', () => {
    const seen = new Map<string, number>()
    for (const [en] of entries) seen.set(en, (seen.get(en) ?? 0) + 1)
    expect([...seen].filter(([, n]) => n > 1)).toEqual([])
  })

  test('every place is of a known kind', () => {
    const kinds = entries.flatMap(([en]) => [...en.matchAll(/\{([a-z]+)\d*\}/g)].map((m) => m[1] ?? ''))
    expect(kinds.filter((k) => !(k in SLOTS))).toEqual([])
    expect(Object.keys(SLOTS).filter((k) => !kinds.includes(k))).toEqual([])
  })

  test('each pattern finds itself again, and no wider one takes it', () => {
    const sample = (kind: string): string =>
      ({
        ...{
          n: '7',
          day: 'March 4, 2026',
          period: 'March 2021 to 2022',
          length: '6 months',
          last: '6 months',
          when: 'in a minute',
        },
        ...{ pages: 'Pages 2, 4–6', outcome: 'ongoing', event: 'stroke', things: 'a plan of care', field: 'the NPI' },
        ...{ lack: 'the exact start and stop dates of X', figure: 'EDSS 4.5', person: 'Ana Reyes', name: 'B', q: '“words”' },
        ...{ told: '(a reason)', part: 'Nothing was charged.', kept: 'xylo' },
      })[kind] ?? ''
    const own = (t: string) => (t === 'Nothing was charged.' ? 'No se cobró nada.' : null)
    const wrong = entries.filter(([en, es]) => {
      const said = inSpanish(
        en.replace(/\{([a-z]+)\d*\}/g, (_, kind: string) => sample(kind)),
        own,
      )
      const words = es
        .split(/\{\w+\}/)
        .map(escaped)
        .join('.+')
      return said === null || !new RegExp(`^${words}$`, 's').test(said)
    })
    expect(wrong.map(([en]) => en)).toEqual([])
  })
})
