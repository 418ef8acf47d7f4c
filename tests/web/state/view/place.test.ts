// Which changes of the view are steps for the Back button?
import { expect, it } from 'vitest'
import { placeOf } from '#web/state/view/place.ts'
import { DEFAULT_VIEW, type View } from '#web/state/view/view.ts'

const changed = (from: Partial<View>, to: Partial<View>) =>
  placeOf({ ...DEFAULT_VIEW, ...from }) !== placeOf({ ...DEFAULT_VIEW, ...from, ...to })
const PARK = { collection: 'parks', id: 'CQ-N01' }

it('takes workspaces, boards, opened things and scenes for steps', () => {
  expect(changed({}, { workspace: 'site' })).toBe(true)
  expect(changed({}, { layoutView: 'matrix' })).toBe(true)
  expect(changed({}, { selection: PARK })).toBe(true)
  expect(changed({}, { tableOpen: true })).toBe(true)
  expect(changed({ workspace: 'site' }, { siteView: 'gaps' })).toBe(true)
  expect(changed({ workspace: 'present' }, { scene: 1 })).toBe(true)
  expect(changed({ workspace: 'present' }, { onStage: true })).toBe(true)
  expect(changed({ workspace: 'progress' }, { briefDistrict: '500112' })).toBe(true)
  const pool = { side: null, opened: 'P1' }
  expect(changed({ workspace: 'progress', progressBy: 'prospects' }, { pool })).toBe(true)
})

it('takes nothing else for a step, nor what belongs to another workspace', () => {
  expect(changed({}, { camera: { lngLat: [106, 29], zoom: 8 } })).toBe(false)
  expect(changed({}, { filters: { systems: ['v2x'] }, year: 2023, theme: 'dark' })).toBe(false)
  expect(changed({ workspace: 'site' }, { pin: [106, 29], weights: {} })).toBe(false)
  expect(changed({}, { siteView: 'gaps', scene: 3 })).toBe(false)
  expect(changed({ workspace: 'present' }, { selection: PARK })).toBe(false)
  // Back leads off the stage, not through its scenes.
  expect(changed({ workspace: 'present', onStage: true }, { scene: 1 })).toBe(false)
})
