// Packs everything a machine without internet needs into one archive: the built page, the server,
// its production packages, Node itself and the base data. The archive holds machine code and so
// runs on this platform only; its name says which.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { prepare } from '#scripts/prepare.ts'

const SHIPPED = [
  'dist',
  'server',
  'geodata',
  'package.json',
  'package-lock.json',
  '.npmrc',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
]
const LAUNCHER = `#!/bin/sh
# Serves Park Atlas from this folder; HOST, PORT and DATA_DIR may be set before.
cd "$(dirname "$0")" || exit 1
exec node_modules/.bin/node server/main.ts
`

await prepare('data')
const name = `park-atlas-${process.platform}-${process.arch}`
const stage = mkdtempSync(path.join(tmpdir(), 'park-atlas-bundle-'))
const folder = path.join(stage, name)
mkdirSync(path.join(folder, 'data'), { recursive: true })
for (const item of SHIPPED) {
  if (existsSync(item)) cpSync(item, path.join(folder, item), { recursive: true })
}
cpSync('data/base.gpkg', path.join(folder, 'data', 'base.gpkg'))
writeFileSync(path.join(folder, 'start.sh'), LAUNCHER, { mode: 0o755 })
must(
  'npm',
  ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
  folder,
)
const archive = path.resolve('dist', '..', `${name}.tar.gz`)
must('tar', ['-czf', archive, name], stage)
rmSync(stage, { recursive: true })
console.log(
  `Wrote ${path.basename(archive)}. On the other machine: tar -xzf it, then ./${name}/start.sh`,
)

function must(command: string, args: string[], cwd: string): void {
  const result = spawnSync(command, args, { cwd, stdio: 'inherit' })
  if (result.status === 0) return
  rmSync(stage, { recursive: true })
  console.error(`\`${command} ${args[0]}\` failed, so no archive was written.`)
  process.exit(1)
}
