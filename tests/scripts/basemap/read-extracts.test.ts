// Which version of a thing is drawn, when the extracts hold several?
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { type Extracts, readExtracts } from '#scripts/basemap/read-extracts.ts'
import { type OsmExtract, type OsmPbfOptions, writeOsmPbf } from '#tests/support/osm-pbf-writer.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const RIVER = { waterway: 'river', name: '江' }
const LAKE = { type: 'multipolygon', natural: 'water' }

function reading(extracts: OsmExtract[], options: OsmPbfOptions = {}): Promise<Extracts> {
  const folder = temporaryFolder()
  const files = extracts.map((extract, i) => {
    const file = path.join(folder, `${i}.osm.pbf`)
    writeFileSync(file, writeOsmPbf(extract, options))
    return file
  })
  return readExtracts(files)
}

/** Longitudes of what is drawn as a line, way by way. */
function lines({ ways, nodeNumbers, nodes }: Extracts): [id: number, lngs: number[]][] {
  return [...ways].map(([id, { start, end }]) => [
    id,
    Array.from(nodeNumbers.subarray(start, end), (node) => (node < 0 ? -1 : nodes.lng(node))),
  ])
}

const town = (lng: number) => ({ place: 'town', name: `镇${lng}` })
const older: OsmExtract = {
  nodes: [
    { id: 1, lng: 106, lat: 29, version: 1 },
    { id: 2, lng: 107, lat: 29, version: 1 },
    { id: 3, lng: 108, lat: 29, version: 1, tags: town(108) },
    { id: 4, lng: 109, lat: 29, version: 1, tags: town(109) },
  ],
  ways: [
    { id: 5, refs: [1, 2], tags: RIVER, version: 1 },
    { id: 6, refs: [1, 2], tags: RIVER, version: 1 },
    { id: 7, refs: [1, 2], tags: RIVER, version: 1 },
  ],
  relations: [{ id: 8, members: [{ kind: 'way', ref: 9, role: 'outer' }], tags: LAKE, version: 1 }],
}
const newer: OsmExtract = {
  nodes: [
    { id: 2, lng: 107.5, lat: 29, version: 2 },
    { id: 3, lng: 108.5, lat: 29, version: 2, tags: town(108.5) },
  ],
  ways: [
    { id: 5, refs: [2, 1], tags: RIVER, version: 2 },
    { id: 6, refs: [1, 2], tags: {}, version: 2 },
    { id: 7, refs: [], tags: {}, version: 2, isDeleted: true },
  ],
  relations: [{ id: 8, members: [], tags: { type: 'route' }, version: 2 }],
}

it.each([
  ['the older file first', [older, newer]],
  ['the newer file first', [newer, older]],
])('draws the newest version of each, %s', async (_, files) => {
  const extracts = await reading(files)
  expect(lines(extracts)).toEqual([[5, [107.5, 106]]])
  expect(extracts.multipolygons).toEqual([])
  expect(extracts.places.map(({ lng }) => lng).sort()).toEqual([108.5, 109])
})

it('places nodes that the file leaves out by what it writes on its ways', async () => {
  const alone = { nodes: older.nodes ?? [], ways: [{ id: 5, refs: [1, 2, 99], tags: RIVER }] }
  const extracts = await reading([alone], { locationsOnWays: 'alone' })
  expect(lines(extracts)).toEqual([[5, [106, 107, -1]]])
})
