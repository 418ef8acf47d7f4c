// Which characters has a font glyphs for? Its table cmap (OpenType), formats 4 and 12.
//
// Format 12 holds groups of code points, first to last. Format 4 holds the same for the first 65,536:
//
//   segment s   code points startCode[s] … endCode[s]; the last one ends at 0xFFFF and holds nothing

const HEAD_BYTES = 12
const RECORD_BYTES = 16

/** Code points, first and last, both meant, in order. */
export type CodeRange = readonly [first: number, last: number]

/** Throws where the file is no font or its table is of a kind that is not read here. */
export function charactersOf(font: Uint8Array): CodeRange[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableAt(view, 'cmap')
  if (cmap === null) throw new Error('This is no font: it has no table cmap.')
  const found = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => {
    const at = cmap + view.getUint32(cmap + 4 + index * 8 + 4)
    return { at, format: view.getUint16(at) }
  })
  const wide = found.find(({ format }) => format === 12)
  if (wide) return groupsAt(view, wide.at)
  const plain = found.find(({ format }) => format === 4)
  if (plain) return segmentsAt(view, plain.at)
  throw new Error(
    `The font has character tables of format ${found.map(({ format }) => format).join(', ')}; 4 or 12 is read.`,
  )
}

/** Whether a code point lies in one of the ranges, which are in order. */
export function holds(ranges: readonly CodeRange[], code: number): boolean {
  let [low, high] = [0, ranges.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = ranges[middle] ?? [0, 0]
    if (code < first) high = middle - 1
    else if (code > last) low = middle + 1
    else return true
  }
  return false
}

function tableAt(view: DataView, tag: string): number | null {
  const count = view.byteLength < HEAD_BYTES ? 0 : view.getUint16(4)
  for (let index = 0; index < count; index++) {
    const at = HEAD_BYTES + index * RECORD_BYTES
    if (at + RECORD_BYTES > view.byteLength) return null
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)))
    if (name === tag) return view.getUint32(at + 8)
  }
  return null
}

function groupsAt(view: DataView, at: number): CodeRange[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12
    return [view.getUint32(group), view.getUint32(group + 4)] as const
  })
}

function segmentsAt(view: DataView, at: number): CodeRange[] {
  const count = view.getUint16(at + 6) / 2
  const ends = at + 14
  const starts = ends + count * 2 + 2
  return Array.from(
    { length: count },
    (_, index) => [view.getUint16(starts + index * 2), view.getUint16(ends + index * 2)] as const,
  ).filter(([first]) => first !== 0xffff)
}
