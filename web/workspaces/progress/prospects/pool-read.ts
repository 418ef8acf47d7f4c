// The project pool as it is now, with what it says of land: read by the board, once an edit.
import type { ParkAnswerRow } from '#geodata/analysis/facts.ts'
import {
  type LandClaims,
  type LandPlace,
  promisedTwice,
} from '#geodata/analysis/prospects/promised-land.ts'
import type { Prospect } from '#geodata/analysis/prospects/prospect.ts'
import { freeLandOf } from '#geodata/analysis/siting/free-land.ts'
import type { Park, Site } from '#geodata/contract/collections.ts'
import { listFeatures } from '#web/api/client.ts'

export type Pool = {
  prospects: Prospect[]
  sites: Site[]
  parkAnswers: ParkAnswerRow[]
}

type AnswerFeature = { id: string; properties: Omit<ParkAnswerRow, 'id'> }

export async function readPool(signal: AbortSignal): Promise<Pool> {
  const [prospects, sites, answers] = await Promise.all([
    listFeatures<Prospect>('prospects', signal),
    listFeatures<Site>('sites', signal),
    listFeatures<AnswerFeature>('park-answers', signal),
  ])
  return {
    prospects,
    sites,
    parkAnswers: answers.map(({ id, properties }) => ({ ...properties, id })),
  }
}

/** Of each project what else claims its land. */
export function claimsIn(
  { prospects, sites, parkAnswers }: Pool,
  parks: readonly Park[],
): Map<string, LandClaims[]> {
  const freeLandAt = ({ kind, id }: LandPlace) =>
    freeLandOf(
      { parkAnswers },
      {
        park: (kind === 'park' && parks.find((one) => one.id === id)) || null,
        site: (kind === 'site' && sites.find((one) => one.id === id)) || null,
      },
    )
  return promisedTwice(prospects, freeLandAt)
}
