// Can a place that somebody wants to save be meant?
//
// A slip of the hand or of a column puts a park into the sea or into another city, and its district, its
// code and every count follow at once. What is unlikely is asked about, never corrected:
// outside the region; in another district than its own or the one named; beside the middle line of a river;
// far from where it was.
import { areaAt } from '#geodata/analysis/place/area-at.ts'
import type { PlaceQuestion } from '#geodata/analysis/place/place-question.ts'
import type { BasemapFeature, District } from '#geodata/contract/collections.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { metersToLine } from '#geodata/geometry/meters-to-line.ts'
import { greatCircleMeters } from '#geodata/model/lng-lat.ts'
import type { HomeRegion } from '#geodata/model/region.ts'

export type PlaceDoubt =
  /** `area` is null where it lies in no area that is known here. */
  | { kind: 'outside'; area: Bilingual | null; home: Bilingual }
  | { kind: 'other-district'; from: Bilingual; to: Bilingual }
  | { kind: 'river'; river: Bilingual | null; meters: number }
  /** From where it was; an area drawn for the first time, from its park. */
  | { kind: 'far'; from: 'before' | 'park'; meters: number }

export type KnownGround = {
  areas: readonly District[]
  basemap: readonly BasemapFeature[]
  home: Pick<HomeRegion, 'name' | 'provinceAdcode'>
}

/**
 * Half the width of a large river, 600 to 900 m from bank to bank, and the whole of a middling one. The lines
 * are schematic, so the answer is a question.
 */
export const RIVER_HALF_WIDTH_METERS = 300
/** A park of 30 km² is 3 km from its middle to its edge: less is a correction. */
export const FAR_METERS = 3000
/** A point that stands for a town or a district may lie in its river. */
const EXACT_KILOMETERS = 0.5

/** In the order in which they are told: the gravest first; none where nothing is to be asked. */
export function placeDoubts(question: PlaceQuestion, ground: KnownGround): PlaceDoubt[] {
  const area = areaAt(ground.areas, question.place)
  const own = ownArea(question, ground)
  const isOutside = area?.properties.provinceAdcode !== ground.home.provinceAdcode
  const doubts: PlaceDoubt[] = []
  if (isOutside && !staysIn(area, question, ground)) {
    doubts.push({ kind: 'outside', area: area ? nameOf(area) : null, home: ground.home.name })
  } else if (area && own && own.id !== area.id) {
    doubts.push({ kind: 'other-district', from: nameOf(own), to: nameOf(area) })
  }
  doubts.push(...riverDoubt(question, ground), ...farDoubt(question))
  return doubts
}

/** Its own area: the one named, else the one where it was. */
function ownArea({ namedDistrictZh, was }: PlaceQuestion, { areas }: KnownGround) {
  const named = areas.find(({ properties }) => properties.nameZh === namedDistrictZh)
  return named ?? (was ? areaAt(areas, was.place) : undefined)
}

/** Partners outside the region are corrected too; that they lie outside is known. */
function staysIn(area: District | undefined, { was }: PlaceQuestion, { areas }: KnownGround) {
  return was !== null && areaAt(areas, was.place)?.id === area?.id
}

function riverDoubt(
  { place, radiusKilometers, isArea }: PlaceQuestion,
  { basemap }: KnownGround,
): PlaceDoubt[] {
  if (isArea || (radiusKilometers ?? 0) > EXACT_KILOMETERS) return []
  const near = basemap
    .filter(({ properties }) => properties.kind === 'river')
    .map(({ geometry, properties: { nameZh, nameEn } }) => ({
      meters: Math.round(
        Math.min(
          ...linesOf(geometry as { type: string; coordinates: number[][] | number[][][] }).map(
            (line) => metersToLine(place, line),
          ),
        ),
      ),
      river: nameZh === null ? null : { zh: nameZh, en: nameEn ?? nameZh },
    }))
    .sort((a, b) => a.meters - b.meters)[0]
  return near && near.meters <= RIVER_HALF_WIDTH_METERS ? [{ kind: 'river', ...near }] : []
}

function linesOf({ type, coordinates }: { type: string; coordinates: unknown }): number[][][] {
  return type === 'LineString' ? [coordinates as number[][]] : (coordinates as number[][][])
}

function farDoubt({ place, was, isOfPark }: PlaceQuestion): PlaceDoubt[] {
  if (!was) return []
  const meters = Math.round(greatCircleMeters(was.place, place))
  const expected = Math.max(FAR_METERS, (was.radiusKilometers ?? 0) * 1000)
  return meters > expected ? [{ kind: 'far', from: isOfPark ? 'park' : 'before', meters }] : []
}

const nameOf = ({ properties: { nameZh, nameEn } }: District): Bilingual => ({
  zh: nameZh,
  en: nameEn,
})

/** The doubt as a sentence, the same on the page and in the API. */
export function doubtWords(doubt: PlaceDoubt): Bilingual {
  switch (doubt.kind) {
    case 'outside': {
      const { area, home } = doubt
      return area
        ? {
            zh: `位置在${area.zh}，不在${home.zh}境内。`,
            en: `The place is in ${area.en}, outside ${home.en}.`,
          }
        : {
            zh: `位置不在${home.zh}境内，也不在已知的任何区县内。`,
            en: `The place is outside ${home.en} and in no district known here.`,
          }
    }
    case 'other-district':
      return {
        zh: `位置在${doubt.to.zh}，不在${doubt.from.zh}。`,
        en: `The place is in ${doubt.to.en}, not in ${doubt.from.en}.`,
      }
    case 'river': {
      const [zh, en] = doubt.river ? [doubt.river.zh, `the ${doubt.river.en}`] : ['河流', 'a river']
      return {
        zh: `距${zh}中线 ${doubt.meters} 米，可能落在水中（河道为示意）。`,
        en: `The middle line of ${en} is ${doubt.meters} m away, so it may lie in the water (rivers are schematic).`,
      }
    }
    case 'far': {
      const kilometers = (doubt.meters / 1000).toFixed(doubt.meters < 100_000 ? 1 : 0)
      const isPark = doubt.from === 'park'
      return {
        zh: `距${isPark ? '园区' : '原'}位置 ${kilometers} 公里。`,
        en: `It is ${kilometers} km from ${isPark ? 'the park' : 'where it was'}.`,
      }
    }
  }
}
