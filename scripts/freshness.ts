// Is what was built from these files still what they say?
//
// A stamp beside the product keeps a hash over the contents of its inputs: times and checkouts may
// change without anything to rebuild.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Hash over the names and contents of files and, recursively, folders; order does not matter. */
export function contentHash(inputs: string[]): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesBelow).sort()) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Runs `build` unless `product` exists and its stamp holds the hash of `inputs`. Says which it was. */
export async function buildWhenStale(
  product: string,
  inputs: string[],
  build: () => Promise<void> | void,
): Promise<'fresh' | 'built'> {
  const stamp = `${product}.stamp`
  const hash = contentHash(inputs)
  if (existsSync(product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    return 'fresh'
  }
  await build()
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
  return 'built'
}

function filesBelow(input: string): string[] {
  if (!existsSync(input)) return []
  if (statSync(input).isFile()) return [input]
  return readdirSync(input, { recursive: true, encoding: 'utf8' })
    .map((entry) => path.join(input, entry))
    .filter((file) => statSync(file).isFile())
}
