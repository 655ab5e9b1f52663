import type { CoverageFamily, CoverageRecord } from '../../knowledge/coverage.ts'

const FAMILY: Readonly<Record<CoverageFamily, string>> = {
  commercial: 'Employer, individual, government, church and student plans',
  medicare: 'Medicare plans',
  medicaid: 'Medicaid and CHIP',
  federal_employee: 'Federal and Postal employee plans',
  military: 'TRICARE and VA',
  indian_health: 'Indian Health Service',
  no_federal_appeal: 'Short-term plans and sharing ministries',
}

/** A group of coverage types by the shortest true name, given all the types that are shown. */
export function groupName(of: readonly CoverageRecord[], shown: readonly CoverageRecord[]): string {
  if (of.length > 1 && of.length === shown.length) return 'Every type shown above'
  const families = [...new Set(of.map((c) => c.family))]
  return families
    .map((family) => {
      const mine = of.filter((c) => c.family === family)
      const missing = shown.filter((c) => c.family === family && !of.includes(c))
      if (mine.length < 3 || missing.length > 1) return mine.map((c) => c.name.en).join('; ')
      return missing[0] ? `${FAMILY[family]}, but not a ${lower(missing[0].name.en)}` : FAMILY[family]
    })
    .join('; ')
}

const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
