// What do the joint draws of one question share?
import { spread } from '#geodata/analysis/doubt/arrays.ts'
import { drawsOf } from '#geodata/analysis/doubt/draws.ts'
import type { Doubt } from '#geodata/analysis/siting/criterion.ts'
import type { DoubtAsked } from '#geodata/contract/processes/doubt.ts'

export function doubtOf(asked: DoubtAsked): Doubt {
  const draws = drawsOf(asked.draws)
  const { speedLow, speedHigh } = asked
  const speed = spread(draws.evenly('speed'), speedLow, speedHigh)
  const [lent, lentToo] = [new Float64Array(draws.count), new Float64Array(draws.count)]
  return { draws, asked, speed, lent, lentToo }
}
