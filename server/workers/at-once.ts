// So many at once; others wait for their turn.

export function atOnce(places: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    /** Resolves when a place is free; what it resolves to gives the place back. */
    enter: async (): Promise<() => void> => {
      if (running >= places) await new Promise<void>((resolve) => waiting.push(resolve))
      else running += 1
      return () => {
        const next = waiting.shift()
        // The place goes on to the next in line, so that nobody comes between.
        if (next) next()
        else running -= 1
      }
    },
  }
}
