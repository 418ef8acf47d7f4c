// When is what is to be seen first done? Then there is time for what may be wanted later.

/** Calls `act` once; not every browser says when it has nothing to do. */
export const whenIdle: (act: () => void) => void =
  globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 1000))
