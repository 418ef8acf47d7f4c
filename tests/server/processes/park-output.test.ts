// Is the vehicle output of a park what the rows of its plants say, and unknown where they say nothing?
import { readFileSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import type { Park } from '#geodata/contract/collections.ts'
import { builtApp } from '#tests/support/built-app.ts'

const built = builtApp()

function rowsOf(file: string): Record<string, string>[] {
  const source = path.resolve(import.meta.dirname, '../../../geodata/sources', file)
  return Papa.parse<Record<string, string>>(readFileSync(source, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data
}

it('adds up the plants of each park, and counts a firm as a whole for none', async () => {
  const expected = new Map<string, number>()
  for (const plant of rowsOf('plants.csv')) {
    if (plant.row_type !== 'plant' || !plant.output_vehicles) continue
    const parkId = rowsOf('companies.csv').find(({ id }) => id === plant.company_id)?.park_id
    if (parkId) expected.set(parkId, (expected.get(parkId) ?? 0) + Number(plant.output_vehicles))
  }
  const response = await built.app.request('/api/collections/parks/items?limit=200')
  const { features } = (await response.json()) as { features: Park[] }
  expect(expected.size).toBeGreaterThan(0)
  for (const { id, properties } of features) {
    expect(properties.plantOutputVehicles, id).toBe(expected.get(id) ?? null)
  }
})
