import type { Worded } from '../../words/reckoning.ts'
import { EVENTS, FIELDS, OUTCOMES, PARTS, THINGS } from './spoken/phrases.ts'

/** Spanish that a case's own knowledge has for an English sentence. */
export type Lookup = (english: string) => string | null | undefined

/** A place of a sentence pattern: what may stand there, and how it is said. Null: this can not be said in Spanish. */
interface Slot {
  readonly takes: string
  readonly say: (text: string, own: Lookup) => Worded | null
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const MESES = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')
const DAY = `(?:(?:${MONTHS}) (?:\\d{1,2}, )?\\d{4}|\\d{4}(?:-\\d{2}){0,2}(?:T\\d{2}:\\d{2})?)`
const LENGTH = '\\d+ (?:day|week|month|year)s?'
const NUMBER = '\\d[\\d.,]*'
/** Never over the end of a sentence. */
const ANY = '(?:(?![.?!] (?=[A-Z“¿])).)+?'

const spanish = (text: string): Worded => ({ text, lang: undefined })
const maybe = (text: string | null | undefined): Worded | null => (text ? spanish(text) : null)
const kept = (text: string, own: Lookup): Worded => maybe(own(text)) ?? { text, lang: 'en' }

/** Words between quotation marks. A requirement of our own records has Spanish; it is quoted without its stop. */
function quoted(text: string, own: Lookup): Worded {
  const inner = text.slice(1, -1)
  const said = own(inner) ?? own(`${inner}.`)?.replace(/\.$/, '')
  return said ? spanish(`“${said}”`) : { text, lang: 'en' }
}

/** "March 4, 2026", "March 2026", "2026-03-04", "2026-03-04T12:00", "2026". */
function dayInSpanish(moment: string): string {
  const [day = '', hour] = moment.split(/(?<=\d)T(?=\d)/)
  return hour ? `${dateInSpanish(day)}, ${hour}` : dateInSpanish(day)
}

function dateInSpanish(day: string): string {
  const [, name, of, year] = /^(\w+) (?:(\d+), )?(\d{4})$/.exec(day) ?? []
  const [, y, m, d] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(day) ?? []
  const month = name ? MESES[MONTHS.split('|').indexOf(name)] : MESES[Number(m) - 1]
  const number = of ?? d
  return month ? `${number ? `${Number(number)} de ` : ''}${month} de ${year ?? y}` : day
}

/** A whole date takes the article, a month or a year none: "desde el 4 de marzo", "desde marzo". */
const article = (day: string): string => (/^\d{1,2} de /.test(dayInSpanish(day)) ? 'el ' : '')
const contracted = (before: 'de' | 'a', day: string): string =>
  article(day) ? `${before === 'de' ? 'del' : 'al'} ${dayInSpanish(day)}` : `${before} ${dayInSpanish(day)}`

function period(text: string): string | null {
  const [, from, to] = new RegExp(`^(?:from )?(${DAY})(?: to (${DAY}))?$`).exec(text) ?? []
  if (from && to) return `${contracted('de', from)} ${contracted('a', to)}`
  if (from) return `desde ${article(from)}${dayInSpanish(from)}`
  const [, until] = new RegExp(`^until (${DAY})$`).exec(text) ?? []
  return until ? `hasta ${article(until)}${dayInSpanish(until)}` : null
}

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  day: ['día', 'días'],
  week: ['semana', 'semanas'],
  month: ['mes', 'meses'],
  year: ['año', 'años'],
}

function length(text: string): string | null {
  const [, n = '', unit = ''] = /^(\S+) (\w+?)s?$/.exec(text) ?? []
  const words = UNITS[unit]
  return words ? `${n} ${n === '1' ? words[0] : words[1]}` : null
}

/** "12 months" behind "from the last": "de los últimos 12 meses", "del último año". */
function last(text: string): string | null {
  const [, n = '', unit = ''] = /^(\S+) (\w+?)s?$/.exec(text) ?? []
  const words = UNITS[unit]
  if (!words) return null
  const she = unit === 'week'
  if (n === '1') return `${she ? 'de la última' : 'del último'} ${words[0]}`
  return `${she ? 'de las últimas' : 'de los últimos'} ${n} ${words[1]}`
}

function when(text: string): string {
  const [, n] = /^in (\d+) minutes$/.exec(text) ?? []
  return n ? `en ${n} minutos` : 'en un minuto'
}

const list = (text: string, of: Readonly<Record<string, string>>): string | null => {
  const said = text.split(' and ').map((part) => of[part])
  return said.every((s) => s !== undefined) ? said.join(' y ') : null
}

function field(text: string): string | null {
  const part = /^the (\w+) of a prior treatment$/.exec(text)?.[1]
  const value = /^the value of (.+) on one day$/.exec(text)?.[1]
  if (part) return PARTS[part] ? `${PARTS[part]} de un tratamiento anterior` : null
  return value ? `el valor de ${value} en un mismo día` : (FIELDS[text] ?? null)
}

function lack(text: string): string | null {
  const [, dates, within] = /^the dates of (.+) within the last (\d+ \w+)$/.exec(text) ?? []
  const exact = /^the exact start and stop dates of (.+)$/.exec(text)?.[1]
  if (exact) return `las fechas exactas en que empezó y terminó: ${exact}`
  return dates && within ? `fechas ${last(within) ?? within}: ${dates}` : null
}

const alternatives = (of: Readonly<Record<string, string>>) => `(?:${Object.keys(of).join('|')})`

/** By the name of the place without its number: `{day}` and `{day2}` are of one kind. */
export const SLOTS: Readonly<Record<string, Slot>> = {
  n: { takes: NUMBER, say: (t) => spanish(t) },
  day: { takes: DAY, say: (t) => spanish(dayInSpanish(t)) },
  period: { takes: `(?:(?:from )?${DAY}(?: to ${DAY})?|until ${DAY})`, say: (t) => maybe(period(t)) },
  length: { takes: LENGTH, say: (t) => maybe(length(t)) },
  last: { takes: LENGTH, say: (t) => maybe(last(t)) },
  when: { takes: 'in (?:a minute|\\d+ minutes)', say: (t) => spanish(when(t)) },
  pages: { takes: 'Pages \\d[\\d–, ]*', say: (t) => spanish(t.replace('Pages', 'Páginas')) },
  outcome: { takes: alternatives(OUTCOMES), say: (t) => maybe(OUTCOMES[t]) },
  event: { takes: alternatives(EVENTS), say: (t) => maybe(EVENTS[t]) },
  things: { takes: `${alternatives(THINGS)}(?: and ${alternatives(THINGS)})*`, say: (t) => maybe(list(t, THINGS)) },
  field: { takes: ANY, say: (t) => maybe(field(t)) },
  lack: { takes: ANY, say: (t) => maybe(lack(t)) },
  /** A name of a measure with its figure: "EDSS 4.5", "HbA1c 8.2%". */
  figure: { takes: '[A-Z][\\w ()/,-]{0,60}? [<>≤≥]?\\d[\\d.,/]*(?: ?[%\\w/²^-]{1,15})?', say: (t) => spanish(t) },
  /** Somebody's name: each word begins in capitals. */
  person: { takes: '\\p{Lu}[\\p{L}.’-]*,?(?: \\p{Lu}[\\p{L}.’-]*,?){0,6}', say: (t) => spanish(t) },
  name: { takes: ANY, say: (t) => spanish(t) },
  /** The words of a record or a policy, in English quotation marks or brackets. */
  q: { takes: '“.+?”', say: quoted },
  told: { takes: '\\(.+?\\)', say: (t) => ({ text: t, lang: 'en' }) },
  /** What must be said in Spanish by the case's own knowledge, or not at all. */
  part: { takes: '.+?', say: (t, own) => maybe(own(t)) },
  kept: { takes: ANY, say: kept },
}
