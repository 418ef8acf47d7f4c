// When is an interval shown as one, and not as its centre alone?

/** Wider than this share of its centre (DESIGN, precision is a radius). */
const WIDE_SHARE = 0.1

export function isWide(low: number, central: number, high: number): boolean {
  return high - low > WIDE_SHARE * central
}
