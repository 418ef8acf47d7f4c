// What does a click on the map mean: a thing, a place, or nothing?
import type { Map as MapLibre } from 'maplibre-gl'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { drawing } from '#web/map/current.ts'
import { keepClick } from '#web/map/hand/click.ts'
import { changeView, takeView, view } from '#web/state/view/store.ts'
import { DEFAULT_VIEW } from '#web/state/view/view.ts'

const PARK = { collection: 'parks', id: 'CQ-N01' }
const HERE = { lng: 106.5, lat: 29.4 }

/** A map whose only thing is a park; what it gives clicks on it, or beside it. */
function clicks() {
  let listen = (_: unknown) => {}
  let isThere = false
  keepClick({
    on: (_: string, listener: typeof listen) => {
      listen = listener
    },
    getLayer: (id: string) => ({ id }),
    queryRenderedFeatures: (_: unknown, { layers }: { layers: string[] }) =>
      isThere && layers.includes('park') ? [{ properties: { id: PARK.id } }] : [],
  } as unknown as MapLibre)
  const click = (on: boolean) => {
    isThere = on
    listen({ lngLat: HERE, point: { x: 0, y: 0 } })
  }
  return { onPark: () => click(true), besideIt: () => click(false) }
}

beforeEach(() => takeView(DEFAULT_VIEW))
afterEach(() => {
  drawing.value = false
  takeView(DEFAULT_VIEW)
})

it('in the layout selects a thing, lets go of it beside it, and never sets a pin or leads away', () => {
  const { onPark, besideIt } = clicks()
  onPark()
  expect(view.value.selection).toEqual(PARK)
  besideIt()
  besideIt()
  expect(view.value).toEqual(DEFAULT_VIEW)
})

it('in siting sets the pin where nothing is', () => {
  changeView({ workspace: 'site' })
  const { onPark, besideIt } = clicks()
  onPark()
  expect(view.value.pin).toBeNull()
  besideIt()
  expect(view.value).toMatchObject({ workspace: 'site', pin: [106.5, 29.4] })
})

it('belongs to the drawing while something is drawn', () => {
  changeView({ selection: PARK })
  drawing.value = true
  const { onPark, besideIt } = clicks()
  besideIt()
  expect(view.value.selection).toEqual(PARK)
  changeView({ selection: null, workspace: 'site' })
  onPark()
  besideIt()
  expect(view.value).toMatchObject({ selection: null, pin: null })
})
