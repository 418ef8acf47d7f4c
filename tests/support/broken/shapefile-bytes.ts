// Parts of a shapefile, byte by byte.

export function shpOfPoints(
  points: readonly (readonly [number, number] | readonly number[])[],
): Buffer {
  return shpOf(
    points.map(([east = 0, north = 0]) => {
      const content = Buffer.alloc(20)
      content.writeInt32LE(1)
      content.writeDoubleLE(east, 4)
      content.writeDoubleLE(north, 12)
      return content
    }),
  )
}

/** A file of records; `says` lets each say another length than it has, in bytes. */
export function shpOf(contents: readonly Buffer[], says: number | null = null): Buffer {
  const head = Buffer.alloc(100)
  head.writeInt32BE(9994)
  head.writeInt32LE(1000, 28)
  const records = contents.flatMap((content, at) => {
    const recordHead = Buffer.alloc(8)
    recordHead.writeInt32BE(at + 1)
    recordHead.writeInt32BE((says ?? content.length) / 2, 4)
    return [recordHead, content]
  })
  return Buffer.concat([head, ...records])
}

/** A line or an area; `counts` lets it say other numbers of parts and points than it has. */
export function partsShape(
  type: number,
  parts: readonly (readonly number[][])[],
  counts: { parts?: number; points?: number } = {},
): Buffer {
  const points = parts.flat()
  const content = Buffer.alloc(44 + parts.length * 4 + points.length * 16)
  content.writeInt32LE(type)
  content.writeUInt32LE(counts.parts ?? parts.length, 36)
  content.writeUInt32LE(counts.points ?? points.length, 40)
  let before = 0
  parts.forEach((part, at) => {
    content.writeUInt32LE(before, 44 + at * 4)
    before += part.length
  })
  points.forEach(([east = 0, north = 0], at) => {
    content.writeDoubleLE(east, 44 + parts.length * 4 + at * 16)
    content.writeDoubleLE(north, 52 + parts.length * 4 + at * 16)
  })
  return content
}

const WIDTH = 20

/** Columns of text; `rowCount` lets it say another number of rows. */
export function dbfOf(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  { rowCount = rows.length, type = 'C', mark = ' ' } = {},
): Buffer {
  const head = Buffer.alloc(32)
  head[0] = 3
  head.writeUInt32LE(rowCount, 4)
  head.writeUInt16LE(33 + columns.length * 32, 8)
  head.writeUInt16LE(1 + columns.length * WIDTH, 10)
  const fields = columns.map((name) => {
    const field = Buffer.alloc(32)
    field.write(name.slice(0, 10))
    field.write(type, 11)
    field[16] = WIDTH
    return field
  })
  const lines = rows.map((row) => {
    const line = Buffer.alloc(1 + columns.length * WIDTH, ' ')
    line.write(mark)
    for (const [at, cell] of row.entries()) line.write(cell, 1 + at * WIDTH)
    return line
  })
  return Buffer.concat([head, ...fields, Buffer.of(0x0d), ...lines, Buffer.of(0x1a)])
}
