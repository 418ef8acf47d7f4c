import { expect, it } from 'vitest'
import { circles, forbiddenImports } from '#scripts/check-imports.ts'

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
  expect(problemsOf('server/routes/parks.ts', 'kysely')).toHaveLength(1)
})

it('sees relative paths that climb into another room', () => {
  expect(problemsOf('web/state/view.ts', '../map/map.ts')).toHaveLength(1)
})

it('lets arrows of the page run downward only', () => {
  expect(problemsOf('web/shell/app.tsx', '#web/workspaces/site/site.tsx')).toEqual([])
  expect(problemsOf('web/panels/frame/map-frame.tsx', '#web/workspaces/site/site.tsx')).toEqual([
    'web/panels/frame/map-frame.tsx: imports #web/workspaces/site/site.tsx; web/panels stands below web/workspaces; arrows run downward only',
  ])
  expect(problemsOf('web/parts/words/amount.ts', '#web/panels/table/table.tsx')).toHaveLength(1)
  expect(problemsOf('web/map/atlas-map.ts', '#web/panels/table/table.tsx')).toHaveLength(1)
  expect(problemsOf('web/state/view/view.ts', '#web/messages/index.ts')).toHaveLength(1)
  expect(problemsOf('web/state/view/view.ts', '#web/api/client.ts')).toEqual([])
  expect(problemsOf('web/workspaces/site/site.tsx', '#web/utils/names.ts')).toHaveLength(1)
})

it('keeps workspaces apart, their styles too', () => {
  const compare = 'web/workspaces/compare/compare.tsx'
  expect(problemsOf(compare, '#web/workspaces/compare/column.ts')).toEqual([])
  expect(problemsOf(compare, '#web/workspaces/site/site.tsx')).toHaveLength(1)
  expect(
    forbiddenImports(new Map([[compare, "import '#web/workspaces/site/site.css'\n"]])),
  ).toHaveLength(1)
})

it('lets the client of the API know the contract alone', () => {
  expect(problemsOf('web/api/client.ts', '#geodata/contract/problem.ts')).toEqual([])
  expect(problemsOf('web/api/client.ts', '#geodata/model/lng-lat.ts')).toHaveLength(1)
})

it('keeps the kernel of the page to the ground: nothing of what is seen', () => {
  const desk = 'web/kernel/desk.ts'
  expect(problemsOf(desk, '#geodata/analysis/answering/answers.ts')).toEqual([])
  expect(problemsOf(desk, '#web/api/client.ts')).toHaveLength(1)
  expect(problemsOf('web/state/answers/worked-out.ts', '#web/kernel/kernel.ts')).toEqual([])
  expect(problemsOf('web/api/client.ts', '#web/kernel/kernel.ts')).toHaveLength(1)
})

it('names every circle of files once, types included', () => {
  const files = new Map([
    ['web/state/a.ts', "import type { B } from '#web/state/b.ts'\n"],
    ['web/state/b.ts', "import { c } from '#web/state/c.ts'\n"],
    ['web/state/c.ts', "const a = () => import('#web/state/a.ts')\n"],
    ['web/state/d.ts', "import { a } from '#web/state/a.ts'\n"],
    ['web/state/e.ts', "import { e } from './e.ts'\n"],
  ])
  expect(circles(files)).toEqual([
    'web/state/a.ts, web/state/b.ts, web/state/c.ts: import each other in a circle',
    'web/state/e.ts: import each other in a circle',
  ])
})

it('lets the server know the store by its interface alone', () => {
  expect(problemsOf('server/routes/edits.ts', '#server/store/store.ts')).toEqual([])
  expect(problemsOf('server/store/open-store.ts', '#server/store/sqlite/rows.ts')).toEqual([])
  expect(problemsOf('scripts/build-geodata.ts', '#server/store/sqlite/geopackage.ts')).toEqual([])
  expect(problemsOf('server/routes/edits.ts', '#server/store/sqlite/rows.ts')).toHaveLength(1)
  expect(problemsOf('server/workers/analyse.ts', '#server/store/sqlite/rows.ts')).toHaveLength(1)
  expect(problemsOf('server/http/page.ts', '#server/store/store.ts')).toHaveLength(1)
})
