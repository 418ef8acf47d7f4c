// Do ways in any order and direction make the rings they were cut from, and pieces the lines?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeLines } from '#scripts/basemap/merge-lines.ts'
import { joinRings } from '#scripts/basemap/rings.ts'

/** Rings of node numbers that share no node, each cut at some places, turned and shuffled. */
const cutRings = fc
  .record({
    sizes: fc.array(fc.integer({ min: 3, max: 9 }), { minLength: 1, maxLength: 4 }),
    cut: fc.infiniteStream(fc.boolean()),
    turned: fc.infiniteStream(fc.boolean()),
    order: fc.infiniteStream(fc.nat()),
  })
  .map(({ sizes, cut, turned, order }) => {
    const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((a, b) => a + b, 0))
    const lines = sizes.flatMap((size, index) => {
      const ring = Array.from({ length: size + 1 }, (_, i) => (starts[index] ?? 0) + (i % size))
      const pieces: number[][] = [[ring[0]!]]
      for (const node of ring.slice(1)) {
        pieces.at(-1)!.push(node)
        if (node !== ring.at(-1) && cut.next().value) pieces.push([node])
      }
      return pieces
    })
    const shuffled = lines
      .map((line) => ({ line, at: order.next().value as number }))
      .sort((a, b) => a.at - b.at)
      .map(({ line }) => Int32Array.from(turned.next().value ? line.reverse() : line))
    return { sizes, lines: shuffled }
  })

/** The stretches of a line as sorted pairs of neighbours, whichever way it goes. */
const stretches = (lines: Iterable<Int32Array>) =>
  [...lines]
    .flatMap((line) => [...line].slice(1).map((node, i) => [line[i]!, node].sort((a, b) => a - b)))
    .map(String)
    .sort()

it('joins what was cut from rings into the same rings', () => {
  fc.assert(
    fc.property(cutRings, ({ sizes, lines }) => {
      const { rings, open } = joinRings(lines)
      expect(open).toBe(0)
      expect(rings.map((ring) => ring.length - 1).sort()).toEqual([...sizes].sort())
      expect(rings.every((ring) => ring[0] === ring.at(-1))).toBe(true)
      expect(stretches(rings)).toEqual(stretches(lines))
    }),
  )
})

it('counts what does not close, and keeps what does', () => {
  const ring = Int32Array.of(1, 2, 3, 1)
  expect(joinRings([Int32Array.of(7, 8), ring, Int32Array.of(8, 9)])).toEqual({
    rings: [ring],
    open: 1,
  })
})

it('merges every stretch of alike pieces into lines exactly once', () => {
  const anyPiece = fc.record({
    nodes: fc.array(fc.nat(6), { minLength: 2, maxLength: 4 }).map((list) => Int32Array.from(list)),
    likeness: fc.nat(1),
  })
  fc.assert(
    fc.property(fc.array(anyPiece, { maxLength: 12 }), (pieces) => {
      const lines = mergeLines(pieces)
      for (const likeness of [0, 1]) {
        const alike = <T>(list: T[], of: (one: T) => number) =>
          list.filter((one) => pieces[of(one)]?.likeness === likeness)
        const before = pieces.filter((piece) => piece.likeness === likeness)
        const after = alike(lines, ({ firstPiece }) => firstPiece)
        expect(stretches(after.map(({ nodes }) => nodes))).toEqual(
          stretches(before.map(({ nodes }) => nodes)),
        )
      }
    }),
  )
})

it('ends a line where a third piece of its kind meets it, and not where another kind does', () => {
  const piece = (likeness: number, ...nodes: number[]) => ({
    nodes: Int32Array.from(nodes),
    likeness,
  })
  const lines = (...pieces: ReturnType<typeof piece>[]) =>
    mergeLines(pieces).map(({ nodes }) => [...nodes])
  expect(lines(piece(0, 1, 2), piece(0, 3, 2), piece(1, 2, 9))).toEqual([
    [1, 2, 3],
    [2, 9],
  ])
  expect(lines(piece(0, 1, 2), piece(0, 3, 2), piece(0, 2, 9))).toHaveLength(3)
  expect(lines(piece(0, 2, 3), piece(0, 1, 2), piece(0, 4, 3))).toEqual([[1, 2, 3, 4]])
})
