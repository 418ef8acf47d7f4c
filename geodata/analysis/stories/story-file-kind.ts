// Of which kind is a file that is to be kept with a story? Its first bytes say it, whatever its name says.
import type { Bilingual } from '#geodata/contract/shared.ts'
import {
  FILE_KINDS,
  MOST_FILE_BYTES,
  MOST_FILE_MEBIBYTES,
  type StoryFileType,
} from '#geodata/contract/story-files.ts'
import { jpegPixels, type Pixels, pngPixels, webpPixels } from '#geodata/formats/picture-pixels.ts'
import { zipNames } from '#geodata/formats/zip-directory.ts'

/** A longer side unpacks to more than a page or a PDF should hold: 4096 × 4096 are 64 MiB. */
export const MOST_SIDE_PIXELS = 4096

export type FileRead =
  | { kind: 'fits'; mediaType: StoryFileType; pixels: Pixels | null }
  | { kind: 'refused'; why: Bilingual }

/** `mostSidePixels`: of a picture that is made smaller before it is kept, more. */
export function readFileKind(bytes: Uint8Array, mostSidePixels = MOST_SIDE_PIXELS): FileRead {
  if (bytes.length === 0) return refused('an empty file', '空文件')
  const picture = PICTURES.find(({ starts }) => starts(bytes))
  if (picture) return readPicture(picture, bytes, mostSidePixels)
  if (isAt(bytes, 0, '%PDF-')) return { kind: 'fits', mediaType: 'application/pdf', pixels: null }
  if (isAt(bytes, 0, 'PK\u0003\u0004')) return readOffice(zipNames(bytes))
  const known = REFUSED.find(({ is }) => is(bytes))
  return known ? refused(known.en, known.zh) : refused('a file of another kind', '其他类型的文件')
}

/** What came is larger than is kept; null: it is not. */
export function tooLarge(byteCount: number): Bilingual | null {
  if (byteCount <= MOST_FILE_BYTES) return null
  const came = (byteCount / 2 ** 20).toFixed(1)
  return {
    zh: `文件大小为 ${came} MiB，单个文件应不超过 ${MOST_FILE_MEBIBYTES} MiB，请缩小后再放入`,
    en: `The file has ${came} MiB; a file may have at most ${MOST_FILE_MEBIBYTES} MiB: make it smaller first`,
  }
}

const FITS = Object.values(FILE_KINDS).map(({ name }) => name)

const refused = (en: string, zh: string): Extract<FileRead, { kind: 'refused' }> => ({
  kind: 'refused',
  why: {
    zh: `收到的是${zh}，应为 ${FITS.join('、')}`,
    en: `What came is ${en}; expected one of ${FITS.join(', ')}`,
  },
})

const isAt = (bytes: Uint8Array, at: number, letters: string) =>
  [...letters].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

/** A picture of the type that cannot be drawn. */
export function damaged(mediaType: StoryFileType): Extract<FileRead, { kind: 'refused' }> {
  const { name } = FILE_KINDS[mediaType]
  return refused(`a damaged ${name} picture`, `已损坏的 ${name} 图片`)
}

type Picture = {
  mediaType: StoryFileType
  starts: (bytes: Uint8Array) => boolean
  pixels: (bytes: Uint8Array) => Pixels | null
}

const PICTURES: readonly Picture[] = [
  {
    mediaType: 'image/png',
    starts: (bytes) => isAt(bytes, 0, '\u0089PNG\r\n\u001a\n'),
    pixels: pngPixels,
  },
  {
    mediaType: 'image/jpeg',
    starts: (bytes) => isAt(bytes, 0, '\u00ff\u00d8\u00ff'),
    pixels: jpegPixels,
  },
  {
    mediaType: 'image/webp',
    starts: (bytes) => isAt(bytes, 0, 'RIFF') && isAt(bytes, 8, 'WEBP'),
    pixels: webpPixels,
  },
]

function readPicture(picture: Picture, bytes: Uint8Array, mostSidePixels: number): FileRead {
  const { mediaType } = picture
  const pixels = picture.pixels(bytes)
  if (!pixels || pixels.width === 0 || pixels.height === 0) return damaged(mediaType)
  const { width, height } = pixels
  if (Math.max(width, height) <= mostSidePixels) return { kind: 'fits', mediaType, pixels }
  return {
    kind: 'refused',
    why: {
      zh: `图片为 ${width} × ${height} 像素，长边应不超过 ${mostSidePixels} 像素，请缩小后再放入`,
      en: `The picture has ${width} × ${height} pixels; its longer side may have at most ${mostSidePixels}: make it smaller first`,
    },
  }
}

/** What an Office document of each kind has within. */
const OFFICE: readonly [part: string, mediaType: StoryFileType][] = [
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [
    'ppt/presentation.xml',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ],
]

function readOffice(names: readonly string[] | null): FileRead {
  if (!names) return refused('a damaged ZIP archive', '已损坏的压缩包')
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) {
    return refused('an Office document with macros', '含宏的 Office 文档')
  }
  const mediaType = OFFICE.find(([part]) => names.includes(part))?.[1]
  return mediaType && names.includes('[Content_Types].xml')
    ? { kind: 'fits', mediaType, pixels: null }
    : refused('a ZIP archive', '压缩包')
}

const startOf = (bytes: Uint8Array) =>
  new TextDecoder()
    .decode(bytes.subarray(0, 1024))
    .replace(/^\ufeff/, '')
    .trimStart()

/** What people would try, and what it is called. */
const REFUSED: readonly { is: (bytes: Uint8Array) => boolean; en: string; zh: string }[] = [
  {
    is: (bytes) => /^<svg[\s>]|^<(\?xml|!--|!DOCTYPE svg)[\s\S]*<svg[\s>]/i.test(startOf(bytes)),
    en: 'an SVG drawing, which can hold a script',
    zh: '可含脚本的 SVG 图形',
  },
  { is: (bytes) => isAt(bytes, 0, 'GIF8'), en: 'a GIF picture', zh: ' GIF 图片' },
  {
    is: (bytes) => isAt(bytes, 4, 'ftyphei') || isAt(bytes, 4, 'ftypmif'),
    en: 'a HEIC picture',
    zh: ' HEIC 图片',
  },
  { is: (bytes) => isAt(bytes, 4, 'ftypavif'), en: 'an AVIF picture', zh: ' AVIF 图片' },
  {
    is: (bytes) => isAt(bytes, 0, 'II*\u0000') || isAt(bytes, 0, 'MM\u0000*'),
    en: 'a TIFF picture',
    zh: ' TIFF 图片',
  },
  { is: (bytes) => isAt(bytes, 0, 'BM'), en: 'a BMP picture', zh: ' BMP 图片' },
  {
    is: (bytes) => isAt(bytes, 0, '\u00d0\u00cf\u0011\u00e0'),
    en: 'an Office document of the old kind (DOC, XLS, PPT)',
    zh: '旧格式的 Office 文档（DOC、XLS、PPT）',
  },
  {
    is: (bytes) => /^<(!DOCTYPE\s+html|html|head|body|script)[\s>]/i.test(startOf(bytes)),
    en: 'a web page',
    zh: '网页',
  },
]
