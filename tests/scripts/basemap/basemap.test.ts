// Is what a town has on the tiles, in its layer, with its names, from the zoom that suits it?
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { BASEMAP_ATTRIBUTION } from '#geodata/contract/basemap.ts'
import { BasemapError, buildBasemap } from '#scripts/basemap.ts'
import { openTilesFile } from '#server/store/sqlite/tiles-file.ts'
import { ogrinfo } from '#tests/support/ogrinfo.ts'
import { writeOsmPbf } from '#tests/support/osm-pbf-writer.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { basemapOf, drawnAt } from '#tests/support/tiles.ts'
import { square, TownPlan } from '#tests/support/town-plan.ts'

const CENTER = [106.5, 29.5] as const
const EAST = [106.52, 29.5] as const
const NORTH = [106.5, 29.52] as const

/** The properties of what is drawn, by zoom, where the town's centre is. */
async function drawn(plan: TownPlan, layer: string, zoom = 13) {
  const { outFile } = await basemapOf([plan])
  return drawnAt(outFile, layer, zoom, CENTER).map(({ properties }) => properties)
}

describe('a town on the tiles', () => {
  it('has its roads with class, number, shield and name', async () => {
    const plan = new TownPlan()
    plan.way([CENTER, EAST], { highway: 'motorway', ref: 'G75;G93', name: '兰海高速' })
    plan.way([CENTER, NORTH], { highway: 'residential', name: '小巷', ref: '甲' })
    plan.way([EAST, NORTH], { highway: 'footway' })
    plan.way(square(CENTER, 0.001), { highway: 'residential', area: 'yes' })
    expect(await drawn(plan, 'road')).toEqual([
      { class: 'motorway', ref: 'G75;G93', shield: 'G75', name: '兰海高速' },
      { class: 'minor', ref: '甲', name: '小巷' },
    ])
    expect(await drawn(plan, 'road', 9)).toEqual([
      { class: 'motorway', ref: 'G75;G93', shield: 'G75', name: '兰海高速' },
    ])
  })

  it('has its railways and rivers, without sidings from afar and drains at all', async () => {
    const plan = new TownPlan()
    plan.way([CENTER, EAST], { railway: 'rail', name: '成渝线' })
    plan.way([CENTER, NORTH], { railway: 'rail', service: 'yard' })
    plan.way([EAST, NORTH], { waterway: 'river', name: '嘉陵江', 'name:en': 'Jialing' })
    plan.way([NORTH, CENTER], { waterway: 'drain' })
    const { outFile } = await basemapOf([plan])
    const at = (layer: string, zoom: number) =>
      drawnAt(outFile, layer, zoom, CENTER).map(({ properties }) => properties)
    expect(at('rail', 13)).toEqual([{ class: 'rail', name: '成渝线' }, { class: 'siding' }])
    expect(at('rail', 11)).toEqual([{ class: 'rail', name: '成渝线' }])
    expect(at('waterway', 12)).toEqual([{ class: 'river', name: '嘉陵江', 'name:en': 'Jialing' }])
  })

  it('has its named places with people and names in both languages', async () => {
    const plan = new TownPlan()
    plan.point(CENTER, {
      place: 'town',
      name: '璧城',
      'name:zh-Hans': '璧城',
      'name:en': 'Bicheng',
      population: '210 000',
    })
    plan.point(CENTER, { place: 'village' })
    plan.point(CENTER, { place: 'village', name: '某村', population: 'many' })
    expect(await drawn(plan, 'place')).toEqual([
      { class: 'town', name: '璧城', 'name:zh': '璧城', 'name:en': 'Bicheng', population: 210_000 },
      { class: 'village', name: '某村' },
    ])
    expect(await drawn(plan, 'place', 8)).toHaveLength(1)
  })

  it('has its land by use, and a pond only from where it can be seen', async () => {
    const plan = new TownPlan()
    plan.way(square(CENTER, 0.05), { landuse: 'industrial' })
    plan.way(square(CENTER, 0.04), { natural: 'wood' })
    plan.way(square(CENTER, 0.0005), { natural: 'water', water: 'pond' })
    plan.way(square(EAST, 0.05).slice(0, 4), { landuse: 'forest' })
    const { outFile } = await basemapOf([plan])
    const classes = (layer: string, zoom: number) =>
      drawnAt(outFile, layer, zoom, CENTER).map(({ properties }) => properties.class)
    expect(classes('landuse', 13)).toEqual(['industrial', 'wood'])
    expect(classes('landuse', 8)).toEqual(['wood'])
    expect(classes('water', 13)).toEqual(['pond'])
    expect(classes('water', 10)).toEqual([])
  })

  it('has a long river from afar, though each of its ways is short', async () => {
    const plan = new TownPlan()
    const bend = (step: number) => [104 + step * 0.04, 29.5] as const
    for (let step = 0; step < 60; step++) {
      plan.way([bend(step), bend(step + 1)], { waterway: 'river', name: '长江' })
    }
    plan.way([CENTER, NORTH], { waterway: 'river', name: '小河' })
    const { outFile } = await basemapOf([plan])
    const names = (zoom: number) =>
      drawnAt(outFile, 'waterway', zoom, CENTER).map(({ properties }) => properties.name)
    expect(names(5)).toEqual(['长江'])
    expect(drawnAt(outFile, 'waterway', 5, CENTER)[0]?.properties.rank).toBe(1)
    expect(names(9)).toEqual(['长江', '小河'])
  })

  it('has a motorway from afar in one piece, whatever its name and bridges', async () => {
    const plan = new TownPlan()
    const at = (step: number) => [106 + step * 0.002, 29.5] as const
    for (let step = 0; step < 400; step++) {
      const name = step < 200 ? '甲高速' : '乙高速'
      plan.way([at(step), at(step + 1)], { highway: 'motorway', ref: 'G75', name })
    }
    const { outFile } = await basemapOf([plan])
    const [far, ...others] = drawnAt(outFile, 'road', 6, CENTER)
    expect(others).toEqual([])
    expect(far?.properties).toEqual({ class: 'motorway', ref: 'G75', shield: 'G75' })
    const near = drawnAt(outFile, 'road', 10, [106.4, 29.5]).map(
      ({ properties }) => properties.name,
    )
    expect(near.sort()).toEqual(['乙高速', '甲高速'])
  })
})

describe('a multipolygon', () => {
  const lake = { natural: 'water', water: 'lake' }
  /** Outer ring and hole as drawn at the closest zoom, by the number of their corners. */
  const rings = async (plan: TownPlan) => {
    const { outFile } = await basemapOf([plan])
    return drawnAt(outFile, 'water', 13, CENTER).map(({ type, coordinates }) => [
      type,
      (coordinates as number[][][]).map((ring) => ring.length - 1),
    ])
  }

  it('keeps its hole', async () => {
    const plan = new TownPlan()
    const outer = plan.way(square(CENTER, 0.01))
    plan.multipolygon([outer], [plan.way(square(CENTER, 0.004))], lake)
    expect(await rings(plan)).toEqual([['Polygon', [4, 4]]])
  })

  it('is put together from ways in any order and direction', async () => {
    const [a, b, c, d] = square(CENTER, 0.01)
    const plan = new TownPlan()
    const ways = [plan.way([c!, d!]), plan.way([b!, a!]), plan.way([a!, d!]), plan.way([c!, b!])]
    plan.multipolygon(ways, [], lake)
    expect(await rings(plan)).toEqual([['Polygon', [4]]])
  })

  it('takes the tags of its outer way where it has none, and is drawn once', async () => {
    const plan = new TownPlan()
    const outer = plan.way(square(CENTER, 0.01), lake)
    plan.multipolygon([outer], [plan.way(square(CENTER, 0.004))])
    expect(await rings(plan)).toEqual([['Polygon', [4, 4]]])
  })

  it('that does not close is left out and counted', async () => {
    const plan = new TownPlan()
    plan.multipolygon([plan.way(square(CENTER, 0.01).slice(0, 4))], [], lake)
    plan.point(CENTER, { place: 'town', name: '城' })
    const { outFile, report } = await basemapOf([plan])
    expect(report.openRings).toBe(1)
    expect(drawnAt(outFile, 'water', 13, CENTER)).toEqual([])
  })

  it('with an island in its hole gives each hole to the ring around it', async () => {
    const plan = new TownPlan()
    const outer = [0.02, 0.008].map((side) => plan.way(square(CENTER, side)))
    const inner = [0.012, 0.004].map((side) => plan.way(square(CENTER, side)))
    plan.multipolygon(outer, inner, lake)
    const { outFile } = await basemapOf([plan])
    const found = drawnAt(outFile, 'water', 12, CENTER).map(({ coordinates }) =>
      (coordinates as number[][][]).map((ring) => width(ring).toFixed(3)),
    )
    expect(found).toEqual([
      ['0.040', '0.024'],
      ['0.016', '0.008'],
    ])
  })
})

const width = (ring: number[][]) => {
  const lngs = ring.map(([lng]) => lng ?? 0)
  return Math.max(...lngs) - Math.min(...lngs)
}

describe('the file', () => {
  const town = (name: string) => {
    const plan = new TownPlan()
    plan.point(CENTER, { place: 'town', name })
    plan.way([CENTER, EAST], { highway: 'primary' })
    return plan
  }

  it('says what it holds, from what and when, and whom to name', async () => {
    const { outFile } = await basemapOf([town('重庆'), town('Chongqing')], {
      replicationTime: '2026-11-20T20:00:00Z',
    })
    const { metadata, close } = openTilesFile(outFile)
    close()
    expect(metadata.attribution).toBe(BASEMAP_ATTRIBUTION)
    expect(metadata.bounds).toBe('106.5,29.5,106.52,29.5')
    expect(metadata.atlas_letters).toBe('庆重')
    expect(JSON.parse(metadata.atlas_sources ?? '')).toEqual([
      { name: 'town-1.osm.pbf', dataDate: '2026-11-20' },
      { name: 'town-2.osm.pbf', dataDate: '2026-11-20' },
    ])
    const { vector_layers } = JSON.parse(metadata.json ?? '')
    expect(vector_layers).toEqual([
      { id: 'road', fields: { class: 'String' }, minzoom: 8, maxzoom: 13 },
      { id: 'place', fields: { class: 'String', name: 'String' }, minzoom: 8, maxzoom: 13 },
    ])
  })

  it('draws once what two extracts share', async () => {
    const { outFile } = await basemapOf([town('重庆'), town('重庆')])
    expect(drawnAt(outFile, 'road', 13, CENTER)).toHaveLength(1)
    expect(drawnAt(outFile, 'place', 13, CENTER)).toHaveLength(1)
  })

  it('is opened by GDAL, rows the right way up', async (context) => {
    const { outFile } = await basemapOf([town('重庆')])
    const { said, warned } = ogrinfo(context, '-q', '-al', outFile, 'place')
    expect(warned).toBe('')
    expect(said).toContain('name (String) = 重庆')
    const [, x, y] = said.match(/POINT \(([\d.]+) ([\d.]+)\)/) ?? []
    // Web Mercator: x = R · λ, y = R · ln tan(π/4 + φ/2).
    const north = 6_378_137 * Math.log(Math.tan(Math.PI / 4 + (29.5 * Math.PI) / 360))
    expect(Math.abs(Number(x) - 6_378_137 * ((106.5 * Math.PI) / 180))).toBeLessThan(2)
    expect(Math.abs(Number(y) - north)).toBeLessThan(2)
  })

  it.each([
    ['a file that is not there', null, /There is no file.*\n没有/],
    ['XML', new TextEncoder().encode('<osm/>'), /XML[\s\S]*应为 OpenStreetMap PBF/],
    ['a file cut short', writeOsmPbf(town('重庆')).subarray(0, 150), /ends at byte 150[\s\S]*中断/],
    [
      'nothing to draw',
      writeOsmPbf({ nodes: [{ id: 1, lng: 1, lat: 1 }] }),
      /Nothing to draw[\s\S]*没有可绘制/,
    ],
  ])('stays as it was when the extract is %s', async (_name, bytes, words) => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'town.osm.pbf')
    const outFile = path.join(folder, 'data', 'basemap.mbtiles')
    mkdirSync(path.dirname(outFile))
    writeFileSync(outFile, 'the old one')
    if (bytes) writeFileSync(file, bytes)
    const refused = await buildBasemap([file], outFile).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(BasemapError)
    expect(String((refused as Error).message)).toMatch(words)
    expect(readFileSync(outFile, 'utf8')).toBe('the old one')
    expect(readdirSync(path.dirname(outFile))).toEqual(['basemap.mbtiles'])
  })

  it('is written over what a killed run has left', async () => {
    const { files, outFile } = await basemapOf([town('重庆')])
    writeFileSync(`${outFile}.building`, 'half a file')
    await buildBasemap(files, outFile)
    expect(existsSync(`${outFile}.building`)).toBe(false)
    expect(drawnAt(outFile, 'place', 13, CENTER)).toHaveLength(1)
  })
})
