import type { Problem } from '../../../../base/problem.ts'
import type { SignatureMethod } from '../../../../casefile/event.ts'
import { attestationFor, type SignerRole } from '../../../../packet/attestation.ts'
import { signatureBlocks } from '../../../../packet/attestationSigner.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import type { ShownSigning } from '../../../../usecases/cases/sign/renew.ts'
import { blockOf } from '../../../../usecases/cases/sign/slots.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { firstSaid } from '../pages/problem.ts'
import type { CaseAsked } from '../route.ts'
import { field, formOf, hidden } from './parts.ts'
import { SIGN_WORDS } from './words/words.ts'

/** The form as it was sent, so that nothing typed is lost. */
export interface GivenSignature {
  readonly name: string
  readonly credentials: string
  readonly npi: string
  readonly licence: string
  readonly method: SignatureMethod
  readonly strokes: string
}

const METHODS: readonly SignatureMethod[] = ['typed', 'drawn', 'uploaded']

/** Who signs, how, and what they confirm; bound by its hidden hash to the letter above it. */
export function signForm(
  asked: CaseAsked,
  shown: ShownSigning,
  analysis: Analysis,
  wrong: { readonly problems: readonly Problem[]; readonly given: GivenSignature | null } | null,
): Html {
  const words = SIGN_WORDS[asked.lang]
  const { signing } = shown
  const role = signing.to.role as SignerRole
  const given = wrong?.given ?? prefilled(shown, analysis)
  const attestation = attestationFor(role)
  const problem = (where: string) => firstSaid(asked.lang, wrong?.problems, where)
  const name = field({
    ...{ id: 'signer-name', name: 'name', label: words.signerName, value: given.name, problem: problem('name') },
    ...{ autocomplete: 'name', required: true },
  })
  const own =
    role === 'prescriber'
      ? html`${field({ ...{ id: 'signer-credentials', name: 'credentials', label: words.credentials, value: given.credentials }, ...{ help: words.credentialsHelp, problem: problem('credentials'), required: true } })}${field({ ...{ id: 'signer-npi', name: 'npi', label: words.npi, value: given.npi, help: words.npiHelp }, ...{ problem: problem('npi'), inputmode: 'numeric', most: 14, required: true } })}${field({ id: 'signer-licence', name: 'licence', label: words.licence, value: given.licence, problem: problem('licence') })}`
      : none
  const methods = each(
    METHODS,
    (m) =>
      html`<p class="check" data-method="${esc(m)}"${when(m === 'drawn', () => html` hidden`)}><input type="radio" name="method" id="method-${esc(m)}" value="${esc(m)}"${when(given.method === m, () => html` checked`)}><label for="method-${esc(m)}">${esc(words.methods[m])}</label></p>`,
  )
  const picture = html`<div class="field" data-for="uploaded"><label for="picture">${esc(words.picture)}</label><input id="picture" name="picture" type="file" accept="image/png,image/jpeg" aria-describedby="picture-help"><p class="help" id="picture-help">${esc(words.pictureHelp)}</p></div>`
  const pad = html`<div class="pad" data-for="drawn" hidden><p id="pad-label">${esc(words.drawHere)}</p><canvas width="900" height="300" role="img" aria-labelledby="pad-label"></canvas><p class="pad-do"><button type="button" class="second small" data-clear>${esc(words.clear)}</button></p></div>${hidden('strokes', given.strokes)}`
  const attest = html`<fieldset class="choices attest"><legend>${esc(words.attest)}</legend>${problem('attestation') ? html`<p class="error" id="agree-wrong">${esc(problem('attestation') ?? '')}</p>` : none}<blockquote lang="en"><p>${esc(attestation.en)}</p></blockquote>${when(asked.lang === 'es', () => html`<p class="help">${esc(attestation.es)}</p>`)}<p class="check"><input type="checkbox" name="attestation" id="agree" value="${esc(attestation.id)}"${when(problem('attestation'), () => html` aria-describedby="agree-wrong" aria-invalid="true"`)}><label for="agree">${esc(words.agree)}</label></p></fieldset>`
  const inside = html`${hidden('words', shown.words)}${hidden('zone', '')}<fieldset class="choices"><legend>${esc(words.yourself)}</legend>${name}${own}</fieldset><fieldset class="choices" id="how"><legend>${esc(words.how)}</legend>${problem('signature') ? html`<p class="error">${esc(problem('signature') ?? '')}</p>` : none}${methods}${picture}${pad}</fieldset>${attest}<p class="actions"><button>${esc(words.signButton)}</button></p><p class="help">${esc(words.signNote)}</p>`
  return html`<section class="sheet-form sign-form" id="sign" aria-labelledby="sign-title"><h2 id="sign-title">${esc(words.signButton)}</h2>${formOf(asked, `/signing/${signing.id}/${role === 'prescriber' ? 'sign' : 'sign-own'}`, inside, true)}</section>`
}

/** What is known of the signer already, to be looked at rather than typed. */
function prefilled({ letter, signing }: ShownSigning, { facts }: Analysis): GivenSignature {
  const empty = { credentials: '', npi: '', licence: '', method: 'typed' as const, strokes: '' }
  if (signing.to.role !== 'prescriber') {
    const block = blockOf(letter, signing)
    const printed = block === null ? '' : (signatureBlocks(letter)[block]?.name ?? '')
    return { ...empty, name: signing.to.name || (UNNAMED.has(printed) ? '' : printed) }
  }
  const known = (f: 'name' | 'credentials' | 'npi') =>
    facts && facts.prescriber[f].state !== 'unknown' ? facts.prescriber[f].value : ''
  return { ...empty, name: signing.to.name || known('name'), credentials: known('credentials'), npi: known('npi') }
}

/** What a signature block says where no name is known. */
const UNNAMED: ReadonlySet<string> = new Set(['Member', 'Representative', 'Parent', 'Parent or guardian', 'Prescriber'])
