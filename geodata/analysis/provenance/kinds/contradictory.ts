// Which things that are known of a row do not fit together?
//
// Its place and the district that it names, where even the disc of its precision does not reach that district; its place
// and the middle line of a river; sources that differ and of which neither is proved wrong; what a park answers and what
// the table says of its area; evidence for a stage that says both yes and no.

import { doubtWords, placeDoubts } from '#geodata/analysis/place/place-doubts.ts'
import {
  type Finder,
  type KnownRow,
  type Looked,
  textOf,
  type Weakness,
} from '#geodata/analysis/provenance/known-row.ts'
import type { District } from '#geodata/contract/collections.ts'
import type { Statement } from '#geodata/contract/documents.ts'
import { metersToLine } from '#geodata/geometry/meters-to-line.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { PRECISION_RADIUS_KILOMETERS, type Precision } from '#geodata/model/precision.ts'

const HECTARES_PER_SQUARE_KILOMETER = 100

export const contradictory: Finder = (looked) => [
  ...looked.rows.flatMap((row) => placeAgainst(row, looked)),
  ...sourcesThatDiffer(looked),
  ...answersAgainstTable(looked),
  ...evidenceBothWays(looked),
]

function placeAgainst(row: KnownRow, { areas, basemap, home }: Looked): Weakness[] {
  const { coordinates, type } = (row.geometry ?? {}) as { type?: string; coordinates?: LngLat }
  if (type !== 'Point' || !coordinates) return []
  const [lng, lat] = coordinates
  const place: LngLat = [lng, lat]
  const stated = row.properties.precisionRadiusKilometers
  const precision = row.properties.coordPrecision as Precision | undefined
  const radiusKilometers =
    typeof stated === 'number' ? stated : precision ? PRECISION_RADIUS_KILOMETERS[precision] : null
  // An unknown place contradicts nothing: it is not known.
  if (precision === 'unknown') return []
  const district = textOf(row, 'districtZh') || null
  // Where it was is where it is: what is asked of a move is not asked here.
  const was = { place, radiusKilometers }
  const question = {
    place,
    radiusKilometers,
    isArea: false,
    was,
    isOfPark: false,
    namedDistrictZh: district,
  }
  const doubts = placeDoubts(question, { areas, basemap, home }).filter(({ kind }) =>
    kind === 'other-district' ? isFarFrom(areas, district, place, radiusKilometers) : true,
  )
  return doubts.map((doubt) => ({
    row,
    kind: 'contradictory' as const,
    field: 'place',
    name: { zh: '位置', en: 'Place' },
    known: doubtWords(doubt),
    mend: {
      zh: '核对坐标系和区县，改正其中不对的一处',
      en: 'Check the datum and the district, and correct the one that is wrong',
    },
  }))
}

/** Whether even the disc of its precision ends before the district that is named. */
function isFarFrom(
  areas: readonly District[],
  districtZh: string | null,
  [lng, lat]: LngLat,
  radiusKilometers: number | null,
): boolean {
  const named = areas.find(({ properties }) => properties.nameZh === districtZh)
  if (!named) return true
  const { geometry } = named
  const polygons: number[][][][] =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const meters = polygons.flat().map((ring) => metersToLine([lng, lat], ring))
  return Math.min(...meters) > (radiusKilometers ?? 0) * 1000
}

function sourcesThatDiffer({ rows, statements }: Looked): Weakness[] {
  const differing = Map.groupBy(
    statements.filter(({ standing }) => standing === 'conflicts'),
    ({ about, rowId, field }) => JSON.stringify([about, rowId, field]),
  )
  return [...differing.values()].flatMap((said) => {
    const [one] = said
    const row =
      one && rows.find(({ collection, id }) => collection === one.about && id === one.rowId)
    if (!one || !row) return []
    const taken = statements.find(
      ({ about, rowId, field, standing }) =>
        about === one.about && rowId === one.rowId && field === one.field && standing === 'taken',
    )
    return [
      {
        row,
        kind: 'contradictory' as const,
        field: one.field,
        name: STATED[one.field],
        known: {
          zh: `${taken ? `记作“${taken.value.zh}”，` : ''}另有来源说${said.map(({ value }) => `“${value.zh}”`).join('、')}`,
          en: `${taken ? `Recorded as “${taken.value.en}”; ` : ''}${taken ? 'another source says' : 'A source says'} ${said.map(({ value }) => `“${value.en}”`).join(', ')}`,
        },
        mend: {
          zh: '问当地，定一个，把依据写进来源',
          en: 'Ask on the spot, settle for one, and write the proof into the source',
        },
      },
    ]
  })
}

const STATED: Record<Statement['field'], Weakness['name']> = {
  capacity: { zh: '产能', en: 'Capacity' },
  output: { zh: '产量', en: 'Output' },
  place: { zh: '位置', en: 'Place' },
  address: { zh: '地址', en: 'Address' },
  park: { zh: '所在园区', en: 'Park' },
  area: { zh: '面积', en: 'Area' },
  land: { zh: '用地', en: 'Land' },
  firms: { zh: '企业数', en: 'Number of firms' },
  investment: { zh: '投资', en: 'Investment' },
  opened: { zh: '投产时间', en: 'Opening' },
}

/** More land cannot be free than is planned. */
function answersAgainstTable({ rows }: Looked): Weakness[] {
  return rows.flatMap((answer) => {
    const { item, amount, parkId } = answer.properties
    if (answer.collection !== 'park-answers' || item !== 'freeLandHectares') return []
    const park = rows.find(({ collection, id }) => collection === 'parks' && id === parkId)
    const planned = park?.properties.plannedAreaSquareKilometers
    if (!park || typeof planned !== 'number' || typeof amount !== 'number') return []
    const hectares = Math.round(planned * HECTARES_PER_SQUARE_KILOMETER)
    if (amount <= hectares) return []
    return [
      {
        row: park,
        kind: 'contradictory' as const,
        field: 'plannedAreaSquareKilometers',
        name: { zh: '规划面积与答复', en: 'Planned area and answer' },
        known: {
          zh: `园区答复可供地 ${amount} 公顷，多于规划面积 ${hectares} 公顷`,
          en: `The park answers ${amount} ha of free land, more than the ${hectares} ha that are planned`,
        },
        mend: {
          zh: '问园区以哪一个为准，改正另一个',
          en: 'Ask the park which of the two holds, and correct the other',
        },
      },
    ]
  })
}

function evidenceBothWays({ rows }: Looked): Weakness[] {
  const found = Map.groupBy(
    rows.filter(({ collection }) => collection === 'stage-evidence'),
    ({ properties: { parkId, criterionId } }) => JSON.stringify([parkId, criterionId]),
  )
  return [...found.values()].flatMap((evidence) => {
    const says = (verdict: string) =>
      evidence.find(({ properties }) => properties.verdict === verdict)
    const [met, not] = [says('met'), says('not')]
    const park = rows.find(
      ({ collection, id }) => collection === 'parks' && id === met?.properties.parkId,
    )
    if (!met || !not || !park) return []
    const [yes, no] = [textOf(met, 'evidenceZh'), textOf(not, 'evidenceZh')]
    return [
      {
        row: park,
        kind: 'contradictory' as const,
        field: 'stage',
        name: { zh: '创建依据', en: 'Evidence for the stage' },
        known: {
          zh: `同一条件，一处依据说满足“${yes}”，另一处说不满足“${no}”`,
          en: `By one criterion one piece of evidence says it is met (“${yes}”), another that it is not (“${no}”)`,
        },
        mend: { zh: '核对两处依据，留下成立的', en: 'Check both, and keep the one that holds' },
      },
    ]
  })
}
