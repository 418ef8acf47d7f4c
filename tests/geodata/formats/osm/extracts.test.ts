// Does the reader find in real extracts what GDAL finds there, element by element?
import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { expect, it, type TestContext } from 'vitest'
import { readOsmPbf } from '#geodata/formats/osm/read-pbf.ts'
import { layerAsCsv } from '#tests/support/ogrinfo.ts'
import { inflate, readAll } from '#tests/support/osm-pbf-read.ts'
import { sharedFile } from '#tests/support/shared-data.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** GDAL leaves out what carries no tag, and turns closed ways into areas, unless set otherwise. */
const EVERYTHING = `
closed_ways_are_polygons=
report_all_nodes=yes
report_all_ways=yes
attribute_name_laundering=no
[points]
osm_id=yes
all_tags=yes
[lines]
osm_id=yes
all_tags=yes
[multilinestrings]
osm_id=yes
all_tags=yes
[multipolygons]
osm_id=yes
all_tags=yes
[other_relations]
osm_id=yes
all_tags=yes
`

const COUNTS = {
  'cq-sc-major-roads': { nodes: 43_579, ways: 15_270, relations: 0 },
  'china-major-roads': { nodes: 731_055, ways: 243_072, relations: 0 },
}
for (const [name, counts] of Object.entries(COUNTS)) {
  it(`finds in ${name} the nodes and ways that the data are described with`, async (context) => {
    const found = { nodes: 0, ways: 0, relations: 0 }
    const file = createReadStream(sharedFile(context, `roads/${name}.osm.pbf`))
    await readOsmPbf(file, inflate, {
      node: () => found.nodes++,
      way: () => found.ways++,
      relation: () => found.relations++,
    })
    expect(found).toEqual(counts)
  })
}

const WHOLE_EXTRACTS = [
  'baltimore',
  'liechtenstein-valhalla',
  'monaco-osrm',
  'monaco-planetiler',
  'sf-downtown',
]
for (const name of WHOLE_EXTRACTS) {
  it(`reads of ${name} what GDAL reads: places, ways, tags, in the same order`, async (context) => {
    const file = sharedFile(context, `pbf/${name}.osm.pbf`)
    const theirs = layersByGdal(context, file)
    const { nodes, ways, relations } = await readAll(readFileSync(file))

    const points = nodes.map(({ id, lng7, lat7, tags = {} }) => ({
      geometry: `POINT (${degrees(lng7, lat7)})`,
      id,
      tags,
    }))
    expect(differences(points, theirs('points'))).toEqual([])

    const places = new Map(nodes.map(({ id, lng7, lat7 }) => [id, degrees(lng7, lat7)]))
    const lines = ways
      .map(({ id, refs, tags }) => ({
        geometry: `LINESTRING (${refs.flatMap((ref) => places.get(ref) ?? []).join(',')})`,
        id,
        tags,
      }))
      .filter(({ geometry }) => geometry.includes(','))
    expect(differences(lines, theirs('lines'))).toEqual([])

    const tagsById = new Map(relations.map(({ id, tags }) => [id, tags]))
    const others = theirs('other_relations')
    const ours = others.map(({ id, geometry }) => ({ id, geometry, tags: tagsById.get(id) ?? {} }))
    expect(others.length).toBeGreaterThan(0)
    expect(differences(ours, others)).toEqual([])
  })
}

type Row = { id: number; geometry: string; tags: Record<string, string> }

function layersByGdal(context: TestContext, file: string): (layer: string) => Row[] {
  const settings = path.join(temporaryFolder(), 'osmconf.ini')
  writeFileSync(settings, EVERYTHING)
  return (layer) => {
    const csv = layerAsCsv(context, file, layer, { OSM_CONFIG_FILE: settings })
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true })
    return data.map(({ WKT = '', osm_id = '', all_tags = '' }) => ({
      id: Number(osm_id),
      geometry: WKT,
      tags: tagsOf(all_tags),
    }))
  }
}

/** Tags as PostgreSQL writes them: `"key"=>"value","key"=>"value"`. */
function tagsOf(hstore: string): Record<string, string> {
  const pairs = hstore.matchAll(/"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"/gs)
  const plain = (quoted = '') => quoted.replace(/\\(.)/gs, '$1')
  return Object.fromEntries([...pairs].map(([, key, value]) => [plain(key), plain(value)]))
}

function degrees(lng7: number, lat7: number): string {
  return `${lng7 / 1e7} ${lat7 / 1e7}`
}

/** The first few rows that are not alike, ours beside theirs. */
function differences(ours: Row[], theirs: Row[]): unknown[] {
  const line = ({ id, geometry, tags }: Row) =>
    JSON.stringify([id, geometry, Object.entries(tags).sort()])
  return Array.from({ length: Math.max(ours.length, theirs.length) }, (_, index) => index)
    .map((index) => [ours[index] && line(ours[index]), theirs[index] && line(theirs[index])])
    .filter(([our, their]) => our !== their)
    .slice(0, 3)
}
