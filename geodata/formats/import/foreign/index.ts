// Which kinds of file can be read, and which of them is this? By its first bytes, and only then by its name.
//
// Here is what the district has, whatever wrote it: its encoding, delimiter, slips and all. The strict readers beside this
// room (import/csv.ts, import/geojson.ts) are for the repository's own sources, where every slip is to be refused.
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import type { ByteFile } from '#geodata/formats/import/foreign/byte-file.ts'
import { readGeoJson } from '#geodata/formats/import/foreign/json/read-geojson.ts'
import { readKml, readKmz } from '#geodata/formats/import/foreign/kml.ts'
import type { Pieces } from '#geodata/formats/import/foreign/piece.ts'
import { noTable, ReadRefusal } from '#geodata/formats/import/foreign/read-refusal.ts'
import { readShapefiles } from '#geodata/formats/import/foreign/shapefile/read-shapefile.ts'
import { readText } from '#geodata/formats/import/foreign/text/read-text.ts'
import { markedEncoding } from '#geodata/formats/import/foreign/text/survey-encoding.ts'
import { unreadKind } from '#geodata/formats/import/foreign/unread-kind.ts'
import { readWorkbook } from '#geodata/formats/import/foreign/workbook/read-workbook.ts'
import { zipEntries } from '#geodata/formats/import/foreign/zip.ts'
import type { ZipEntry } from '#geodata/formats/zip-directory.ts'

/** What is read beside this room; a database needs one to read it. */
export type Beside = { geopackage: (allowance: Allowance) => Pieces }

type PlainReader = (file: ByteFile, name: string, allowance: Allowance) => Pieces
type ZipReader = (
  file: ByteFile,
  name: string,
  allowance: Allowance,
  entries: readonly ZipEntry[],
) => Pieces

/** What lies in a zip tells what it is; the first that fits. */
const IN_ZIP: readonly { has: RegExp; read: ZipReader }[] = [
  { has: /^xl[/\\]workbook\.xml$/i, read: readWorkbook },
  { has: /\.shp$/i, read: readShapefiles },
  { has: /\.kml$/i, read: readKmz },
]

/** How the text of a file begins, after spaces and comments. */
const IN_TEXT: readonly { begins: RegExp; read: PlainReader }[] = [
  { begins: /^<(\?xml|!--|!DOCTYPE kml|(\w+:)?kml([\s/>]|$))/i, read: readKml },
  { begins: /^[[{]\s*(["[{}\]]|$)/, read: readGeoJson },
]

const HEAD_BYTES = 4096
const ZIP = [0x50, 0x4b]
const SQLITE = [...'SQLite format 3'].map((letter) => letter.charCodeAt(0))

export async function* readForeign(
  file: ByteFile,
  name: string,
  allowance: Allowance,
  beside: Beside,
): Pieces {
  allowance.file(file.byteCount)
  const head = await file.read(0, Math.min(HEAD_BYTES, file.byteCount))
  const begins = (bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte)
  const marked = markedEncoding(head)
  const text = withoutStart(new TextDecoder(marked ?? 'utf-8').decode(head))
  if (text === '' && file.byteCount <= HEAD_BYTES) throw isEmpty()
  if (begins(ZIP)) {
    yield* readZip(file, name, allowance)
    return
  }
  if (begins(SQLITE)) {
    yield* beside.geopackage(allowance)
    return
  }
  const unread = unreadKind(head, text, name)
  if (unread) throw unread
  const found = IN_TEXT.find(({ begins: how }) => how.test(text))
  yield* (found?.read ?? readText)(file, name, allowance)
}

/** Without spaces, and the mark that goes before each text of a JSON sequence (RFC 8142). */
function withoutStart(text: string): string {
  const mark = String.fromCharCode(0x1e)
  return text.replaceAll(mark, ' ').trimStart()
}

async function* readZip(file: ByteFile, name: string, allowance: Allowance): Pieces {
  const entries = await zipEntries(file, allowance)
  const names = entries.map((entry) => entry.name)
  const found = IN_ZIP.find(({ has }) => names.some((one) => has.test(one)))
  if (found) {
    yield* found.read(file, name, allowance, entries)
    return
  }
  throw unreadKind(new Uint8Array(0), '', name, names) ?? otherZip(names)
}

function otherZip(names: readonly string[]): ReadRefusal {
  const listed = names.slice(0, 5).map((name) => name.slice(0, 80))
  return noTable({
    zh: `压缩包里没有 .shp、.kml 或工作簿，只有 ${listed.join('、') || '空目录'}${names.length > 5 ? ' 等' : ''}。其他格式请解压后直接传文件`,
    en: `the zip holds no .shp, .kml or workbook, only ${listed.join(', ') || 'empty folders'}${names.length > 5 ? ' and more' : ''}. Unpack other formats and send the file itself`,
  })
}

function isEmpty(): ReadRefusal {
  return new ReadRefusal('empty', {
    zh: '文件是空的。请检查是否导出成功，再传一次。',
    en: 'The file is empty. See whether it was exported as it should, and send it again.',
  })
}
