// Are the letters of the map there before the map draws them?
//
// The map draws each glyph once and keeps it, so every text of the map is asked for first: what the
// page writes by itself stands in the built fonts, what people typed may come from the subsets.

/** As CSS names them: the built font, then the subsets for characters that people type. */
export const FAMILIES = ['Noto Sans SC', 'Noto Sans SC Variable']

/** Font stacks for MapLibre: the first name only carries the weight. */
export const TEXT_FONT = FAMILIES
export const HEAD_FONT = ['Atlas SemiBold', ...FAMILIES]

/** For a canvas. */
export function headFont(pixels: number): string {
  return `600 ${pixels}px ${FAMILIES.map((family) => `"${family}"`).join(', ')}, sans-serif`
}

/** Loads what the texts need, in the weights of the map; a font that cannot load stops nothing. */
export async function loadMapFonts(texts: Iterable<string>): Promise<void> {
  await import('#web/fonts/rest.css').catch(() => null)
  const letters = [...new Set([...texts].join(''))].join('')
  const families = FAMILIES.map((family) => `"${family}"`).join(', ')
  const loads = [400, 600].map((weight) =>
    document.fonts.load(`${weight} 16px ${families}`, `0123456789 ${letters}`),
  )
  await Promise.allSettled(loads)
}
