// Are the letters of the map there before the map draws them?
//
// The map draws each glyph once and keeps it. A font that is cut into many small files loads a file
// only when one of its letters is asked for, so every text of the map is asked for first.

const FAMILY = 'Noto Sans SC Variable'

/** Font stacks for MapLibre: the first name only carries the weight, the second is the family. */
export const TEXT_FONT = [FAMILY]
export const HEAD_FONT = ['Atlas SemiBold', FAMILY]

/** Loads what the texts need, in the weights of the map; a font that cannot load stops nothing. */
export async function loadMapFonts(texts: Iterable<string>): Promise<void> {
  const letters = [...new Set([...texts].join(''))].join('')
  const loads = [400, 600].map((weight) =>
    document.fonts.load(`${weight} 16px "${FAMILY}"`, `0123456789 ${letters}`),
  )
  await Promise.allSettled(loads)
}
