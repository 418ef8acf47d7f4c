// A picture as it is kept with a story: no larger than a stage shows it, and without what a camera wrote into it.
//
// It is drawn anew and written anew, so that neither the place where it was taken nor anything else beside its pixels
// goes on.
import { readFileKind } from '#geodata/analysis/stories/story-file-kind.ts'
import { isPictureType } from '#geodata/contract/story-files.ts'
import type { Pixels } from '#geodata/formats/picture-pixels.ts'
import { say, t } from '#web/messages/index.ts'

/** As wide as a screen of a hall. */
const LONG_SIDE_PIXELS = 1920
/** Of 0 … 1: no edge of letters frays at twice its size. */
const QUALITY = 0.85
/** Screens and charts stay sharp as PNG; photographs would be many times as large. */
const MOST_PNG_BYTES = 600_000
/** Of what comes: a camera of 100 megapixels. */
const MOST_SIDE_PIXELS = 12_500
const MOST_MEBIBYTES = 40
const MEBIBYTE = 2 ** 20

export type PictureToKeep =
  | { kind: 'made'; bytes: Uint8Array<ArrayBuffer>; pixels: Pixels; came: Pixels }
  /** In the language of the page. */
  | { kind: 'refused'; why: string }

export async function pictureToKeep(file: Blob): Promise<PictureToKeep> {
  const refused = (why: string) => ({ kind: 'refused', why }) as const
  if (file.size > MOST_MEBIBYTES * MEBIBYTE) {
    const came = Math.round(file.size / MEBIBYTE)
    return refused(t('author.pictureTooLarge', { came, most: MOST_MEBIBYTES }))
  }
  const read = readFileKind(new Uint8Array(await file.arrayBuffer()), MOST_SIDE_PIXELS)
  if (read.kind === 'refused') return refused(say(read.why))
  if (!isPictureType(read.mediaType) || !read.pixels) return refused(t('author.pictureIsDocument'))
  const drawn = await createImageBitmap(file).catch(() => null)
  if (!drawn) return refused(t('author.pictureDamaged'))
  const came = { width: drawn.width, height: drawn.height }
  const canvas = smaller(drawn)
  drawn.close()
  const blob = await written(canvas, read.mediaType)
  if (!blob) return refused(t('author.pictureDamaged'))
  const { width, height } = canvas
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return { kind: 'made', bytes, pixels: { width, height }, came }
}

function smaller(drawn: ImageBitmap): HTMLCanvasElement {
  const share = Math.min(1, LONG_SIDE_PIXELS / Math.max(drawn.width, drawn.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(drawn.width * share))
  canvas.height = Math.max(1, Math.round(drawn.height * share))
  const pen = canvas.getContext('2d')
  if (!pen) return canvas
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(drawn, 0, 0, canvas.width, canvas.height)
  return canvas
}

async function written(canvas: HTMLCanvasElement, mediaType: string): Promise<Blob | null> {
  if (mediaType === 'image/png') {
    const png = await blobOf(canvas, 'image/png')
    if (png && png.size <= MOST_PNG_BYTES) return png
  }
  const webp = await blobOf(canvas, 'image/webp')
  // A browser that writes no WebP gives a PNG.
  if (webp?.type === 'image/webp') return webp
  const pen = canvas.getContext('2d')
  if (!pen) return null
  // JPEG has nothing to see through.
  pen.globalCompositeOperation = 'destination-over'
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  return blobOf(canvas, 'image/jpeg')
}

const blobOf = (canvas: HTMLCanvasElement, type: string) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY))
