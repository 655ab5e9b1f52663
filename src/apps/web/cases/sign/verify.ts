import { PROBLEMS, type Problem, problem } from '../../../../base/problem.ts'
import type { CheckedSeal } from '../../../wireSigning.ts'
import { esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { problemList } from '../pages/problem.ts'
import { type Reply, shown } from '../reply.ts'
import type { AppAsked } from '../route.ts'
import { SIGN_WORDS } from './words/words.ts'

/** A sealed file is looked at and told of; nothing is kept. */
export const verifyPage = async (asked: AppAsked): Promise<Reply> => page(asked, none, [])

export async function verify(asked: AppAsked): Promise<Reply> {
  const words = SIGN_WORDS[asked.lang]
  const [file] = asked.given.files
  if (!file) return page(asked, none, [problem('form-invalid', 'file', words.verifyNothing, words.verifyNothingFix)])
  return page(asked, report(asked, await asked.app.signing.checkSeal(file.bytes)), [])
}

function report({ lang }: AppAsked, seal: CheckedSeal): Html {
  const words = SIGN_WORDS[lang]
  const said =
    seal.state === 'intact'
      ? seal.ours
        ? words.verifyIntact
        : words.verifyForeign
      : seal.state === 'added_to'
        ? words.verifyAdded
        : seal.state === 'broken'
          ? words.verifyBroken
          : words.verifyUnsealed
  const good = seal.state === 'intact' && seal.ours
  const row = (label: string, value: string) => html`<div><dt>${esc(label)}</dt><dd>${esc(value)}</dd></div>`
  const more =
    'certificate' in seal
      ? html`${row(words.verifyAt, `${seal.at.slice(0, 19).replace('T', ' ')} UTC`)}${row(words.verifyBy, seal.certificate.name)}${row(words.verifyCertificate, grouped(seal.certificate.sha256))}`
      : none
  return html`<div class="card verdict" role="status" data-state="${esc(seal.state)}"><p><span class="tag ${esc(good ? 'met' : 'missing')}">${esc(said)}</span></p><dl class="hashes">${more}${row(words.verifyHash, grouped(seal.sha256))}</dl></div>`
}

const grouped = (hex: string): string => hex.replace(/(.{8})(?=.)/g, '$1 ')

function page(asked: AppAsked, result: Html, problems: readonly Problem[]): Reply {
  const { lang, csrf, session } = asked
  const words = SIGN_WORDS[lang]
  const main = html`<p class="lead">${esc(words.verifyLead)}</p>${problems.length ? problemList(asked.lang, problems) : none}${result}<form class="sheet-form" method="post" action="${esc(inLang(lang, '/verify'))}" enctype="multipart/form-data">${when(csrf, () => html`<input type="hidden" name="csrf" value="${esc(csrf)}">`)}<div class="drop"><label for="file">${esc(words.verifyFile)}</label><input id="file" name="file" type="file" accept="application/pdf"></div><p class="actions"><button>${esc(words.verifyButton)}</button></p></form>`
  const title = words.verifyTitle
  const status = problems[0] ? PROBLEMS[problems[0].code].http : 200
  return shown({ lang, address: '/verify', title, main, bar: null, signedIn: session?.person.email != null, csrf }, status)
}
