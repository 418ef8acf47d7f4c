// Which nodes, ways and relations does one unpacked block hold?
//
// Ids, references and coordinates are differences to the one before, texts are numbers into the
// block's table, tags of dense nodes one list: key, value, key, value, 0, …  The grid on which the
// coordinates lie is written behind the groups, so the groups are found first and read after.
import { BYTES, Cursor, exact, field, NUMBER } from '#geodata/formats/osm/cursor.ts'
import type { OsmHandlers, OsmMember, OsmTags } from '#geodata/formats/osm/handlers.ts'
import { BlobFault } from '#geodata/formats/osm/osm-read-error.ts'
import { StringTable } from '#geodata/formats/osm/string-table.ts'

const BLOCK = {
  strings: field(1, BYTES),
  group: field(2, BYTES),
  granularity: field(17, NUMBER),
  latOffset: field(19, NUMBER),
  lngOffset: field(20, NUMBER),
}
const GROUP = {
  node: field(1, BYTES),
  dense: field(2, BYTES),
  way: field(3, BYTES),
  relation: field(4, BYTES),
}
const DENSE = {
  ids: field(1, BYTES),
  lats: field(8, BYTES),
  lngs: field(9, BYTES),
  tags: field(10, BYTES),
}
/** Alike in nodes, ways and relations. */
const ELEMENT = { id: field(1, NUMBER), keys: field(2, BYTES), values: field(3, BYTES) }
const NODE = { lat: field(8, NUMBER), lng: field(9, NUMBER) }
const WAY = { refs: field(8, BYTES) }
const RELATION = { roles: field(8, BYTES), refs: field(9, BYTES), kinds: field(10, BYTES) }

const NANODEGREES_PER_UNIT = 100
const LNG7_MOST = 1_800_000_000
const LAT7_MOST = 900_000_000
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
  #refs = new Float64Array(2000)
  #granularity = NANODEGREES_PER_UNIT
  #lngOffset = 0
  #latOffset = 0

  constructor(handlers: OsmHandlers) {
    this.#handlers = handlers
  }

  read(bytes: Uint8Array): void {
    const groups: [at: number, end: number][] = []
    const block = this.#block.open(bytes)
    this.#granularity = NANODEGREES_PER_UNIT
    this.#lngOffset = 0
    this.#latOffset = 0
    this.#strings.read(this.#element.open(NOTHING))
    while (block.at < block.end) {
      const key = block.number()
      if (key === BLOCK.strings) this.#strings.read(block.lend(this.#element))
      else if (key === BLOCK.group) {
        const end = block.bytesEnd()
        groups.push([block.at, end])
        block.at = end
      } else if (key === BLOCK.granularity) this.#granularity = block.number()
      else if (key === BLOCK.latOffset) this.#latOffset = block.number()
      else if (key === BLOCK.lngOffset) this.#lngOffset = block.number()
      else block.skip(key)
    }
    block.mustBeAtEnd()
    for (const [at, end] of groups) this.#readGroup(this.#group.open(bytes, at, end))
  }

  #readGroup(group: Cursor): void {
    const { node, way, relation } = this.#handlers
    while (group.at < group.end) {
      const key = group.number()
      if (key === GROUP.dense && node) this.#readDense(group.lend(this.#element), node)
      else if (key === GROUP.node && node) this.#readNode(group.lend(this.#element), node)
      else if (key === GROUP.way && way) this.#readWay(group.lend(this.#element), way)
      else if (key === GROUP.relation && relation)
        this.#readRelation(group.lend(this.#element), relation)
      else group.skip(key)
    }
    group.mustBeAtEnd()
  }

  #readDense(dense: Cursor, handle: NonNullable<OsmHandlers['node']>): void {
    const ids = this.#a.open(NOTHING)
    const lngs = this.#b.open(NOTHING)
    const lats = this.#c.open(NOTHING)
    const tags = this.#keys.open(NOTHING)
    while (dense.at < dense.end) {
      const key = dense.number()
      if (key === DENSE.ids) dense.lend(ids)
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
      handle(
        id,
        this.#lng7(id, lng),
        this.#lat7(id, lat),
        tagged ? this.#denseTags(tags) : undefined,
      )
    }
    for (const list of [ids, lngs, lats, tags]) list.mustBeAtEnd()
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
    while (node.at < node.end) {
      const key = node.number()
      if (key === ELEMENT.id) id = node.signed()
      else if (key === ELEMENT.keys) node.lend(keys)
      else if (key === ELEMENT.values) node.lend(values)
      else if (key === NODE.lng) lng = node.signed()
      else if (key === NODE.lat) lat = node.signed()
      else node.skip(key)
    }
    node.mustBeAtEnd()
    const tagged = keys.at < keys.end
    handle(id, this.#lng7(id, lng), this.#lat7(id, lat), tagged ? this.#tags() : undefined)
  }

  #readWay(way: Cursor, handle: NonNullable<OsmHandlers['way']>): void {
    this.#keys.open(NOTHING)
    this.#values.open(NOTHING)
    const list = this.#a.open(NOTHING)
    let id = 0
    while (way.at < way.end) {
      const key = way.number()
      if (key === ELEMENT.id) id = way.number()
      else if (key === ELEMENT.keys) way.lend(this.#keys)
      else if (key === ELEMENT.values) way.lend(this.#values)
      else if (key === WAY.refs) way.lend(list)
      else way.skip(key)
    }
    way.mustBeAtEnd()
    const refCount = this.#readRefs(list)
    handle(id, this.#refs.subarray(0, refCount), this.#tags())
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
    while (relation.at < relation.end) {
      const key = relation.number()
      if (key === ELEMENT.id) id = relation.number()
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
    handle(id, members, this.#tags())
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

  #lng7(id: number, steps: number): number {
    const lng7 = this.#onGrid(this.#lngOffset, steps)
    return lng7 <= LNG7_MOST && lng7 >= -LNG7_MOST ? lng7 : outside(id, 'longitude', '经度', lng7)
  }

  #lat7(id: number, steps: number): number {
    const lat7 = this.#onGrid(this.#latOffset, steps)
    return lat7 <= LAT7_MOST && lat7 >= -LAT7_MOST ? lat7 : outside(id, 'latitude', '纬度', lat7)
  }

  #onGrid(offset: number, steps: number): number {
    if (offset === 0 && this.#granularity === NANODEGREES_PER_UNIT) return steps
    return Math.round((offset + this.#granularity * steps) / NANODEGREES_PER_UNIT)
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

function outside(id: number, en: string, zh: string, value7: number): never {
  throw new BlobFault(
    `node ${id} at ${en} ${value7 / 1e7}, which is not on Earth`,
    `节点 ${id} 的${zh}为 ${value7 / 1e7}，不在地球上`,
  )
}
