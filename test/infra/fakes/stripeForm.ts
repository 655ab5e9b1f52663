/** What Stripe's clients send: "line_items[0][price_data][unit_amount]=3000". Keys as they are written. */
export type Form = ReadonlyMap<string, string>

export const parseForm = (body: string): Form => new Map(new URLSearchParams(body))
