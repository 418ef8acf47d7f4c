// Runs the benches one after the other, each as a process of its own, so that none warms up another.
//
//   npm run bench                      all of them, about half an hour
//   npm run bench -- matrices http     these
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const ALL = [
  'many-companies',
  'sweep',
  'matrices',
  'rings',
  'http',
  'drag',
  'held',
  'travel-times',
  'growth',
  'first-load',
  'present',
  'sensitivity',
  'comparison',
  'workbooks',
  'import',
  'report',
  'allocation',
  'surface',
  'criticality',
  'windows',
  'siting',
  'edits',
  'followers',
  'coordinates',
]

const asked = process.argv.slice(2)
for (const name of asked.length > 0 ? asked : ALL) {
  const file = path.join(import.meta.dirname, `${name}.ts`)
  if (!ALL.includes(name) || !existsSync(file)) {
    console.error(`There is no bench “${name}”; there are ${ALL.join(', ')}.`)
    process.exit(2)
  }
  console.log(`## ${name}\n`)
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
  console.log()
}
