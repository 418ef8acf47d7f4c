// A drawing as a picture: PNG, painted beside the server's thread, in the product's own font.
import { renderAsync } from '@resvg/resvg-js'
import { DOCUMENT_FONT } from '#geodata/model/document-font.ts'
import { fontsFor } from '#server/fonts/fonts-for.ts'
import { unwritable } from '#server/maps/unwritable.ts'

/** So many pixels wide; a text with a character that no font has is refused, not painted as a box. */
export async function pictureOf(
  svg: string,
  widthPixels: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { files, missing } = fontsFor(svg)
  if (missing.length > 0) throw unwritable(missing)
  const image = await renderAsync(
    svg,
    {
      fitTo: { mode: 'width', value: widthPixels },
      font: {
        loadSystemFonts: false,
        fontFiles: files,
        defaultFontFamily: DOCUMENT_FONT.family,
        sansSerifFamily: DOCUMENT_FONT.family,
      },
    },
    signal ?? null,
  )
  return new Uint8Array(image.asPng())
}
