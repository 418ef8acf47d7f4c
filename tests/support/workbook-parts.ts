// What stands in the parts of a package: text by name, unpacked.
import { inflateRawSync } from 'node:zlib'
import { partsOf } from '#server/workers/zip-parts.ts'

export function textsOfParts(bytes: Uint8Array): Record<string, string> {
  const zip = partsOf(bytes)
  if (zip.kind !== 'parts') throw new Error(zip.kind)
  return Object.fromEntries(
    zip.parts.map(({ name, method, data }) => [
      name,
      new TextDecoder().decode(method === 8 ? inflateRawSync(data) : data),
    ]),
  )
}
