// Is somebody's file read beside the server: told, given up, and within limits?
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { FOREIGN_LIMITS } from '#geodata/formats/import/foreign/allowance.ts'
import type { Piece } from '#geodata/formats/import/foreign/piece.ts'
import { ReadRefusal } from '#geodata/formats/import/foreign/read-refusal.ts'
import { type ForeignReading, readForeignBeside } from '#server/workers/foreign-reading.ts'
import { gathered } from '#tests/support/foreign.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

function placed(content: string | Uint8Array, name = 'firms.csv'): ForeignReading {
  const file = path.join(temporaryFolder(), 'arrived')
  writeFileSync(file, content)
  return { file, name }
}

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => `企业${at},${at}\n`).join('')

async function refusal(reading: ForeignReading): Promise<ReadRefusal> {
  const error = await gathered(readForeignBeside(reading)).catch((one: unknown) => one)
  if (error instanceof ReadRefusal) return error
  throw error instanceof Error ? error : new Error('The file was read; a refusal was expected.')
}

it('gives every row once and in order, however slowly they are taken', async () => {
  const rows: string[] = []
  for await (const piece of readForeignBeside(placed(rowsOf(20_000)))) {
    if (piece.kind !== 'rows') continue
    rows.push(...piece.rows.map(({ cells }) => cells.join()))
    // Another turn of the loop, in which the thread may run ahead.
    await new Promise(setImmediate)
  }
  expect(rows).toEqual(Array.from({ length: 20_000 }, (_, at) => `企业${at},${at}`))
})

it('tells how far it is, never back and never beyond the whole', async () => {
  const shares: number[] = []
  const reading = { ...placed(rowsOf(30_000)), onProgress: (share: number) => shares.push(share) }
  await gathered(readForeignBeside(reading))
  expect(shares.length).toBeGreaterThan(0)
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares)
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
})

it('is given up when nobody wants it any more, and lets others in', async () => {
  for (let round = 0; round < 2; round++) {
    const stop = new AbortController()
    const reading = { ...placed(rowsOf(30_000)), signal: stop.signal }
    const taken: Piece[] = []
    const read = (async () => {
      for await (const piece of readForeignBeside(reading)) {
        taken.push(piece)
        stop.abort(new Error('not wanted'))
      }
    })()
    await expect(read).rejects.toThrow('not wanted')
    expect(taken).toHaveLength(1)
  }
  for (let round = 0; round < 2; round++) {
    for await (const _ of readForeignBeside(placed(rowsOf(30_000)))) break
  }
  expect(await gathered(readForeignBeside(placed('a,b\n')))).toHaveLength(1)
})

it('does not begin what was given up before', async () => {
  const reading = { ...placed('a,b\n'), signal: AbortSignal.abort(new Error('not wanted')) }
  await expect(gathered(readForeignBeside(reading))).rejects.toThrow('not wanted')
})

it('refuses in words, across the thread', async () => {
  const { kind, words } = await refusal(placed('%PDF-1.7'))
  expect(kind).toBe('other-format')
  expect(words.zh).toContain('PDF')
  const limits = { ...FOREIGN_LIMITS, rows: 10 }
  expect((await refusal({ ...placed(rowsOf(99)), limits })).kind).toBe('too-many')
})

it('refuses what shows no progress for too long, and what takes too much memory', async () => {
  const slow = { ...placed(rowsOf(200_000)), patienceMilliseconds: 1 }
  expect((await refusal(slow)).kind).toBe('too-slow')
  const hungry = `{${Array.from({ length: 500_000 }, (_, at) => `"${at}":1`).join()}}`
  const reading = { ...placed(hungry, 'a.json'), memoryMegabytes: 16 }
  const { kind, words } = await refusal(reading)
  expect(kind).toBe('too-large')
  expect(words.en).toContain('memory')
})

it('says what went wrong that is no fault of the file', async () => {
  const reading = { file: path.join(temporaryFolder(), 'gone'), name: 'gone.csv' }
  await expect(gathered(readForeignBeside(reading))).rejects.toThrow('ENOENT')
})
