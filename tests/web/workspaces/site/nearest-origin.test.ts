// From where does the proximity board measure?
import { beforeEach, expect, it } from 'vitest'
import type { Park } from '#geodata/contract/collections.ts'
import { parks } from '#web/state/region/lists.ts'
import { changeView, takeView, view } from '#web/state/view/store.ts'
import { DEFAULT_VIEW } from '#web/state/view/view.ts'
import { originNow } from '#web/workspaces/site/nearest/nearest-origin.ts'

const park = (id: string, lng: number) =>
  ({
    properties: { id, nameZh: id, nameEn: id, precisionRadiusKilometers: 1 },
    geometry: { type: 'Point', coordinates: [lng, 29.5] },
  }) as unknown as Park

beforeEach(() => {
  takeView(DEFAULT_VIEW)
  parks.value = [park('chosen', 106.1), park('typed', 106.2)]
})

it('measures from the chosen park, before the pin, and from what was typed before either', () => {
  expect(originNow().kind).toBe('none')
  changeView({ pin: [106.5, 29.5] })
  expect(originNow()).toMatchObject({ id: null, lngLat: [106.5, 29.5] })
  changeView({ selection: { collection: 'parks', id: 'chosen' } })
  expect(originNow()).toMatchObject({ id: 'chosen', lngLat: [106.1, 29.5] })
  changeView({ near: { ...view.peek().near, from: { collection: 'parks', id: 'typed' } } })
  expect(originNow()).toMatchObject({ id: 'typed', lngLat: [106.2, 29.5] })
})
