// What both sourcing questions stand on, with the joint draws over it.

import { unknownId } from '#geodata/analysis/answering/asked.ts'
import { cloudsOf } from '#geodata/analysis/answering/clouds-of.ts'
import type { LoadedNetwork } from '#geodata/analysis/answering/loaded-network.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import { doubtOf } from '#geodata/analysis/siting/doubt-of.ts'
import { type DrawnCells, drawnCells } from '#geodata/analysis/sourcing/drawn-cells.ts'
import { sourcingKnown } from '#geodata/analysis/sourcing/known.ts'
import type {
  LocalSourcingInputs,
  SourcingKnown,
} from '#geodata/contract/processes/local-sourcing.ts'
import type { Region } from '#server/region/region.ts'

export function drawnSourcing(
  { facts }: Region,
  network: LoadedNetwork,
  ground: Ground,
  inputs: Pick<LocalSourcingInputs, 'plantIds' | 'withinMinutes' | 'doubt'>,
): { known: SourcingKnown; drawn: DrawnCells } {
  const doubt = doubtOf(inputs.doubt)
  const outcome = sourcingKnown(ground, facts, inputs, { clouds: cloudsOf(network, facts), doubt })
  if (outcome.kind === 'unknown-id') throw unknownId(outcome.id, outcome.pointer)
  const { known, pairs } = outcome
  const drawn = drawnCells(
    facts,
    known,
    pairs ?? { firms: [], parks: [] },
    inputs.withinMinutes,
    doubt,
  )
  return { known, drawn }
}
