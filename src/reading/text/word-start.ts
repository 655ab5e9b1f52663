/**
 * Every match of a global pattern that no character of `notBehind` stands directly before: what
 * `(?<!…)` in front of the pattern would say. Said here, because a class of all letters inside a
 * pattern that ignores case costs more than a millisecond each time such a pattern is made, and there is one a label.
 */
export function matchesAtStart(text: string, pattern: RegExp, notBehind: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
    const next = m.index + ((text.codePointAt(m.index) ?? 0) > 0xffff ? 2 : 1)
    if (m.index > 0 && notBehind.test(text.slice(Math.max(0, m.index - 2), m.index))) pattern.lastIndex = next
    else {
      found.push(m)
      if (m[0] === '') pattern.lastIndex = next
    }
  }
  return found
}
