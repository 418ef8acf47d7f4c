// Packs everything a machine without internet needs into one archive: the built page, the server,
// its production packages, Node itself where set-up brought it, and the base data. It holds machine
// code and so runs on this platform only; its name says which.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { BASEMAP_FILE } from '#geodata/contract/basemap.ts'
import { DOCUMENT_FONT } from '#geodata/model/document-font.ts'
import { prepare } from '#scripts/prepare.ts'

const SHIPPED = [
  'dist',
  'server',
  'geodata',
  DOCUMENT_FONT.folder,
  'web/tokens.css',
  'package.json',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'docs',
]

/** What only building or another platform would need: of the packages two thirds of the bytes. */
const LEFT_BEHIND = [
  /^\.cache\/.*\.stamp$/,
  /^node_modules\/node-[^/]+\/(include|share)\b/,
  /^node_modules\/better-sqlite3\/(deps|src)\b/,
  new RegExp(`^node_modules/better-sqlite3/prebuilds/(?!${process.platform}-${process.arch}\\.)`),
]
const LAUNCHER = `#!/bin/sh
# Serves Park Atlas from this folder; HOST, PORT and DATA_DIR may be set before.
cd "$(dirname "$0")" || exit 1
for node in node_modules/node-*/bin/node; do
  [ -x "$node" ] && exec "$node" server/main.ts
done
exec node server/main.ts
`

/** Writes the archive into `folder` and returns its path; throws when a step fails. */
export async function packBundle(folder: string, dataDir: string): Promise<string> {
  await prepare(dataDir)
  const name = `park-atlas-${process.platform}-${process.arch}`
  const stage = mkdtempSync(path.join(tmpdir(), 'park-atlas-bundle-'))
  try {
    const root = path.join(stage, name)
    mkdirSync(path.join(root, 'data'), { recursive: true })
    for (const item of [...SHIPPED, ...productionPackages()]) {
      cpSync(item, path.join(root, item), { recursive: true, filter: isShipped })
    }
    for (const file of ['base.gpkg', BASEMAP_FILE]) {
      const made = path.join(dataDir, file)
      if (existsSync(made)) cpSync(made, path.join(root, 'data', file))
    }
    writeFileSync(path.join(root, 'start.sh'), LAUNCHER, { mode: 0o755 })
    const archive = path.resolve(folder, `${name}.tar.gz`)
    const packed = spawnSync('tar', ['-czf', archive, name], { cwd: stage, stdio: 'inherit' })
    if (packed.status !== 0) {
      throw new Error(`tar ended with ${packed.status ?? packed.error?.message}; no archive there.`)
    }
    return archive
  } finally {
    rmSync(stage, { recursive: true })
  }
}

/** Folders of the packages that the lock file does not call development, as installed here. */
function productionPackages(): string[] {
  const lock: { packages: Record<string, { dev?: boolean }> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  )
  return Object.entries(lock.packages)
    .filter(([folder, entry]) => folder !== '' && !entry.dev && existsSync(folder))
    .map(([folder]) => folder)
}

function isShipped(source: string): boolean {
  const file = source.replaceAll('\\', '/')
  return !LEFT_BEHIND.some((part) => part.test(file))
}

if (import.meta.main) {
  try {
    const archive = path.basename(await packBundle('.', process.env.DATA_DIR ?? 'data'))
    const folder = archive.replace('.tar.gz', '')
    console.log(`Wrote ${archive}. On the other machine: tar -xzf it, then ./${folder}/start.sh`)
    console.log(`已写入 ${archive}。在另一台机器上：tar -xzf 解开，再运行 ./${folder}/start.sh`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
