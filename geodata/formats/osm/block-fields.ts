// Under which numbers do the parts of a block of data lie?
import { BYTES, field, NUMBER } from '#geodata/formats/osm/cursor.ts'

export const BLOCK = {
  strings: field(1, BYTES),
  group: field(2, BYTES),
  granularity: field(17, NUMBER),
  latOffset: field(19, NUMBER),
  lngOffset: field(20, NUMBER),
}
export const GROUP = {
  node: field(1, BYTES),
  dense: field(2, BYTES),
  way: field(3, BYTES),
  relation: field(4, BYTES),
}
export const DENSE = {
  ids: field(1, BYTES),
  info: field(5, BYTES),
  lats: field(8, BYTES),
  lngs: field(9, BYTES),
  tags: field(10, BYTES),
}
/** Alike in nodes, ways and relations. */
export const ELEMENT = {
  id: field(1, NUMBER),
  keys: field(2, BYTES),
  values: field(3, BYTES),
  info: field(4, BYTES),
}
export const NODE = { lat: field(8, NUMBER), lng: field(9, NUMBER) }
export const WAY = { refs: field(8, BYTES), lats: field(9, BYTES), lngs: field(10, BYTES) }
export const RELATION = { roles: field(8, BYTES), refs: field(9, BYTES), kinds: field(10, BYTES) }
