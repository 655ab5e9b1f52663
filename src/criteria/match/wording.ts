import type { Range } from './leaf.ts'

/** Words that a criterion uses to ask, not to say what for. */
const ASKING = new Set(
  `a an the and or of for to in on at by as is are was were be been being has have had having will would may can must should shall do does did not no with without from that this these those which who whose its it their his her
  patient patients member members individual individuals beneficiary enrollee client person requested request requesting drug medication medicine product therapy treatment treatments service services provider prescriber physician clinician
  document documented documentation documents documenting evidence record records chart notes note submission submit submitted medical confirmed confirmation verified diagnosis diagnosed diagnoses diagnosing condition disease disorder
  following one two three four five six least any all both each either more than minimum criteria criterion meet meets met requirement
  years year age aged old older younger month months week weeks day days within last past previous prior preceding current currently
  prescribed consultation specialist specializing specialty ordered supervised recommended tried trial trials failed failure fail inadequate insufficient response responded respond unresponsive intolerance intolerant contraindication contraindicated contraindications adequate suboptimal history used use using taken receive received receiving
  shows show showing shown demonstrates demonstrated demonstrating present presence result results level levels score scores value test tested testing completed performed obtained greater less equal between below above under over such including include includes other if when e g i via also
  been least another any same total taken taking quantitative serum duration dose combination unless except class classes each agent agents drugs medications product products preferred different category categories taken group how long tolerate tolerated could either symptom-free members with without listed above`.split(
    /\s+/,
  ),
)

export const stems = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z][a-z0-9]+|\d+(?:\.\d+)?/g) ?? []).map((w) =>
    w.length > 4 ? w.replace(/(ies)$/, 'y').replace(/(?<=[^s])s$/, '') : w,
  )

/** Words of a criterion that say what it asks for. */
export const telling = (text: string): string[] =>
  [...new Set((text.toLowerCase().match(/[a-z][a-z0-9]+/g) ?? []).filter((w) => w.length > 1 && !ASKING.has(w)))].flatMap((w) =>
    stems(w).slice(0, 1),
  )

/** The telling words of a criterion that none of the ranges covers. */
export function leftOver(words: string, covers: readonly Range[]): string[] {
  const kept = [...words].map((c, i) => (covers.some((r) => i >= r.start && i < r.end) ? ' ' : c)).join('')
  return telling(kept)
}

export const sentence = (text: string): string => {
  const clean = text.replace(/\s+/g, ' ').trim()
  return `${clean.slice(0, 1).toUpperCase()}${clean.slice(1)}${/[.!?]$/.test(clean) ? '' : '.'}`
}

/** Words of a policy as a phrase inside our own sentence. */
export const quoted = (words: string): string => `“${words.replace(/[.;,\s]+$/, '')}”`

/** Negations that are the usual words for failing, tolerating or bounding, not for absence. */
const USUAL =
  /\b(?:not|never|no|without|cannot|unable)\s+(?:\w+\s+){0,2}?(?:tolerat\w+|respon\w+|improve\w*|relief|reliev\w+|adequate\w*|control\w*|exceed\w*|more than|less than|greater than|older than|younger than|later than|achiev\w+|effective|sufficient\w*|appropriate|candidate)\b|\bnot limited to\b|\bif not\b/gi
const EXCEPTING = /\b(?:unless|except)\b[^.;]*/gi

/** True for a criterion that asks for something not to be so: facts that show it cannot meet it. */
export const isNegated = (words: string): boolean =>
  /\b(?:no|not|never|none|neither|nor|without|absence of|free (?:of|from)|naive|negative|rule[ds]? out|exclud\w+)\b/i.test(
    words.replace(EXCEPTING, ' ').replace(USUAL, ' '),
  )
