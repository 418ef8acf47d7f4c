// Work that can be done a step at a time: whoever does it may let others have their turn in between.

/** Each `yield` ends a step; what comes of all of them is returned. */
export type Steps<T> = Generator<undefined, T>

/** All steps at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
