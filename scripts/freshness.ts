// Is what was built from these files still what they say?
//
// A stamp beside the product keeps a hash over the contents of its inputs: times and checkouts may
// change without anything to rebuild. Of two commands that find it stale at once one builds, and the
// other takes what that built.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { inTurn, type Run } from '#scripts/turn.mjs'

/** Hash over the names and contents of files and, recursively, folders; order does not matter. */
export function contentHash(inputs: string[]): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesBelow).sort()) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/**
 * Runs `build` unless `product` exists and its stamp holds the hash of `inputs`. Says which it was.
 * What `build` starts by the `run` it is given keeps others waiting until it has ended.
 */
export async function buildWhenStale(
  product: string,
  inputs: string[],
  build: (run: Run) => Promise<void>,
): Promise<'fresh' | 'built'> {
  const stamp = `${product}.stamp`
  const isFresh = () =>
    existsSync(product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === contentHash(inputs)
  if (isFresh()) return 'fresh'
  const folder = path.dirname(product)
  mkdirSync(folder, { recursive: true })
  return inTurn(folder, path.basename(product), sayThatItWaits, async (run) => {
    if (isFresh()) return 'fresh'
    const hash = contentHash(inputs)
    // A build that is cut off leaves something behind that no stamp may vouch for.
    rmSync(stamp, { force: true })
    await build(run)
    writeFileSync(stamp, hash)
    return 'built'
  })

  function sayThatItWaits(): void {
    console.log(`Another command is building ${product}; waiting for it …`)
  }
}

function filesBelow(input: string): string[] {
  if (!existsSync(input)) return []
  if (statSync(input).isFile()) return [input]
  return readdirSync(input, { recursive: true, encoding: 'utf8' })
    .map((entry) => path.join(input, entry))
    .filter((file) => statSync(file).isFile())
}
