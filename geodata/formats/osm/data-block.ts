// Which nodes, ways and relations does one unpacked block hold?
//
// Ids, references and coordinates are differences to the one before, texts are numbers into the
// block's table, tags of dense nodes one list: key, value, key, value, 0, …  The grid on which the
// coordinates lie is written behind the groups, so the groups are found first and read after.
import {
  BLOCK,
  DENSE,
  ELEMENT,
  GROUP,
  NODE,
  RELATION,
  WAY,
} from '#geodata/formats/osm/block-fields.ts'
import { Cursor, exact } from '#geodata/formats/osm/cursor.ts'
import { ElementInfo } from '#geodata/formats/osm/element-info.ts'
import { Grid, isNowhere, isOnEarth, mustBeOnEarth } from '#geodata/formats/osm/grid.ts'
import {
  NOWHERE,
  type OsmHandlers,
  type OsmMember,
  type OsmTags,
} from '#geodata/formats/osm/handlers.ts'
import { BlobFault } from '#geodata/formats/osm/osm-read-error.ts'
import { StringTable } from '#geodata/formats/osm/string-table.ts'

const MEMBER_KINDS = ['node', 'way', 'relation'] as const
const NOTHING = new Uint8Array(0)

/** Lent from block to block: it keeps its cursors and the room for references. */
export class DataBlockReader {
  readonly #handlers: OsmHandlers
  readonly #strings = new StringTable()
  readonly #block = new Cursor()
  readonly #group = new Cursor()
  readonly #element = new Cursor()
  readonly #keys = new Cursor()
  readonly #values = new Cursor()
  readonly #a = new Cursor()
  readonly #b = new Cursor()
  readonly #c = new Cursor()
  readonly #info = new ElementInfo()
  readonly #grid = new Grid()
  #refs = new Float64Array(2000)
  #places = new Int32Array(4000)

  constructor(handlers: OsmHandlers) {
    this.#handlers = handlers
  }

  read(bytes: Uint8Array): void {
    const groups: [at: number, end: number][] = []
    const block = this.#block.open(bytes)
    this.#grid.reset()
    this.#strings.read(this.#element.open(NOTHING))
    while (block.at < block.end) {
      const key = block.number()
      if (key === BLOCK.strings) this.#strings.read(block.lend(this.#element))
      else if (key === BLOCK.group) {
        const end = block.bytesEnd()
        groups.push([block.at, end])
        block.at = end
      } else if (key === BLOCK.granularity) this.#grid.granularity = block.number()
      else if (key === BLOCK.latOffset) this.#grid.latOffset = block.number()
      else if (key === BLOCK.lngOffset) this.#grid.lngOffset = block.number()
      else block.skip(key)
    }
    block.mustBeAtEnd()
    for (const [at, end] of groups) this.#readGroup(this.#group.open(bytes, at, end))
  }

  #readGroup(group: Cursor): void {
    const { node, way, relation, passing } = this.#handlers
    while (group.at < group.end) {
      const key = group.number()
      if (key === GROUP.dense && node) this.#readDense(group.lend(this.#element), node)
      else if (key === GROUP.node && node) this.#readNode(group.lend(this.#element), node)
      else if (key === GROUP.way && way) this.#readWay(group.lend(this.#element), way)
      else if (key === GROUP.relation && relation)
        this.#readRelation(group.lend(this.#element), relation)
      else if (passing && key === GROUP.way) this.#pass(group.lend(this.#element), 'way')
      else if (passing && key === GROUP.relation) this.#pass(group.lend(this.#element), 'relation')
      else group.skip(key)
    }
    group.mustBeAtEnd()
  }

  #readDense(dense: Cursor, handle: NonNullable<OsmHandlers['node']>): void {
    const ids = this.#a.open(NOTHING)
    const lngs = this.#b.open(NOTHING)
    const lats = this.#c.open(NOTHING)
    const tags = this.#keys.open(NOTHING)
    this.#info.forget()
    while (dense.at < dense.end) {
      const key = dense.number()
      if (key === DENSE.ids) dense.lend(ids)
      else if (key === DENSE.info) this.#info.openColumns(dense)
      else if (key === DENSE.lngs) dense.lend(lngs)
      else if (key === DENSE.lats) dense.lend(lats)
      else if (key === DENSE.tags) dense.lend(tags)
      else dense.skip(key)
    }
    dense.mustBeAtEnd()
    const tagged = tags.at < tags.end
    let id = 0
    let lng = 0
    let lat = 0
    while (ids.at < ids.end) {
      if (lngs.at >= lngs.end || lats.at >= lats.end) throw fewerCoordinates(id)
      id = exact(id + ids.signed())
      lng += lngs.signed()
      lat += lats.signed()
      this.#info.next()
      this.#tell(id, lng, lat, tagged ? this.#denseTags(tags) : undefined, handle)
    }
    for (const list of [ids, lngs, lats, tags, this.#info]) list.mustBeAtEnd()
  }

  /** A node without a place is as good as deleted; writers keep the sign for "unknown" then. */
  #tell(
    id: number,
    lng: number,
    lat: number,
    tags: OsmTags | undefined,
    handle: NonNullable<OsmHandlers['node']>,
  ): void {
    const lng7 = this.#grid.lng7(lng)
    const lat7 = this.#grid.lat7(lat)
    if (this.#info.isGone || isNowhere(lng7, lat7)) {
      this.#handlers.gone?.('node', id, this.#info.version)
      return
    }
    mustBeOnEarth(id, lng7, lat7)
    handle(id, lng7, lat7, tags, this.#info.version)
  }

  #denseTags(list: Cursor): OsmTags | undefined {
    let tags: OsmTags | undefined
    for (;;) {
      if (list.at >= list.end) {
        throw new BlobFault('tags end before the nodes do', '标签列表先于节点列表结束')
      }
      const key = list.number()
      if (key === 0) return tags
      tags ??= emptyTags()
      tags[this.#strings.text(key)] = this.#strings.text(list.number())
    }
  }

  #readNode(node: Cursor, handle: NonNullable<OsmHandlers['node']>): void {
    const keys = this.#keys.open(NOTHING)
    const values = this.#values.open(NOTHING)
    let id = 0
    let lng = 0
    let lat = 0
    this.#info.forget()
    while (node.at < node.end) {
      const key = node.number()
      if (key === ELEMENT.id) id = node.signed()
      else if (key === ELEMENT.info) this.#info.read(node)
      else if (key === ELEMENT.keys) node.lend(keys)
      else if (key === ELEMENT.values) node.lend(values)
      else if (key === NODE.lng) lng = node.signed()
      else if (key === NODE.lat) lat = node.signed()
      else node.skip(key)
    }
    node.mustBeAtEnd()
    const tagged = keys.at < keys.end
    this.#tell(id, lng, lat, tagged ? this.#tags() : undefined, handle)
  }

  #readWay(way: Cursor, handle: NonNullable<OsmHandlers['way']>): void {
    this.#keys.open(NOTHING)
    this.#values.open(NOTHING)
    const list = this.#a.open(NOTHING)
    const lats = this.#b.open(NOTHING)
    const lngs = this.#c.open(NOTHING)
    let id = 0
    this.#info.forget()
    while (way.at < way.end) {
      const key = way.number()
      if (key === ELEMENT.id) id = way.number()
      else if (key === ELEMENT.info) this.#info.read(way)
      else if (key === ELEMENT.keys) way.lend(this.#keys)
      else if (key === ELEMENT.values) way.lend(this.#values)
      else if (key === WAY.refs) way.lend(list)
      else if (key === WAY.lats) way.lend(lats)
      else if (key === WAY.lngs) way.lend(lngs)
      else way.skip(key)
    }
    way.mustBeAtEnd()
    const refCount = this.#readRefs(list)
    if (this.#info.isGone) {
      this.#handlers.gone?.('way', id, this.#info.version)
      return
    }
    const places = lats.at < lats.end ? this.#readPlaces(lngs, lats, refCount) : undefined
    handle(id, this.#refs.subarray(0, refCount), this.#tags(), this.#info.version, places)
  }

  #readPlaces(lngs: Cursor, lats: Cursor, count: number): Int32Array {
    if (2 * count > this.#places.length) this.#places = new Int32Array(4 * count)
    const places = this.#places.subarray(0, 2 * count).fill(NOWHERE)
    let [lng, lat] = [0, 0]
    for (let at = 0; at < 2 * count && lngs.at < lngs.end && lats.at < lats.end; at += 2) {
      lng += lngs.signed()
      lat += lats.signed()
      const [lng7, lat7] = [this.#grid.lng7(lng), this.#grid.lat7(lat)]
      if (!isOnEarth(lng7, lat7)) continue
      places[at] = lng7
      places[at + 1] = lat7
    }
    for (const list of [lngs, lats]) list.mustBeAtEnd()
    return places
  }

  /** Reads no more of a way or relation than which it is, and of what version. */
  #pass(element: Cursor, kind: 'way' | 'relation'): void {
    let id = 0
    this.#info.forget()
    while (element.at < element.end) {
      const key = element.number()
      if (key === ELEMENT.id) id = element.number()
      else if (key === ELEMENT.info) this.#info.read(element)
      else element.skip(key)
    }
    element.mustBeAtEnd()
    if (this.#info.isGone) this.#handlers.gone?.(kind, id, this.#info.version)
    else this.#handlers.passing?.(kind, id, this.#info.version)
  }

  #readRefs(list: Cursor): number {
    // A reference takes a byte at least.
    const most = list.end - list.at
    if (most > this.#refs.length) this.#refs = new Float64Array(2 * most)
    const refs = this.#refs
    let count = 0
    let ref = 0
    while (list.at < list.end) {
      ref = exact(ref + list.signed())
      refs[count++] = ref
    }
    list.mustBeAtEnd()
    return count
  }

  #readRelation(relation: Cursor, handle: NonNullable<OsmHandlers['relation']>): void {
    this.#keys.open(NOTHING)
    this.#values.open(NOTHING)
    const refs = this.#a.open(NOTHING)
    const roles = this.#b.open(NOTHING)
    const kinds = this.#c.open(NOTHING)
    let id = 0
    this.#info.forget()
    while (relation.at < relation.end) {
      const key = relation.number()
      if (key === ELEMENT.id) id = relation.number()
      else if (key === ELEMENT.info) this.#info.read(relation)
      else if (key === ELEMENT.keys) relation.lend(this.#keys)
      else if (key === ELEMENT.values) relation.lend(this.#values)
      else if (key === RELATION.refs) relation.lend(refs)
      else if (key === RELATION.roles) relation.lend(roles)
      else if (key === RELATION.kinds) relation.lend(kinds)
      else relation.skip(key)
    }
    relation.mustBeAtEnd()
    const members: OsmMember[] = []
    let ref = 0
    while (refs.at < refs.end && roles.at < roles.end && kinds.at < kinds.end) {
      ref = exact(ref + refs.signed())
      const role = this.#strings.text(roles.number())
      members.push({ kind: memberKind(kinds.number()), ref, role })
    }
    for (const list of [refs, roles, kinds]) list.mustBeAtEnd()
    if (this.#info.isGone) this.#handlers.gone?.('relation', id, this.#info.version)
    else handle(id, members, this.#tags(), this.#info.version)
  }

  #tags(): OsmTags {
    const keys = this.#keys
    const values = this.#values
    const tags = emptyTags()
    while (keys.at < keys.end && values.at < values.end) {
      tags[this.#strings.text(keys.number())] = this.#strings.text(values.number())
    }
    if (keys.at !== keys.end || values.at !== values.end) {
      throw new BlobFault(
        'an element with more keys than values, or fewer',
        '某要素的键与值数目不等',
      )
    }
    return tags
  }
}

/** Without a prototype, so that a tag may be called anything. */
function emptyTags(): OsmTags {
  return Object.create(null)
}

function memberKind(number: number): OsmMember['kind'] {
  const kind = MEMBER_KINDS[number]
  if (kind) return kind
  throw new BlobFault(
    `a member of kind ${number}; 0 to 2 expected`,
    `成员类型为 ${number}，应为 0 至 2`,
  )
}

function fewerCoordinates(id: number): BlobFault {
  return new BlobFault(
    `more node ids than coordinates, after node ${id}`,
    `节点 ${id} 之后，节点编号多于坐标`,
  )
}
