// How does a network of a million junctions come about, with none so large available?
//
// Copies of a real extract, shifted so that none overlaps, with ids of their own, one file each; a
// last file of ways joins each copy to the one before at a few junctions. All together they are one
// extract in several files.
import { createReadStream, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readOsmPbf } from '#geodata/formats/osm/read-pbf.ts'
import { inflate } from '#tests/support/osm-pbf-read.ts'
import { type OsmExtract, writeOsmPbf } from '#tests/support/osm-pbf-writer.ts'

const JOINS_PER_COPY = 8
const COLUMNS = 5

/** Writes the files into the folder and returns their paths. Five copies side by side, then a row below. */
export async function stitchedCopies(
  pbfFile: string,
  copyCount: number,
  folder: string,
): Promise<string[]> {
  const nodes: Required<OsmExtract>['nodes'] = []
  const ways: Required<OsmExtract>['ways'] = []
  let [west, east, south, north] = [180, -180, 90, -90]
  let mostId = 0
  await readOsmPbf(createReadStream(pbfFile), inflate, {
    node: (id, lng7, lat7) => {
      const [lng, lat] = [lng7 / 1e7, lat7 / 1e7]
      nodes.push({ id, lng, lat })
      west = Math.min(west, lng)
      east = Math.max(east, lng)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
      mostId = Math.max(mostId, id)
    },
    way: (id, refs, tags) => {
      ways.push({ id, refs: [...refs], tags: { ...tags } })
      mostId = Math.max(mostId, id)
    },
  })
  const files: string[] = []
  const write = (name: string, extract: OsmExtract) => {
    files.push(path.join(folder, name))
    writeFileSync(files.at(-1)!, writeOsmPbf(extract))
  }
  for (let copy = 0; copy < copyCount; copy++) {
    const shift = {
      id: copy * (mostId + 1),
      lng: -180 - west + (copy % COLUMNS) * (east - west),
      lat: -Math.floor(copy / COLUMNS) * (north - south),
    }
    write(`copy-${copy}.osm.pbf`, {
      nodes: nodes.map(({ id, lng, lat }) => ({
        id: id + shift.id,
        lng: lng + shift.lng,
        lat: lat + shift.lat,
      })),
      ways: ways.map(({ id, refs, tags = {} }) => ({
        id: id + shift.id,
        refs: refs.map((ref) => ref + shift.id),
        tags,
      })),
    })
  }
  const joins: Required<OsmExtract>['ways'] = []
  for (let join = 0; join < JOINS_PER_COPY * (copyCount - 1); join++) {
    const copy = 1 + Math.floor(join / JOINS_PER_COPY)
    const [end = 0] = ways[(join * 7919) % ways.length]?.refs ?? []
    joins.push({
      id: copyCount * (mostId + 1) + join,
      refs: [end + (copy - 1) * (mostId + 1), end + copy * (mostId + 1)],
      tags: { highway: 'trunk' },
    })
  }
  write('joins.osm.pbf', { ways: joins })
  return files
}
