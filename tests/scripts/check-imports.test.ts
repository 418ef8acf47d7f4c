import { expect, it } from 'vitest'
import { forbiddenImports } from '#scripts/check-imports.ts'

const problemsOf = (file: string, specifier: string) =>
  forbiddenImports(new Map([[file, `import { thing } from '${specifier}'\n`]]))

it('lets the page and the server meet only in geodata', () => {
  expect(problemsOf('web/main.tsx', '#geodata/contract/park.ts')).toEqual([])
  expect(problemsOf('web/main.tsx', '#server/app.ts')).toHaveLength(1)
  expect(problemsOf('server/app.ts', '#web/main.tsx')).toHaveLength(1)
})

it('keeps the kernel alone and geodata free of the platform', () => {
  expect(problemsOf('geodata/network/costs-from.ts', '#geodata/model/lng-lat.ts')).toHaveLength(1)
  expect(problemsOf('geodata/analysis/siting.ts', 'node:fs')).toHaveLength(1)
  expect(problemsOf('geodata/analysis/siting.ts', '#geodata/network/costs-from.ts')).toEqual([])
})

it('gives each library to its one room', () => {
  expect(problemsOf('web/panels/inspector.tsx', 'maplibre-gl')).toHaveLength(1)
  expect(problemsOf('web/map/map.ts', 'maplibre-gl')).toEqual([])
  expect(problemsOf('server/routes/parks.ts', 'better-sqlite3')).toHaveLength(1)
})

it('sees relative paths that climb into another room', () => {
  expect(problemsOf('web/state/view.ts', '../map/map.ts')).toHaveLength(1)
})
