import { globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { missingTools, PEER_TOOLS, toolsNote } from '#scripts/peer-tools.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

it('names what is missing and the packages to install, each once, in both languages', () => {
  const note = toolsNote(missingTools(temporaryFolder())) ?? ''
  for (const { command } of PEER_TOOLS) expect(note).toContain(command)
  const [english = '', chinese = ''] = note.split('\n')
  for (const line of [english, chinese]) expect(line.match(/gdal-bin/g)).toHaveLength(1)
  expect(chinese).toContain('缺少')
})

it('says nothing where all are there, and counts no file that cannot be run', () => {
  const folder = temporaryFolder()
  for (const { command } of PEER_TOOLS) {
    writeFileSync(path.join(folder, command), '#!/bin/sh\n', { mode: 0o755 })
  }
  expect(toolsNote(missingTools(folder))).toBeNull()
  const other = temporaryFolder()
  writeFileSync(path.join(other, 'ogrinfo'), 'notes', { mode: 0o644 })
  expect(missingTools(other)).toHaveLength(PEER_TOOLS.length)
})

/** Every Linux has them; npm runs the tests. */
const EVERYWHERE = ['sh', 'tar', 'mkfifo', 'npm']

it('names every program that a test asks', () => {
  const asked = globSync('tests/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:spawn|execFile)(?:Sync)?\(\s*'([\w-]+)'/g)].map(
      ([, command = '']) => command,
    ),
  )
  expect(asked).toContain('ogrinfo')
  const named = PEER_TOOLS.map(({ command }) => command)
  expect(asked.filter((one) => ![...named, ...EVERYWHERE].includes(one))).toEqual([])
})
