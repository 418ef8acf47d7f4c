// What is this file, when it is not the OpenStreetMap PBF it was taken for?
import { OsmReadError, type OsmReadErrorKind } from '#geodata/formats/osm/osm-read-error.ts'

/** Enough to know a file by: XML may open with a declaration and a comment. */
export const RECOGNISED_BY_BYTES = 512

type Kind = { kind: OsmReadErrorKind; en: string; zh: string; helps?: { en: string; zh: string } }

const TAKE_PBF = {
  en: 'Take the .osm.pbf of the region instead, for instance from download.geofabrik.de.',
  zh: '请改用该地区的 .osm.pbf 文件，例如从 download.geofabrik.de 下载。',
}
const CONVERT_XML = {
  en: 'Convert it with “osmium cat FILE -o region.osm.pbf”, or download the .osm.pbf.',
  zh: '请用“osmium cat 文件 -o region.osm.pbf”转换，或下载 .osm.pbf 文件。',
}

const BY_FIRST_BYTES: [bytes: number[], Kind][] = [
  [
    [0x1f, 0x8b],
    {
      kind: 'xml',
      en: 'a gzip file, most likely packed XML (.osm.gz)',
      zh: 'gzip 压缩文件，很可能是压缩的 XML（.osm.gz）',
      helps: CONVERT_XML,
    },
  ],
  [
    [0x42, 0x5a, 0x68],
    {
      kind: 'xml',
      en: 'a bzip2 file, most likely packed XML (.osm.bz2)',
      zh: 'bzip2 压缩文件，很可能是压缩的 XML（.osm.bz2）',
      helps: CONVERT_XML,
    },
  ],
  [
    [0x50, 0x4b, 0x03, 0x04],
    { kind: 'not-pbf', en: 'a zip archive (shapefiles?)', zh: 'zip 压缩包（可能是 Shapefile）' },
  ],
  [
    [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
    {
      kind: 'not-pbf',
      en: 'an SQLite database (GeoPackage?)',
      zh: 'SQLite 数据库（可能是 GeoPackage）',
    },
  ],
  [[0xff, 0xe0], { kind: 'not-pbf', en: 'an .o5m file', zh: '.o5m 文件', helps: CONVERT_XML }],
]

const BY_TEXT: [pattern: RegExp, Kind][] = [
  [
    /^<(!doctype\s+html|html)/i,
    {
      kind: 'not-pbf',
      en: 'a web page, not the file behind a link',
      zh: '网页，而不是链接所指的文件',
    },
  ],
  [/^</, { kind: 'xml', en: 'XML (.osm)', zh: 'XML 文件（.osm）', helps: CONVERT_XML }],
  [/^[{[]/, { kind: 'not-pbf', en: 'JSON (GeoJSON?)', zh: 'JSON 文件（可能是 GeoJSON）' }],
]

/** The complaint about a file that starts like another format; undefined when it may be a PBF. */
export function foreignFile(head: Uint8Array): OsmReadError | undefined {
  if (head.length === 0) {
    return complaint({ kind: 'not-pbf', en: 'an empty file (0 bytes)', zh: '空文件（0 字节）' })
  }
  const byBytes = BY_FIRST_BYTES.find(([bytes]) => bytes.every((byte, at) => head[at] === byte))
  if (byBytes) return complaint(byBytes[1])
  const text = asText(head).trimStart()
  const byText = BY_TEXT.find(([pattern]) => pattern.test(text))
  return byText && complaint(byText[1])
}

/** The complaint about bytes that are neither a PBF nor anything known. */
export function unknownFile(head: Uint8Array): OsmReadError {
  const bytes = Array.from(head.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0'))
  return complaint({
    kind: 'not-pbf',
    en: `a file that starts with the bytes ${bytes.join(' ')}`,
    zh: `以字节 ${bytes.join(' ')} 开头的文件`,
  })
}

function complaint({ kind, en, zh, helps = TAKE_PBF }: Kind): OsmReadError {
  return new OsmReadError(
    kind,
    `Byte 0: ${en} came; an OpenStreetMap PBF, whose first blob is called OSMHeader, was expected. ${helps.en}`,
    `第 0 字节：读到的是${zh}；应为 OpenStreetMap PBF 文件（首个数据块名为 OSMHeader）。${helps.zh}`,
  )
}

/** Text in UTF-8, or in UTF-16 when a byte order mark says so; the mark itself is dropped. */
function asText(head: Uint8Array): string {
  const mark = ((head[0] ?? 0) << 8) | (head[1] ?? 0)
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(head)
  return new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-8').decode(head)
}
