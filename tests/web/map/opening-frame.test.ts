// Where does the map look at first, when the region is known before it and when it comes later?
import type { Map as MapLibre, MapLibreEvent } from 'maplibre-gl'
import { beforeEach, expect, it } from 'vitest'
import { INVENTED_HOME } from '#tests/support/described-region.ts'
import { isOpening, keepOpeningFrame, lookAt, openingOptions } from '#web/map/opening-frame.ts'
import { dataset } from '#web/state/region/lists.ts'
import { changeView } from '#web/state/view/store.ts'

type Fit = [bounds: unknown, options: unknown, data: object]

function fakeMap(): { map: MapLibre; fits: Fit[] } {
  const fits: Fit[] = []
  return { map: { fitBounds: (...fit: Fit) => fits.push(fit) } as unknown as MapLibre, fits }
}

const learnRegion = () => {
  dataset.value = { region: INVENTED_HOME } as typeof dataset.value
}

beforeEach(() => {
  dataset.value = null
  changeView({ camera: null })
})

it('opens on the frame of a region that is known', () => {
  learnRegion()
  expect(openingOptions().bounds).toEqual(INVENTED_HOME.frame)
  const { map, fits } = fakeMap()
  keepOpeningFrame(map)()
  expect(fits).toEqual([])
})

it('goes to the frame once, as soon as the region is known, and says that the user did not choose it', () => {
  const { map, fits } = fakeMap()
  expect(openingOptions()).toEqual({})
  const stop = keepOpeningFrame(map)
  learnRegion()
  learnRegion()
  stop()
  expect(fits.map(([bounds]) => bounds)).toEqual([INVENTED_HOME.frame])
  expect(isOpening(fits[0]?.[2] as MapLibreEvent)).toBe(true)
  expect(isOpening({ type: 'moveend' } as MapLibreEvent)).toBe(false)
})

it('stays where the view looks, whatever comes later', () => {
  changeView({ camera: { lngLat: [100, 20], zoom: 9 } })
  expect(openingOptions()).toEqual({ center: [100, 20], zoom: 9 })
  const { map, fits } = fakeMap()
  const stop = keepOpeningFrame(map)
  learnRegion()
  stop()
  expect(fits).toEqual([])
})

it('leaves a map alone that was moved before the region was known', () => {
  const { map, fits } = fakeMap()
  const stop = keepOpeningFrame(map)
  changeView({ camera: { lngLat: [100, 20], zoom: 9 } })
  learnRegion()
  stop()
  expect(fits).toEqual([])
})

it('fits the frame beside what covers the right of the map', () => {
  learnRegion()
  const { map, fits } = fakeMap()
  lookAt(map, null, 300)
  const padding = { top: 12, bottom: 12, left: 12, right: 312 }
  expect(fits[0]?.[1]).toEqual({ duration: 0, padding })
})
