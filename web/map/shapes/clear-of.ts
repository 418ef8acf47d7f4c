// Where does a circle stand so that no symbol covers its number?

const ROUNDS = 6
/** Farther than this a circle no longer says where its firms are. */
const MOST_ASIDE_PIXELS = 34

/**
 * Where a circle stands so that no symbol covers its number: pushed off each symbol it would lie under,
 * and back at its place where that would lead it too far. All in pixels.
 */
export function clearOf(
  circle: { x: number; y: number; radius: number },
  symbols: readonly { x: number; y: number; radius: number }[],
): { x: number; y: number } {
  const at = { x: circle.x, y: circle.y }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { x, y, radius } of symbols) {
      const [aside, down] = [at.x - x, at.y - y]
      const apart = Math.hypot(aside, down)
      const missing = radius + circle.radius - apart
      if (missing <= 0) continue
      // Right on the symbol: any way is as good; to the lower right.
      const [right, below] =
        apart > 0 ? [aside / apart, down / apart] : [Math.SQRT1_2, Math.SQRT1_2]
      at.x += right * missing
      at.y += below * missing
    }
  }
  const away = Math.hypot(at.x - circle.x, at.y - circle.y)
  return away <= MOST_ASIDE_PIXELS ? at : { x: circle.x, y: circle.y }
}
