// What does it take to say how firm the first place of a siting is, and how does that grow?
//
//   npm run bench -- sensitivity
import { type Ranked, sitingSensitivity } from '#geodata/analysis/decision/siting-sensitivity.ts'
import { machine, printHeading, time } from '#tests/bench/timing.ts'
import { seeded } from '#tests/support/random.ts'

/** Every so manyeth input is unknown, as many as in the parks of the first region. */
const UNKNOWN_ONE_IN = 8
const DRAWS = 2500

function invented(sites: number, criteria: number): Ranked {
  const random = seeded(sites * criteria)
  const ids = Array.from({ length: criteria }, (_, k) => `criterion-${k}`)
  return {
    criteria: ids.map((id) => ({ id, weight: random(), best: 30, worst: 120 })),
    ranking: Array.from({ length: sites }, (_, index) => ({
      id: `site-${index}`,
      terms: ids.map((criterion) => {
        const known = random() > 1 / UNKNOWN_ONE_IN
        const value = known ? random() : 0.5
        return {
          criterion,
          raw: known ? 120 - 90 * value : null,
          known,
          value,
          valueLow: known ? value : 0,
          valueHigh: known ? value : 1,
        }
      }),
    })),
  }
}

console.log(`${machine()}\n`)
printHeading()
for (const [sites, criteria] of [
  [50, 20],
  [100, 20],
  [200, 5],
  [200, 10],
  [200, 20],
  [400, 20],
] as const) {
  const ranked = invented(sites, criteria)
  let sum = 0
  time(`${sites} sites × ${criteria} criteria`, 9, () => {
    sum +=
      sitingSensitivity(ranked, { concentration: 50, draws: DRAWS }).chances[0]?.anyWeights ?? 0
  })
  if (!Number.isFinite(sum)) console.log(sum)
}
