/** Sentences by which a policy gives, continues or refuses coverage, and the words that name a part of it. */

/** Coverage is the subject: such a sentence opens a section wherever it stands. */
const COVERS = [
  /\b(is|are|be|is\(are\)|being|as)\s+(considered\s+)?(as\s+)?(reasonable and )?(medically (necessary|appropriate)|covered|approved|authorized|payable|eligible for (coverage|approval)|clinically appropriate|considered)\b/i,
  /\bapprove(d)?\b/i,
  /\b(coverage|approval|authorization|re-?authorization|benefits|treatment|admission|request)s?\b[^.]{0,60}\b(is|are|may|will|can|should|shall|must)\b[^.]{0,40}\b(be )?(granted|provided|available|given|issued|considered|recommended|approved|authorized|covered|allowed|extended|renewed|indicated|appropriate)\b/i,
  /\bcriteria (for|is|are|must|below)\b/i,
  /\bmedical(ly)? necess(ity|ary)\b[^.]{0,60}\b(when|if|include|are|is|requires?|following)\b/i,
]
/** The patient is the subject: it opens a section outside lists, and is a criterion inside them. */
const MEETS = [
  /\b(members?|patients?|individuals?|beneficiar(y|ies)|enrollees?|clients?|requests?|child(ren)?|adults?)\b[^.]{0,60}\b(must|meets?|satisf(y|ies)|qualif(y|ies))\b[^.]{0,60}\b(following|criteria|requirements|both|either|all|one)\b/i,
]
const CONDITION = /\b(when|if|following|provided( that)?|only for|based on|criteria|must|as long as|requires?)\b|:\W*$/i
const UNLESS = /\b(unless|until|except when|only (when|if))\b/i

const REFUSES =
  /\b(is|are|be|is\(are\)|considered|deemed|as)\b[^.:]{0,40}\b(not (considered |be )?(medically necessary|covered|approved|authorized|eligible|reasonable)|experimental|investigational|unproven|excluded|non-?covered)\b|\b(will|may|can|do(es)?|should) not (be )?(cover|approv|authoriz|pay|consider|recommend)\w*|\bnot (medically necessary|covered|approved)\b/i

/** True for a sentence that gives coverage on a condition. */
export const isGrant = (words: string): boolean =>
  isCoverage(words) || (MEETS.some((p) => p.test(words)) && CONDITION.test(words) && !isRefusal(words))

/** The same, with coverage as its subject. */
export const isCoverage = (words: string): boolean =>
  COVERS.some((p) => p.test(words)) && CONDITION.test(words) && !isRefusal(words)

/** True for one that refuses it; "not covered unless all of the following" gives it on a condition. */
export const isRefusal = (words: string): boolean => REFUSES.test(words) && !UNLESS.test(words)

/** Words that only a coverage criterion uses: enough to find one inside a background section. */
export const isNecessity = (words: string): boolean =>
  isCoverage(words) && /\bmedically necessary\b|\b(will|may) be (approved|covered|authorized)\b|^approve/i.test(words)

const CONTINUATION =
  /\b(re-?authori[sz]ation|renewal|continuation|continued|continuing|subsequent (authorization|approval|request|treatment|therapy|review)s?|currently (receiving|taking|on|using)|re-?certification|re-?approval|maintenance (approval|authorization)|extension|established on|re-?treatment)\b/i
const INITIAL =
  /^\W*(for )?(the )?(initial|new (start|patient|member|request)s?|first[- ](time )?(authorization|approval|request|treatment)|starting|induction|admission)\b|\binitial (approval|authorization|therapy|treatment|request|criteria|coverage|review|certification|admission)/i

/** Which part of a policy a title announces; null where it announces neither. */
export function partOf(title: string): 'initial' | 'continuation' | null {
  const both = CONTINUATION.test(title) && INITIAL.test(title)
  if (both) return null
  return CONTINUATION.test(title) ? 'continuation' : INITIAL.test(title) ? 'initial' : null
}

const TITLED =
  /^([^.:]{3,160}?(?:\([^)]*\)|\[[^\]]*\]|\{[^}]*\})*[^.:]{0,80}?)[.:]\s+(Approve|Approval|Authoriz|Cover|Criteria|Patient|Member|Individual|The |All |Both |One |Any |Must|Meets)/

/** A title ends within this many characters, or is none. */
const TITLE_REACH = 280

/** The title of a sentence that carries one ("Plaque Psoriasis. Approve if …"), or the words themselves when short. */
export function titleOf(words: string): string | null {
  const titled = TITLED.exec(words.slice(0, TITLE_REACH))?.[1] ?? partTitle(words)
  if (titled) return titled.trim()
  const bare = words.replace(/[\s:.]+$/, '')
  if (bare.length > 120) return null
  const core = bare.replace(/\([^)]*\)/g, '')
  return !/\b(following|when|if|must|will|meets?)\b/i.test(core) && !/[.;]\s/.test(core) ? bare : null
}

function partTitle(words: string): string | null {
  const m = /^([^.:]{3,80})[.:]\s+(.+)$/.exec(words)
  return m?.[1] && m[2] && (partOf(m[1]) !== null || isCoverage(m[2])) ? m[1] : null
}

/** What a coverage sentence is about: "Seat elevation is covered when …". */
export const subjectOf = (words: string): string | null =>
  /^(.{3,120}?)\s+(?:is|are|is\(are\)|will|may|can|should|shall|must)\b/.exec(words)?.[1]?.trim() ?? null
