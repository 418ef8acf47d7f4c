// Does a scene cover the user's own view without touching it?
import { afterEach, expect, it } from 'vitest'
import { changeView, layOver, ownView, takeView, view } from '#web/state/view/store.ts'
import { DEFAULT_VIEW, encodeView } from '#web/state/view/view.ts'

afterEach(() => {
  layOver(null)
  takeView(DEFAULT_VIEW)
})

const SCENE = { filters: { systems: ['power'] }, hiddenLayers: [], selection: null } as const
const OWN = 'at=present&hide=hubs&systems=v2x'

/** A story over a layout with filters of its own. */
function present(): void {
  takeView({
    ...DEFAULT_VIEW,
    workspace: 'present',
    filters: { systems: ['v2x'] },
    hiddenLayers: ['hubs'],
  })
  layOver({ ...SCENE, hiddenLayers: [] })
}

it('shows what the scene says, and keeps the own view in the address', () => {
  present()
  expect(view.value).toMatchObject({ filters: { systems: ['power'] }, hiddenLayers: [] })
  expect(encodeView(ownView.value)).toBe(OWN)
})

it('takes what is changed during a scene for the scene’s where it covers it, else for the user’s', () => {
  present()
  changeView({ selection: { collection: 'parks', id: 'CQ-N01' }, scene: 2, theme: 'dark' })
  expect(view.value).toMatchObject({ selection: { id: 'CQ-N01' }, scene: 2, theme: 'dark' })
  expect(ownView.value).toMatchObject({ selection: null, scene: 2, theme: 'dark' })
})

it('gives the own view back where the user goes elsewhere, with what he goes there for', () => {
  present()
  changeView({ workspace: 'layout', selection: { collection: 'parks', id: 'CQ-N01' } })
  expect(view.value).toMatchObject({
    workspace: 'layout',
    filters: { systems: ['v2x'] },
    hiddenLayers: ['hubs'],
    selection: { id: 'CQ-N01' },
  })
})

it('gives the own view back where Back leads to another workspace, and keeps the scene within the story', () => {
  present()
  takeView({ ...ownView.value, scene: 1 })
  expect(view.value.filters).toEqual({ systems: ['power'] })
  takeView({ ...DEFAULT_VIEW, filters: { systems: ['v2x'] } })
  expect(view.value.filters).toEqual({ systems: ['v2x'] })
})
