import type { ListedItem } from '../../../../casefile/event.ts'
import { questionId } from '../../../../interview/next.ts'
import type { AskedQuestion } from '../../../../interview/question.ts'
import type { Knowledge } from '../../../../knowledge/assemble.ts'
import { each, esc, type Html, html, when } from '../../html/html.ts'
import { inLang, type Lang } from '../../language.ts'
import type { CaseAsked } from '../route.ts'
import { QUESTION_WORDS } from './words.ts'

/** What the person told, with a way to take each thing back, and what they put off. */
export function answersMain(asked: CaseAsked, questions: readonly AskedQuestion[]): Html {
  const { id, lang, state, library } = asked
  const words = QUESTION_WORDS[lang]
  const open = questions.filter((q) => !q.skipped)
  const skipped = questions.filter((q) => q.skipped)
  const told = [
    ...[...state.coverageAnswers].map(([question, answer]) => coverageTold(library.knowledge, lang, question, answer)),
    ...[...state.stated.values()].map(({ path, value }) => ({
      what: path,
      asks: asksOf(library.knowledge, lang, path),
      says: typeof value === 'boolean' ? (value ? words.yes : words.no) : choiceOf(library.knowledge, lang, path, value ?? ''),
    })),
    ...[...state.listed.values()].map((item) => ({
      what: item.item,
      asks: listAsks(library.knowledge, lang, item),
      says: itemWords(item),
    })),
  ]
  const to = (path: string) => esc(inLang(lang, `/case/${id}${path}`))
  return html`${open.length ? html`<p class="actions"><a class="button" href="${to('/questions')}">${esc(words.left(open.length))}</a></p>` : html`<p class="lead">${esc(words.allDone)}</p><p class="actions"><a class="button" href="${to('/evidence')}">${esc(words.goOn)}</a></p>`}${told.length ? html`<dl class="card answers">${each(told, (t) => html`<div class="answer"><dt>${esc(t.asks)}</dt><dd><span class="value">${esc(t.says)}</span><form method="post" action="${to('/questions/take-back')}"><input type="hidden" name="csrf" value="${esc(asked.csrf)}"><input type="hidden" name="what" value="${esc(t.what)}"><button class="plain">${esc(words.change)}<span class="unseen">: ${esc(t.asks)}</span></button></form></dd></div>`)}</dl>` : html`<p>${esc(words.noneYet)}</p>`}${when(skipped.length, () => html`<section><h2>${esc(words.stillSkipped)}</h2><ul class="plain-list">${each(skipped, (q) => html`<li><a href="${to(`/questions/${q.id}`)}">${esc(q.asks[lang])}</a></li>`)}</ul></section>`)}`
}

/** An item of a list in one line, in the words in which it was given. */
export const itemWords = (item: ListedItem): string =>
  Object.entries(item.fields ?? {})
    .filter(([key]) => !['by', 'who', 'ground', 'kind'].includes(key))
    .map(([, value]) => value.replaceAll('_', ' '))
    .join(', ')

interface Told {
  readonly what: string
  readonly asks: string
  readonly says: string
}

function coverageTold(knowledge: Knowledge, lang: Lang, question: string, answer: string): Told {
  const record = knowledge.interview.get(question)
  const asks = record?.kind === 'question' ? record.asks[lang] : question
  const says = record?.kind === 'question' ? (record.answers.find((a) => a.id === answer)?.says[lang] ?? answer) : answer
  return { what: question, asks, says }
}

const askRecords = (knowledge: Knowledge) => [...knowledge.interview.values()].flatMap((r) => (r.kind === 'ask' ? [r] : []))

function asksOf(knowledge: Knowledge, lang: Lang, path: string): string {
  const record = askRecords(knowledge).find((a) => a.fields.some((f) => f.path === path))
  const field = record?.fields.find((f) => f.path === path)
  return field?.label?.[lang] ?? record?.asks?.[lang] ?? worded(knowledge, lang, record?.question ?? path) ?? path
}

function worded(knowledge: Knowledge, lang: Lang, key: string): string | null {
  for (const record of knowledge.facts.values())
    if (record.kind === 'questions' && record.questions[key]) return record.questions[key][lang]
  return null
}

const listAsks = (knowledge: Knowledge, lang: Lang, { list }: ListedItem): string => {
  const record = askRecords(knowledge).find((a) => a.list === list)
  return record ? (record.asks?.[lang] ?? worded(knowledge, lang, record.question ?? '') ?? questionId(record)) : list
}

function choiceOf(knowledge: Knowledge, lang: Lang, path: string, value: string): string {
  const field = askRecords(knowledge)
    .flatMap((a) => a.fields)
    .find((f) => f.path === path)
  if (field?.input === 'yes_no') return value === 'yes' ? QUESTION_WORDS[lang].yes : QUESTION_WORDS[lang].no
  return field?.choices?.find((c) => c.id === value)?.says[lang] ?? value
}
