// Does a picture hold what its header says? One that no page can draw is not kept.
import { createInflate } from 'node:zlib'
import type { StoryFileType } from '#geodata/contract/story-files.ts'
import { isWholeJpeg, isWholeWebp } from '#geodata/formats/picture-ends.ts'
import { type PngParts, pngParts } from '#geodata/formats/png-parts.ts'

/** Of what is no picture nothing is said. Its pixels must have been found to be few enough. */
export async function isWholePicture(
  mediaType: StoryFileType,
  bytes: Uint8Array,
): Promise<boolean> {
  if (mediaType === 'image/jpeg') return isWholeJpeg(bytes)
  if (mediaType === 'image/webp') return isWholeWebp(bytes)
  if (mediaType !== 'image/png') return true
  const parts = pngParts(bytes)
  return parts !== null && unpacksToRows(parts)
}

const LAST_FILTER = 4
/** Unpacked at a time: nothing is held of what was looked at. */
const PIECE_BYTES = 64 * 1024

/** Every row with its filter, and not a byte more; unpacked no farther than that. */
async function unpacksToRows({ packed, rowByteCounts }: PngParts): Promise<boolean> {
  const unpacking = createInflate({ chunkSize: PIECE_BYTES })
  unpacking.end(packed)
  let row = 0
  let left = 0
  try {
    for await (const piece of unpacking as AsyncIterable<Uint8Array>) {
      let at = 0
      while (at < piece.length) {
        if (left === 0) {
          const rowBytes = rowByteCounts[row]
          if (rowBytes === undefined || (piece[at] ?? 0) > LAST_FILTER) return false
          left = rowBytes
          row += 1
        }
        const taken = Math.min(left, piece.length - at)
        left -= taken
        at += taken
      }
    }
  } catch (error) {
    if (isBadStream(error)) return false
    throw error
  }
  return left === 0 && row === rowByteCounts.length
}

/** Damaged, cut off, or packed with a dictionary that nobody has. */
const isBadStream = (error: unknown) =>
  ['Z_DATA_ERROR', 'Z_BUF_ERROR', 'Z_NEED_DICT'].includes(
    (error as NodeJS.ErrnoException).code ?? '',
  )
