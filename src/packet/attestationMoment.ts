import { addDays, type CivilDate } from '../base/date.ts'

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** "2026-11-22 14:03:07 UTC" of "2026-11-22T14:03:07.120Z"; a fraction of a second is left out. */
export const utcText = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`

/** The same moment where clocks are `offset` minutes ahead of UTC: "2026-11-22 09:03:07 −05:00". */
export function offsetText(at: string, offset: number): string {
  const { date, time } = wallClock(at, offset)
  const zone = `${offset < 0 ? '−' : '+'}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`
  return `${date} ${time} ${zone}`
}

/** The civil day of a moment where clocks are `offset` minutes ahead of UTC. */
export const dayAt = (at: string, offset: number): CivilDate => wallClock(at, offset).date

function wallClock(at: string, offset: number): { readonly date: CivilDate; readonly time: string } {
  const day = at.slice(0, 10) as CivilDate
  const minutes = Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16)) + offset
  const shift = Math.floor(minutes / 1440)
  const rest = minutes - shift * 1440
  return { date: addDays(day, shift), time: `${pad(Math.floor(rest / 60))}:${pad(rest % 60)}:${at.slice(17, 19)}` }
}
