import type { ReasonRecord } from '../../knowledge/reason.ts'
import { bullets, paragraph } from '../guide/blocks.ts'
import type { ExampleLetter } from './exampleLetter.ts'
import { framed, section } from './frame.ts'
import { fieldOf, refs, refTo } from './links.ts'
import type { Page } from './page.ts'
import { ownSupport, pageWords, say, type To } from './speak.ts'

/** The worked letter of a reason: an invented person's appeal, each sentence with its source. */
export function letterPage(to: To, reason: ReasonRecord, letter: ExampleLetter): Page {
  const { headings } = pageWords(to)
  const phrase = fieldOf('reason', reason.id, 'relatedPhrase', reason.relatedPhrase.en, reason.trust.record.status)
  const own = (quote: string) => [ownSupport(`example-letter-${reason.id}`, 'letter', quote, 'verified')]
  const invented = say(to, (w) => w.inventedPerson, own('an invented person'))
  return framed(to, {
    kind: 'letter',
    id: reason.id,
    title: say(to, (w, v) => w.letterTitle(v.two(reason.relatedPhrase)), [phrase]),
    description: say(to, (w, v) => w.letterAbout(v.two(reason.relatedPhrase)), [phrase]),
    checked: reason.trust.record.checked,
    sections: [
      ...section('invented', headings.invented, paragraph([invented])),
      ...section(
        'how',
        headings.howToUse,
        bullets([
          say(to, (w) => w.letterUse.own, own('each sentence rests on a document')),
          say(to, (w) => w.letterUse.page, own('each fact has its page')),
          say(to, (w) => w.letterUse.law, own('the law is that of this coverage')),
          ...(to.lang === 'es' ? [say(to, (w) => w.letterUse.english, own('the letter is in English'))] : []),
        ]),
      ),
      ...section('letter', headings.theLetter, [{ kind: 'letter', letter }]),
      ...section('reason', headings.related, refs(refTo(to, 'reason', reason.id))),
    ],
  })
}
