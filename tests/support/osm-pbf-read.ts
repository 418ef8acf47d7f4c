// Reads a whole extract into lists, for tests that look at what came out.
import { inflateSync } from 'node:zlib'
import type { Inflate, OsmHeader, OsmMember } from '#geodata/formats/osm/handlers.ts'
import { OsmReadError } from '#geodata/formats/osm/osm-read-error.ts'
import { readOsmPbf } from '#geodata/formats/osm/read-pbf.ts'

export type ReadExtract = {
  header: OsmHeader
  nodes: { id: number; lng7: number; lat7: number; tags?: Record<string, string> }[]
  ways: { id: number; refs: number[]; tags: Record<string, string> }[]
  relations: { id: number; members: OsmMember[]; tags: Record<string, string> }[]
}

export const inflate: Inflate = (zlib, rawByteCount) =>
  inflateSync(zlib, { maxOutputLength: Math.max(1, rawByteCount) })

/** The bytes in pieces of a length, as a slow network would bring them. */
export async function* inPieces(bytes: Uint8Array, byteCount = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += byteCount) yield bytes.subarray(at, at + byteCount)
}

export async function readAll(bytes: Uint8Array, pieceBytes?: number): Promise<ReadExtract> {
  const nodes: ReadExtract['nodes'] = []
  const ways: ReadExtract['ways'] = []
  const relations: ReadExtract['relations'] = []
  const header = await readOsmPbf(inPieces(bytes, pieceBytes), inflate, {
    node: (id, lng7, lat7, tags) =>
      nodes.push({ id, lng7, lat7, ...(tags && { tags: { ...tags } }) }),
    way: (id, refs, tags) => ways.push({ id, refs: [...refs], tags: { ...tags } }),
    relation: (id, members, tags) => relations.push({ id, members, tags: { ...tags } }),
  })
  return { header, nodes, ways, relations }
}

/** The complaint about bytes that must not be readable. */
export async function refusalOf(bytes: Uint8Array, pieceBytes?: number): Promise<OsmReadError> {
  try {
    await readAll(bytes, pieceBytes)
  } catch (error) {
    if (error instanceof OsmReadError) return error
    throw error
  }
  throw new Error(`${bytes.length} bytes were read without a complaint.`)
}
