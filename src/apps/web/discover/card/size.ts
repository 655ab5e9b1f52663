/** Pixels of a picture for sharing, as the services that show them ask for it. */
export const CARD = { width: 1200, height: 630 } as const
