/** A record of delivery as plain text: title, then a row per line. */
export function proofText(title: string, rows: readonly (readonly [string, string | number | null | undefined])[]): Uint8Array {
  const width = Math.max(...rows.map(([label]) => label.length))
  const lines = rows.flatMap(([label, value]) =>
    value === null || value === undefined || value === '' ? [] : [`${label.padEnd(width)}  ${plain(String(value))}`],
  )
  return new TextEncoder().encode(`${[title, '', ...lines].join('\n')}\n`)
}

/** A provider's words stay within their row. */
const plain = (value: string): string => value.replace(/\p{Cc}+/gu, ' ').slice(0, 300)
