// Does every kind of broken file get a sentence, or its notes, and none crash, hang or read in half?
import { expect, it } from 'vitest'
import { ReadRefusal } from '#geodata/formats/import/foreign/read-refusal.ts'
import type { BrokenFile } from '#tests/support/broken/broken-file.ts'
import { brokenMaps } from '#tests/support/broken/broken-maps.ts'
import { brokenTables } from '#tests/support/broken/broken-tables.ts'
import { brokenZips } from '#tests/support/broken/broken-zips.ts'
import { readBytes } from '#tests/support/foreign.ts'

const FILES = [...brokenZips(), ...brokenTables(), ...brokenMaps()]

/** What became of it: why it was refused, or the notes it was read with. */
async function outcomeOf({ bytes, name, limits }: BrokenFile) {
  try {
    const tables = await readBytes(bytes, name, limits)
    return { notes: tables.flatMap(({ notes }) => notes), rows: tables.flatMap(({ rows }) => rows) }
  } catch (error) {
    if (error instanceof ReadRefusal) return error
    throw error
  }
}

it('has two hundred kinds and more, each of a name of its own', () => {
  const names = FILES.map(({ what }) => what)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThanOrEqual(200)
})

it.for(FILES)('$what', async (file) => {
  const outcome = await outcomeOf(file)
  const told = outcome instanceof ReadRefusal ? [outcome.words] : outcome.notes
  for (const { zh, en } of told) {
    expect(zh).toMatch(/\p{Script=Han}.*。$/su)
    expect(en).toMatch(/^[A-Z].*\.$/s)
    expect(`${zh}${en}`).not.toMatch(/undefined|NaN|\[object/)
  }
  if (!(outcome instanceof ReadRefusal)) expect(outcome.rows.length).toBeGreaterThan(0)
  if (file.becomes === 'either') return
  if ('refused' in file.becomes) {
    expect(outcome instanceof ReadRefusal ? outcome.kind : outcome).toBe(file.becomes.refused)
  } else {
    const kinds = outcome instanceof ReadRefusal ? outcome : outcome.notes.map(({ kind }) => kind)
    if (file.becomes.noted === '') expect(kinds).toEqual([])
    else expect(kinds).toContain(file.becomes.noted)
  }
})
