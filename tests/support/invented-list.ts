// A district's list of firms as a spreadsheet of unknown origin: titles, remarks, a sum at the foot, BD-09, and faults.
// Every firm is invented for tests.

import type { District } from '#geodata/contract/collections.ts'
import { bd09FromWgs84 } from '#geodata/formats/datums/bd09.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { checkCharacter } from '#geodata/model/unified-code.ts'
import { seeded } from '#tests/support/random.ts'

export const HEADERS = [
  '序号',
  '企业名称',
  '统一社会信用代码',
  '企业类型',
  '所属环节',
  '主要产品',
  '所在区县',
  '经度',
  '纬度',
  '联系人',
] as const
const [CODE, KIND, SEGMENT, DISTRICT, EAST, NORTH] = [2, 3, 4, 6, 7, 8] as const

/** What is wrong with a row, and the column that is blamed. */
export type Fault = { column: string; spoil: (row: string[], other: string) => void }

const FAULTS: readonly Fault[] = [
  // The check character, the length, a letter that no code has.
  {
    column: 'unifiedCode',
    spoil: (row) => {
      const code = row[CODE] ?? ''
      row[CODE] = code.slice(0, 17) + (code.endsWith('A') ? 'B' : 'A')
    },
  },
  {
    column: 'unifiedCode',
    spoil: (row) => {
      row[CODE] = row[CODE]?.slice(0, 17) ?? ''
    },
  },
  {
    column: 'nameZh',
    spoil: (row) => {
      row[1] = ''
    },
  },
  {
    column: 'kind',
    spoil: (row) => {
      row[KIND] = '贸易公司'
    },
  },
  {
    column: 'segmentIds',
    spoil: (row) => {
      row[SEGMENT] = '餐饮服务'
    },
  },
  {
    column: 'place.first',
    spoil: (row) => {
      row[EAST] = '约一百零六度'
    },
  },
  {
    column: 'place.second',
    spoil: (row) => {
      row[NORTH] = ''
    },
  },
  {
    column: 'place.both',
    spoil: (row, other) => {
      row[DISTRICT] = other
    },
  },
]

const SEGMENTS = ['动力电池', '电驱', '电控', '热管理', '智能座舱', '轻量化材料']
const LETTERS = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥金木水火土'

export type InventedList = {
  rows: string[][]
  /** Index of the row → column that is blamed. */
  faults: Map<number, string>
  places: LngLat[]
}

/** `districts`: those in which the firms lie. */
export function inventedList(
  districts: readonly District[],
  count: number,
  faulty: number,
  seed = 2026,
): InventedList {
  const random = seeded(seed)
  const pick = <T>(things: readonly T[]): T => things[Math.floor(random() * things.length)] as T
  const name = () => Array.from({ length: 4 }, () => pick([...LETTERS])).join('')
  const places: LngLat[] = []
  const rows = Array.from({ length: count }, (_, at) => {
    const district = pick(districts)
    const place = placeIn(district, random)
    places.push(place)
    const [lng, lat] = bd09FromWgs84(place)
    const first17 = `91500107MA${String(1_000_000 + at).padStart(7, '0')}`
    return [
      String(at + 1),
      `虚构${name()}${at}有限公司`,
      first17 + checkCharacter(first17),
      pick(['一级供应商', '二级供应商', '材料']),
      pick(SEGMENTS),
      '试验件',
      district.properties.nameZh,
      lng.toFixed(6),
      lat.toFixed(6),
      '某人',
    ]
  })
  const faults = new Map<number, string>()
  for (let one = 0; one < faulty; one++) {
    const at = Math.floor(((one + 0.5) * count) / faulty)
    const fault = FAULTS[one % FAULTS.length] as Fault
    const row = rows[at] as string[]
    const [lng = 0, lat = 0] = places[at] ?? []
    const far = districts.toSorted(
      (a, b) => distance(b, [lng, lat]) - distance(a, [lng, lat]),
    )[0] as District
    fault.spoil(row, far.properties.nameZh)
    faults.set(at, fault.column)
  }
  return { rows, faults, places }
}

function distance({ properties }: District, [lng, lat]: LngLat): number {
  return Math.hypot(properties.labelLng - lng, properties.labelLat - lat)
}

function placeIn({ geometry }: District, random: () => number): LngLat {
  const polygons = (
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  ) as number[][][][]
  const corners = polygons.flat(2)
  const [lngs, lats] = [corners.map(([lng = 0]) => lng), corners.map(([, lat = 0]) => lat)]
  const between = (values: number[]) => {
    const [from, to] = [Math.min(...values), Math.max(...values)]
    return from + random() * (to - from)
  }
  for (;;) {
    const place: LngLat = [between(lngs), between(lats)]
    if (insideArea(place, polygons)) return place
  }
}

/** As a text that spreadsheets write, with titles above and a sum below. */
export function listText(rows: readonly (readonly string[])[]): string {
  const title = ['某区汽车零部件企业名录（虚构）', ...HEADERS.slice(1).map(() => '')]
  const remark = ['填报单位：某区主管部门', ...HEADERS.slice(1).map(() => '')]
  const foot = ['合计', `${rows.length}`, ...HEADERS.slice(2).map(() => '')]
  return [title, remark, [...HEADERS], ...rows, foot].map((row) => row.join(',')).join('\r\n')
}
