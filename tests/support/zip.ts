// A file of the zip kind, made of parts; `says` lets it lie about how large they are unpacked.
import { crc32, deflateRawSync } from 'node:zlib'

export function zipOf(
  parts: Readonly<Record<string, Uint8Array | string>>,
  says: number | null = null,
): Uint8Array<ArrayBuffer> {
  const written: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const named = Buffer.from(name)
    const sizes = Buffer.alloc(16)
    sizes.writeUInt32LE(crc32(plain), 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(says ?? plain.length, 8)
    sizes.writeUInt16LE(named.length, 12)
    // Version 2.0, no flags, deflated, no date.
    const how = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0])
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), how, sizes, named, packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        Buffer.from([20, 0]),
        how,
        sizes,
        place,
        named,
      ]),
    )
    written.push(local)
    at += local.length
  }
  const lines = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(lines.length, 8)
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...written, lines, Buffer.from('PK\u0005\u0006'), end]))
}
