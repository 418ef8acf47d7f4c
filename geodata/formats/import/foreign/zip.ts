// What lies in a file of the zip kind, and what is in one of its parts?
//
//   parts …  │ central directory: a line a part │ end: where the directory begins, how many lines
//
// Only the directory at the end is believed for where parts lie (APPNOTE 6.3.10, with ZIP64); how large a part is
// unpacked is counted, and no part may give more than it says.
import { crc32 } from '#geodata/formats/export/crc-32.ts'
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import { type ByteFile, type Bytes, chunksOf } from '#geodata/formats/import/foreign/byte-file.ts'
import { broken, cutOff, ReadRefusal } from '#geodata/formats/import/foreign/read-refusal.ts'
import {
  directoryEnd,
  directoryLines,
  END_BYTES,
  LONGEST_COMMENT,
  longAt,
  plainDirectory,
  viewOf,
  type ZipEntry,
} from '#geodata/formats/zip-directory.ts'

const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const HEAD = 0x04034b50
const LOCATOR_BYTES = 20
const HEAD_BYTES = 30
const STORED = 0
const DEFLATED = 8

/** Every part but folders, in the order of the directory. */
export async function zipEntries(file: ByteFile, allowance: Allowance): Promise<ZipEntry[]> {
  const tailAt = Math.max(0, file.byteCount - END_BYTES - LONGEST_COMMENT - LOCATOR_BYTES)
  const tail = viewOf(await file.read(tailAt, file.byteCount))
  const endAt = directoryEnd(tail)
  if (endAt === null) {
    throw cutOff({ zh: '压缩包没有结尾的目录', en: 'the zip lacks the directory at its end' })
  }
  try {
    const { count, directoryAt, directoryBytes } = await directoryOf(file, tail, endAt)
    allowance.parts(count)
    allowance.directory(directoryBytes)
    if (directoryAt + directoryBytes > file.byteCount) throw new RangeError('Beyond the file.')
    const directory = await file.read(directoryAt, directoryAt + directoryBytes)
    return directoryLines(directory, count).filter(
      ({ name }) => !/\/$|(^|\/)(__MACOSX\/|\._)/.test(name),
    )
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw broken({ zh: '压缩包的目录有误', en: 'the directory of the zip is wrong' })
  }
}

/** The unpacked bytes of one part, in chunks; refuses more than it says it has, and any that differ from its checksum. */
export async function* partBytes(
  file: ByteFile,
  entry: ZipEntry,
  allowance: Allowance,
): AsyncGenerator<Bytes, void, undefined> {
  if (entry.isLocked) throw locked(entry)
  if (entry.method !== STORED && entry.method !== DEFLATED) throw otherMethod(entry)
  const head = viewOf(await file.read(entry.startByte, entry.startByte + HEAD_BYTES))
  if (head.byteLength < HEAD_BYTES || head.getUint32(0, true) !== HEAD) throw misplaced(entry)
  const from = entry.startByte + HEAD_BYTES + head.getUint16(26, true) + head.getUint16(28, true)
  const to = from + entry.packedBytes
  if (to > file.byteCount) throw misplaced(entry)
  const packed = chunksOf(file, allowance, from, to)
  let came = 0
  let checksum = 0
  for await (const bytes of entry.method === STORED ? packed : inflated(packed, entry)) {
    came += bytes.length
    allowance.unpacked(bytes.length)
    if (came > entry.unpackedBytes) throw larger(entry)
    checksum = crc32(bytes, checksum)
    yield bytes
  }
  if (came !== entry.unpackedBytes || checksum !== entry.checksum) throw differs(entry)
}

/** Whole, for parts that are read as one. */
export async function partText(
  file: ByteFile,
  entry: ZipEntry,
  allowance: Allowance,
): Promise<string> {
  const parts: string[] = []
  const decoder = new TextDecoder()
  let characters = 0
  for await (const bytes of partBytes(file, entry, allowance)) {
    const text = decoder.decode(bytes, { stream: true })
    characters += text.length
    allowance.text(characters)
    parts.push(text)
  }
  return parts.join('') + decoder.decode()
}

async function directoryOf(file: ByteFile, tail: DataView, endAt: number) {
  const plain = plainDirectory(tail, endAt)
  const locatorAt = endAt - LOCATOR_BYTES
  if (locatorAt < 0 || tail.getUint32(locatorAt, true) !== LOCATOR_64) return plain
  const at = longAt(tail, locatorAt + 8)
  const end = viewOf(await file.read(at, at + 56))
  if (end.getUint32(0, true) !== END_64) return plain
  return { count: longAt(end, 32), directoryBytes: longAt(end, 40), directoryAt: longAt(end, 48) }
}

async function* inflated(
  packed: AsyncGenerator<Bytes>,
  entry: ZipEntry,
): AsyncGenerator<Bytes, void, undefined> {
  const source = new ReadableStream<Bytes>({
    pull: async (controller) => {
      const next = await packed.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    cancel: async () => {
      await packed.return(undefined)
    },
  })
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } catch (error) {
    if (error instanceof ReadRefusal) throw error
    throw differs(entry)
  } finally {
    // A stream that broke has nothing left to cancel.
    await reader.cancel().catch(() => {})
  }
}

function locked({ name }: ZipEntry): ReadRefusal {
  return new ReadRefusal('locked', {
    zh: `压缩包设了密码（${name}）。请去掉密码后再传。`,
    en: `The zip is locked by a password (${name}). Take the password off and send it again.`,
  })
}

function otherMethod({ name, method }: ZipEntry): ReadRefusal {
  return new ReadRefusal('other-format', {
    zh: `压缩包里的 ${name} 用了不支持的压缩方式（${method}）。请用普通 ZIP 方式重新压缩。`,
    en: `The part ${name} of the zip is packed by a method that is not read (${method}). Pack it again as a plain zip.`,
  })
}

function misplaced({ name }: ZipEntry): ReadRefusal {
  return broken({
    zh: `压缩包里的 ${name} 不在目录所说的位置`,
    en: `${name} is not where the directory of the zip says`,
  })
}

function differs({ name }: ZipEntry): ReadRefusal {
  return broken({
    zh: `压缩包里的 ${name} 解不开，或与校验和不符`,
    en: `${name} in the zip cannot be unpacked, or differs from its checksum`,
  })
}

function larger({ name, unpackedBytes }: ZipEntry): ReadRefusal {
  return new ReadRefusal('too-large', {
    zh: `压缩包里的 ${name} 自称 ${unpackedBytes} 字节，解压出来却更多：这不是正常的文件，已停止读取。`,
    en: `The part ${name} of the zip says it has ${unpackedBytes} bytes and unpacks to more: no proper file does so; reading was stopped.`,
  })
}
