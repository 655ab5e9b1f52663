import { inLang, LANGS } from '../language.ts'
import type { Library } from '../library.ts'
import { SECTIONS } from '../shell/frame.ts'
import { WORDS } from '../words/words.ts'
import { siteMaps } from './siteMap.ts'

/** `/llms.txt` (llmstxt.org): what this is, how pages are addressed, how far they may be relied on. `base`: scheme and host, or empty. */
export function llmsText(library: Library, base: string): string {
  const { knowledge } = library
  const maps = [...siteMaps(library)]
  const guides = maps.reduce((n, [name, list]) => n + (name.startsWith('guide-') ? list.length : 0), 0)
  const sections = LANGS.flatMap((lang) =>
    SECTIONS.map(([key, address]) => `- [${WORDS[lang].nav[key]}](${base}${inLang(lang, address)})`),
  )
  return `# Appealwright guides

> How to answer a US health-insurance denial: one guide for each payer, treatment and denial reason that are met together, in English and Spanish. Every sentence about law, a policy or a drug names what it rests on.

${guides} guides, ${knowledge.payers.size} payers, ${knowledge.treatments.size} treatments, ${knowledge.reasons.size} denial reasons, ${knowledge.coverage.size} types of coverage, ${knowledge.states.size} states. Knowledge version ${knowledge.version.slice(0, 12)}.

## Addresses

- A guide: ${base}/help/{payer}/{treatment}/{reason}, for example ${base}/help/cigna/cimt/step-therapy
- A payer: /help/{payer}. A treatment: /treatments/{treatment}. A reason: /reasons/{reason}, its worked letter: /reasons/{reason}/letter
- A type of coverage: /coverage/{coverage}. A state: /states/{two letters}. A way to appeal: /process/{process}. A situation: /scenarios/{scenario}
- Spanish: the same address under /es
- Rights for one type of coverage and state: ?coverage={coverage}&state={two letters} after a guide's address
- All addresses: ${base}/sitemap.xml. Changes: ${base}/feed.xml, ${base}/es/feed.xml

## Limits

- Not legal advice and not medical advice. No lawyer or clinician has reviewed the pages; a page would name one if it were so.
- Deadlines depend on the type of coverage, the state and the dates on the letter. Do not quote one without them; a letter's own date counts first.
- Each source is marked: seen in the source itself, seen quoted elsewhere, or recalled and to be checked. Quote that mark with the fact.
- Where a payer's policy is not held, the page says so. It does not mean that there is none.
- The page's own date says when its data were last checked. Law and policies change.

## Licence

The program and its own texts: Apache License 2.0. Quotations of laws, labels and payers' policies belong to their sources, which each page names.

## Sections

${sections.join('\n')}
`
}
