// What do the windows of all parts at all plants cost, hour by hour, and how does that grow?
//
//   npm run bench -- windows
import { type PartMinutes, type Triple, windowAt } from '#geodata/analysis/jit/on-time.ts'
import { machine, printHeading, time } from '#tests/bench/timing.ts'
import { seeded } from '#tests/support/random.ts'

const HOURS = 24

function invented(parts: number, plants: number) {
  const random = seeded(parts * plants)
  return {
    parts: Array.from({ length: parts }, (): PartMinutes => {
      const low = 120 + 400 * random()
      return {
        budget: { low, high: 2 * low },
        loading: { low: 15, high: 25 },
        dock: { low: 25, high: 55 },
      }
    }),
    drives: Array.from({ length: plants }, (): Triple => {
      const low = 5 + 200 * random()
      return [low, low + 15, low + 35]
    }),
  }
}

console.log(`${machine()}\n`)
printHeading()
for (const [parts, plants] of [
  [36, 13],
  [63, 13],
  [63, 40],
  [250, 40],
  [250, 160],
] as const) {
  const drawn = invented(parts, plants)
  let made = 0
  time(`${parts} parts × ${plants} plants × ${HOURS} hours`, 9, () => {
    for (const part of drawn.parts) {
      for (const drive of drawn.drives) {
        for (let hour = 0; hour < HOURS; hour++) {
          const hourFactor = 1 + (hour % 3) / 10
          const window = windowAt(part, drive, { hourFactor, variation: 0.2, requiredShare: 0.95 })
          if (window.verdict === 'makes') made += 1
        }
      }
    }
  })
  if (made === 0) throw new Error('No window was made: the bench measured nothing.')
}
