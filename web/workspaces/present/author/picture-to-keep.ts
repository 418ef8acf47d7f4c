// A picture as it is kept with a story: no larger than a stage shows it, and without what a camera wrote into it.
//
// It is drawn anew and written anew, so that neither the place where it was taken nor anything else beside its pixels
// goes on.
import { readFileKind } from '#geodata/analysis/stories/story-file-kind.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { isPictureType } from '#geodata/contract/story-files.ts'
import type { Pixels } from '#geodata/formats/picture-pixels.ts'

/** As wide as a screen of a hall. */
const LONG_SIDE_PIXELS = 1920
/** Of 0 … 1: no edge of letters frays at twice its size. */
const QUALITY = 0.85
/** Screens and charts stay sharp as PNG; photographs would be many times as large. */
const MOST_PNG_BYTES = 600_000
/** Of what comes: a camera of 100 megapixels. */
const MOST_SIDE_PIXELS = 12_500
const MOST_BYTES = 40 * 2 ** 20

export type PictureToKeep =
  | { kind: 'made'; bytes: Uint8Array<ArrayBuffer>; pixels: Pixels; came: Pixels }
  | { kind: 'refused'; why: Bilingual }

export async function pictureToKeep(file: Blob): Promise<PictureToKeep> {
  if (file.size > MOST_BYTES) return { kind: 'refused', why: tooLargeToRead(file.size) }
  const read = readFileKind(new Uint8Array(await file.arrayBuffer()), MOST_SIDE_PIXELS)
  if (read.kind === 'refused') return read
  if (!isPictureType(read.mediaType) || !read.pixels) return { kind: 'refused', why: NO_PICTURE }
  const drawn = await createImageBitmap(file).catch(() => null)
  if (!drawn) return { kind: 'refused', why: DAMAGED }
  const came = { width: drawn.width, height: drawn.height }
  const canvas = smaller(drawn)
  drawn.close()
  const blob = await written(canvas, read.mediaType)
  if (!blob) return { kind: 'refused', why: DAMAGED }
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

const tooLargeToRead = (bytes: number): Bilingual => {
  const came = Math.round(bytes / 2 ** 20)
  return {
    zh: `图片大小为 ${came} MiB，应不超过 ${MOST_BYTES / 2 ** 20} MiB，请先缩小`,
    en: `The picture has ${came} MiB; at most ${MOST_BYTES / 2 ** 20} MiB are read: make it smaller first`,
  }
}
const NO_PICTURE: Bilingual = {
  zh: '收到的是文档，图片应为 PNG、JPEG 或 WebP；文档请作为附件添加',
  en: 'What came is a document; a picture is PNG, JPEG or WebP: add a document as an attachment',
}
const DAMAGED: Bilingual = {
  zh: '图片已损坏，浏览器无法读取，请换一份',
  en: 'The picture is damaged and this browser cannot read it: choose another copy',
}
