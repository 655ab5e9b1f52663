import { trusted } from '../html/html.ts'

/** The mark, as in `style/mark.svg`: a ladder, and the day to reach. Colored by the style sheet. */
export const MARK = trusted(
  '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7"/><path d="M10 26 14 6M18 26 22 6M13.500 9h7.500M12.500 14.500h7.500M11.400 20h7.500"/><circle cx="24.500" cy="24.500" r="3.500"/></svg>',
)
