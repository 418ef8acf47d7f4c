// How long is the bar that tells distances on a map?

const STEPS = [1, 2, 5, 10, 20, 40, 50, 100, 200]

/** A round length of at most a quarter of what the map shows across. */
export function scaleBarKilometers(across: number): number {
  return STEPS.filter((step) => step <= across / 4).at(-1) ?? 1
}
