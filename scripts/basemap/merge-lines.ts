// Which ways are pieces of one line? Those alike that meet where nothing else of their kind does.
//
// A road is cut at every bridge, lane and limit. Drawn piece by piece it would lose, at small scales,
// every piece shorter than a pixel, and no name would find room on it.

/** `likeness` is the same number for pieces that may become one; below 2^22. */
export type Piece = { nodes: Int32Array; likeness: number }
export type Line = { nodes: Int32Array; firstPiece: number }

/** An end of a piece: twice its number, and one more for the end at its start. */
type End = number
const pieceOf = (end: End) => end >>> 1
const isStart = (end: End) => (end & 1) === 1
const NODES = 2 ** 31

/** Every piece in exactly one line; a line stands where its first piece does. */
export function mergeLines(pieces: readonly Piece[]): Line[] {
  const meetings = meetingsOf(pieces)
  const used = new Uint8Array(pieces.length)
  return pieces.flatMap(({ nodes }, piece) => {
    if (used[piece]) return []
    used[piece] = 1
    const after = follow(2 * piece, pieces, meetings, used)
    const before = follow(2 * piece + 1, pieces, meetings, used)
    const parts = [
      ...before.map((end) => onward(end, pieces).toReversed()).reverse(),
      nodes,
      ...after.map((end) => onward(end, pieces)),
    ]
    return [{ nodes: joined(parts), firstPiece: piece }]
  })
}

/** The pieces met one after another beyond an end, each by the end at which it is entered. */
function follow(
  from: End,
  pieces: readonly Piece[],
  meetings: Map<number, End[]>,
  used: Uint8Array,
): End[] {
  const met: End[] = []
  for (let end = from; ; ) {
    const there = meetings.get(placeOf(end, pieces)) ?? []
    const next = there.length === 2 ? there.find((other) => !used[pieceOf(other)]) : undefined
    if (next === undefined) return met
    used[pieceOf(next)] = 1
    met.push(next)
    end = isStart(next) ? next - 1 : next + 1
  }
}

function meetingsOf(pieces: readonly Piece[]): Map<number, End[]> {
  const meetings = new Map<number, End[]>()
  for (let end = 0; end < 2 * pieces.length; end++) {
    const place = placeOf(end, pieces)
    const there = meetings.get(place)
    if (there) there.push(end)
    else meetings.set(place, [end])
  }
  return meetings
}

function placeOf(end: End, pieces: readonly Piece[]): number {
  const piece = pieces[pieceOf(end)]
  return (piece?.likeness ?? 0) * NODES + (piece?.nodes.at(isStart(end) ? 0 : -1) ?? 0)
}

/** The nodes of a piece away from one of its ends. */
function onward(end: End, pieces: readonly Piece[]): Int32Array {
  const nodes = pieces[pieceOf(end)]?.nodes ?? new Int32Array()
  return isStart(end) ? nodes : nodes.toReversed()
}

/** Parts whose neighbours share a node, as one. */
function joined(parts: Int32Array[]): Int32Array {
  const nodes = new Int32Array(parts.reduce((sum, part) => sum + part.length - 1, 1))
  let at = 0
  for (const part of parts) {
    nodes.set(part, at)
    at += part.length - 1
  }
  return nodes
}
