// What is worked out of a street network once, before it answers?
//
// Plain data, so that one thread works it out and hands it over to the one that answers.
import { groundArrays } from '#geodata/analysis/ground/street-ground/ground-arrays.ts'
import { recordedGround } from '#geodata/analysis/ground/street-ground/ground-record.ts'
import {
  type GroundShape,
  groundShape,
} from '#geodata/analysis/ground/street-ground/street-ground.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import type { NetworkFile } from '#geodata/network/street/network-file.ts'
import { type BoxLevel, boxLevels } from '#geodata/network/street/street-index.ts'

export type PreparedStreets = {
  /** Of its street index. */
  readonly boxes: readonly BoxLevel[]
  readonly ground: GroundShape
}

/** `isUrban` is that of the ground the network is put on. */
export function preparedStreets(
  { network, beside }: Pick<Extract<NetworkFile, { kind: 'network' }>, 'network' | 'beside'>,
  isUrban: Ground['isUrban'],
): PreparedStreets {
  const arrays = recordedGround(beside) ?? groundArrays(network)
  return { boxes: boxLevels(network.streets), ground: groundShape(network, arrays, isUrban) }
}
