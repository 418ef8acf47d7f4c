// Can this question of siting be asked over the data and the network as they are?
//
// What cannot is refused all at once, each part with its pointer; an analysis that takes a siting within
// its own inputs says where it lies (`root`).

import {
  accessRefusal,
  conditionRefusals,
  groundFor,
  requireNetwork,
  unknownId,
} from '#geodata/analysis/answering/asked.ts'
import type { KnownRegion } from '#geodata/analysis/answering/known-region.ts'
import { refusedOf } from '#geodata/analysis/siting/refused.ts'
import { ProblemError, refusal } from '#geodata/contract/problem-error.ts'
import type { ProcessInputs } from '#geodata/contract/processes/index.ts'

/** The network and the ground that answer it; throws a 404 for what is not known, a 422 for what means nothing. */
export function requireSiting(
  region: KnownRegion,
  asked: ProcessInputs<'siting'>,
  root = '/inputs',
) {
  const network = requireNetwork(region, asked, root)
  const refused = refusedOf(network.ground, region.facts, asked)
  const at = (pointer: string) => pointer.replace('/inputs', root)
  const unknown = refused.flatMap((one) =>
    one.kind === 'unknown-id' ? [unknownId(one.id, at(one.pointer))] : [],
  )
  const meaningless = [
    ...refused.flatMap((one) =>
      one.kind === 'meaningless'
        ? [{ pointer: at(one.pointer), detail: one.words.en, detailZh: one.words.zh }]
        : [],
    ),
    ...asked.pins.flatMap(
      ({ lngLat }, index) => accessRefusal(network, lngLat, `${root}/pins/${index}/lngLat`) ?? [],
    ),
    ...conditionRefusals(network, asked, root),
  ]
  const errors = [...unknown.flatMap(({ problem }) => problem.errors ?? []), ...meaningless]
  const [only] = errors
  const status = meaningless.length > 0 ? 422 : 404
  if (only && errors.length === 1) {
    throw new ProblemError(status, only.detail, only.detailZh, errors)
  }
  if (only) throw refusal(errors, status)
  return { network, ground: groundFor(network, asked) }
}
