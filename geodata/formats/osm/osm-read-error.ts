// Why can this OpenStreetMap file not be read, where does it break, and what helps?

export type OsmReadErrorKind = 'truncated' | 'not-pbf' | 'xml' | 'unsupported' | 'damaged'

/** Reading ends here; nothing that was handed out before is a whole region. */
export class OsmReadError extends Error {
  readonly kind: OsmReadErrorKind
  readonly messageZh: string

  constructor(kind: OsmReadErrorKind, en: string, zh: string, options?: ErrorOptions) {
    super(en, options)
    this.name = 'OsmReadError'
    this.kind = kind
    this.messageZh = zh
  }
}

/** What helps differs: another download, another form, or one state out of a history. */
export type FaultKind = 'damaged' | 'unsupported' | 'history'

/** A fault found inside one blob, by someone who does not know where in the file that blob lies. */
export class BlobFault extends Error {
  readonly kind: FaultKind
  readonly zh: string

  constructor(en: string, zh: string, kind: FaultKind = 'damaged') {
    super(en)
    this.kind = kind
    this.zh = zh
  }
}

/** Which blob, counted from 1, and the byte of the file where it starts. */
export type BlobPlace = { blob: number; byte: number }

const AGAIN = {
  en: 'Download the extract again and compare its checksum.',
  zh: '请重新下载该数据文件并核对校验和。',
}
const REWRITE = {
  en: 'Rewrite it with “osmium cat in.osm.pbf -o out.osm.pbf” and read that.',
  zh: '请用“osmium cat in.osm.pbf -o out.osm.pbf”改写后再读取。',
}

const AT_ONE_TIME = {
  en: 'Take today’s state out of it with “osmium time-filter in.osh.pbf -o out.osm.pbf” and read that.',
  zh: '请用“osmium time-filter in.osh.pbf -o out.osm.pbf”取出当前状态后再读取。',
}
const REMEDIES = { damaged: AGAIN, unsupported: REWRITE, history: AT_ONE_TIME }

export function errorAt({ blob, byte }: BlobPlace, fault: BlobFault): OsmReadError {
  const remedy = REMEDIES[fault.kind]
  return new OsmReadError(
    fault.kind === 'damaged' ? 'damaged' : 'unsupported',
    `Blob ${blob} at byte ${byte}: ${fault.message}. ${remedy.en}`,
    `第 ${blob} 个数据块（文件第 ${byte} 字节起）：${fault.zh}。${remedy.zh}`,
    { cause: fault },
  )
}

export function truncatedAt(place: BlobPlace, came: number, expected: number, part: Part) {
  return new OsmReadError(
    'truncated',
    `The file ends at byte ${place.byte + came}, inside ${part.en} of blob ${place.blob}: ${expected} bytes expected from byte ${place.byte}, ${came} came. ${AGAIN.en}`,
    `文件在第 ${place.byte + came} 字节处中断，位于第 ${place.blob} 个数据块的${part.zh}内：从第 ${place.byte} 字节起应有 ${expected} 字节，实有 ${came} 字节。${AGAIN.zh}`,
  )
}

export type Part = { en: string; zh: string }
