// Which workspaces look back at a year of the plan?
import { afterEach, expect, it } from 'vitest'
import type { Link } from '#geodata/contract/collections.ts'
import { links } from '#web/state/region/lists.ts'
import { linksThen } from '#web/state/region/year.ts'
import { layOver, takeView } from '#web/state/view/store.ts'
import { DEFAULT_VIEW, type Workspace } from '#web/state/view/view.ts'

afterEach(() => {
  layOver(null)
  takeView(DEFAULT_VIEW)
})

it.each([
  ['layout', [2018]],
  ['present', [2018]],
  ['site', [2018, 2026]],
] as [Workspace, number[]][])('in %s links of %j are there', (workspace, years) => {
  links.value = [2018, 2026].map((year) => ({ properties: { year } }) as Link)
  takeView({ ...DEFAULT_VIEW, workspace })
  layOver({ year: 2022 })
  expect(linksThen.value.map(({ properties }) => properties.year)).toEqual(years)
})
