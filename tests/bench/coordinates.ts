// How often is the system of a file's coordinates told, and how often rightly?
//
//   npm run bench -- coordinates
//
// A thousand files of 20 to 300 rows: real towns of the shared data with invented rows around them, noised, written in
// every system, axes swapped now and then, some rows naming a wrong district. Half of the files lie within one
// district; one in ten names none. Beside the districts of the shared boundaries, the roads of cq-sc are known or not.

import { readFileSync } from 'node:fs'
import proj4 from 'proj4'
import {
  type CoordinateRow,
  type SystemAnswer,
  whichSystem,
} from '#geodata/analysis/coordinates/which-system.ts'
import type { CoordinateSystem } from '#geodata/formats/coordinates/coordinate-system.ts'
import { bd09FromWgs84 } from '#geodata/formats/datums/bd09.ts'
import { gcj02FromWgs84 } from '#geodata/formats/datums/gcj02.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { StreetIndex } from '#geodata/network/street/street-index.ts'
import { builtNetwork, folderOfThisRun } from '#tests/bench/built-network.ts'
import { machine } from '#tests/bench/timing.ts'
import { seeded } from '#tests/support/random.ts'
import { ABSENT, sharedFileOrNull } from '#tests/support/shared-data.ts'

const FILES = 1000
const NOISE_METERS = 100
const WRONG_DISTRICTS = 0.03

type Feature = { properties: { adcode?: number }; geometry: { type: string; coordinates: unknown } }
type Written = {
  name: string
  write: (place: LngLat) => readonly [number, number]
  is: (system: CoordinateSystem) => boolean
}

const projected = (definition: string) => (place: LngLat) =>
  proj4(definition).forward([place[0], place[1]]) as [number, number]
const kruger = (central: number, easting: number, ellipsoid: string) =>
  projected(
    `+proj=tmerc +lat_0=0 +k=1 +lon_0=${central} +x_0=${easting} +y_0=0 +ellps=${ellipsoid}`,
  )
const isZone = (central: number, hasZonePrefix: boolean) => (system: CoordinateSystem) =>
  system.kind === 'gauss-kruger' &&
  system.centralMeridianDegrees === central &&
  system.hasZonePrefix === hasZonePrefix
const isDatum = (datum: string) => (system: CoordinateSystem) =>
  system.kind === 'degrees' && system.datum === datum

const SYSTEMS: readonly Written[] = [
  { name: 'WGS84', write: ([lng, lat]) => [lng, lat], is: isDatum('wgs84') },
  { name: 'GCJ-02', write: gcj02FromWgs84, is: isDatum('gcj02') },
  { name: 'BD-09', write: bd09FromWgs84, is: isDatum('bd09') },
  {
    name: 'Web Mercator',
    write: projected('EPSG:3857'),
    is: ({ kind }) => kind === 'web-mercator',
  },
  { name: 'GK 3°, 105', write: kruger(105, 500_000, 'GRS80'), is: isZone(105, false) },
  { name: 'GK 3°, 36 (108)', write: kruger(108, 36_500_000, 'GRS80'), is: isZone(108, true) },
  {
    name: 'GK 6°, 18 (105), Xi’an 80',
    write: kruger(105, 18_500_000, 'IAU76'),
    is: isZone(105, true),
  },
  { name: 'GK 3°, 108, Beijing 54', write: kruger(108, 500_000, 'krass'), is: isZone(108, false) },
]

const boundaries = sharedFileOrNull('boundaries/500000.wgs84.geojson')
const towns = sharedFileOrNull('boundaries/osm-places-cq-sc.geojson')
const roads = sharedFileOrNull('roads/cq-sc-major-roads.osm.pbf')
if (!boundaries || !towns || !roads) throw new Error(ABSENT)

const featuresIn = (file: string) =>
  (JSON.parse(readFileSync(file, 'utf8')) as { features: Feature[] }).features
const areas = featuresIn(boundaries).map(({ properties, geometry }) => ({
  id: String(properties.adcode),
  polygons: (geometry.type === 'Polygon'
    ? [geometry.coordinates]
    : geometry.coordinates) as number[][][][],
}))
const region = areas.flatMap(({ polygons }) => polygons)
const places = featuresIn(towns)
  .map(({ geometry }) => geometry.coordinates as LngLat)
  .filter((place) => insideArea(place, region))
const { street } = await builtNetwork('cq-sc', [roads], folderOfThisRun())
const index = new StreetIndex(street.streets)
const roadMeters = ([lng, lat]: LngLat) =>
  index.nearest(Math.round(lng * 1e7), Math.round(lat * 1e7), 3000, () => true)?.meters ?? null

console.log(machine())
for (const [title, ground] of [
  ['districts alone', { region, areas, roadMeters: null }],
  ['districts and the roads of cq-sc', { region, areas, roadMeters }],
] as const) {
  measure(title, (rows) => whichSystem(rows, ground))
}

function measure(title: string, tell: (rows: CoordinateRow[]) => SystemAnswer): void {
  const random = seeded(1949)
  const counts = new Map<string, { right: number; wrong: number; open: number; lost: number }>()
  const before = process.cpuUsage()
  for (let file = 0; file < FILES; file++) {
    const written = SYSTEMS[file % SYSTEMS.length]!
    const rows = inventedFile(random, written)
    const answer = tell(rows.rows)
    const count = counts.get(written.name) ?? { right: 0, wrong: 0, open: 0, lost: 0 }
    const outcome = outcomeOf(
      answer,
      (one) => written.is(one.system) && one.reading.east === rows.east,
    )
    count[outcome] += 1
    counts.set(written.name, count)
  }
  const { user, system } = process.cpuUsage(before)
  console.log(
    `\n${title}: ${((user + system) / 1000 / FILES).toFixed(0)} ms of the processor a file`,
  )
  const all = { right: 0, wrong: 0, open: 0, lost: 0 }
  for (const [name, count] of counts) {
    for (const outcome of ['right', 'wrong', 'open', 'lost'] as const)
      all[outcome] += count[outcome]
    console.log(
      `${name.padEnd(28)} told rightly ${count.right}, wrongly ${count.wrong}, left open ${count.open}, open without the right one ${count.lost}`,
    )
  }
  const told = all.right + all.wrong
  console.log(
    `of ${told} told, right ${((100 * all.right) / told).toFixed(2)} %; of ${all.open + all.lost} left open the right one was among those named in ${all.open}`,
  )
}

type Told = { system: CoordinateSystem; reading: { east: string } }

/** Zone and axes are what is told of a survey; its datum is asked for. */
function outcomeOf(answer: SystemAnswer, isRight: (one: Told) => boolean) {
  switch (answer.kind) {
    case 'told':
      return isRight(answer.best) ? 'right' : 'wrong'
    case 'datum-open':
      return answer.candidates.some(isRight) ? 'right' : 'wrong'
    case 'cannot-tell':
      return answer.candidates.some(isRight) ? 'open' : 'lost'
    case 'nowhere':
      return 'lost'
  }
}

function inventedFile(random: () => number, { write }: Written) {
  const gauss = () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random())
  const wanted = 20 + Math.floor(random() ** 3 * 280)
  const isCity = random() < 0.5
  const namesDistricts = random() < 0.9
  const east = random() < 0.3 ? 'second' : 'first'
  const centre = places[Math.floor(random() * places.length)]!
  const rows: CoordinateRow[] = []
  while (rows.length < wanted) {
    const [lng, lat] = isCity ? centre : places[Math.floor(random() * places.length)]!
    const spread = isCity ? 0.12 : 0.05
    const place: LngLat = [lng + gauss() * spread, lat + gauss() * spread]
    const area = areas.find(({ polygons }) => insideArea(place, polygons))
    if (!area) continue
    const noisy: LngLat = [
      place[0] + (gauss() * NOISE_METERS) / 96_000,
      place[1] + (gauss() * NOISE_METERS) / 111_000,
    ]
    const [x, y] = write(noisy).map((value) =>
      Number(value.toFixed(Math.abs(value) > 1000 ? 2 : 6)),
    ) as [number, number]
    const other = areas[Math.floor(random() * areas.length)]!
    const said = random() < WRONG_DISTRICTS ? other : area
    rows.push({
      cells: east === 'second' ? [y, x] : [x, y],
      areaId: namesDistricts ? said.id : null,
      near: null,
    })
  }
  return { rows, east }
}
