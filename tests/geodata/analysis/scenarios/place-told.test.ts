// Is a place of a scenario told by its name, or by how far it is from one that has a name?
import { expect, it } from 'vitest'
import { type NamedFacts, placeTold } from '#geodata/analysis/scenarios/place-told.ts'

const facts = {
  parks: [
    {
      properties: { labelZh: '鱼复', labelEn: 'Yufu' },
      geometry: { coordinates: [106.7, 29.6] },
    },
  ],
  districts: [
    { properties: { nameZh: '璧山区', nameEn: 'Bishan', labelLng: 106.227, labelLat: 29.592 } },
  ],
  hubs: [
    {
      properties: { nameZh: '果园港', nameEn: '' },
      geometry: { coordinates: [106.72, 29.62] },
    },
  ],
} as unknown as NamedFacts

it('tells a place by the name that was typed for it, another by how far it is from the nearest', () => {
  expect(placeTold(facts, [106.7, 29.6])).toEqual({ zh: '鱼复', en: 'Yufu' })
  expect(placeTold(facts, [106.227, 29.592])).toEqual({ zh: '璧山区', en: 'Bishan' })
  expect(placeTold(facts, [106.72, 29.62])).toEqual({ zh: '果园港', en: '果园港' })
  // A tenth of a degree north: 11.1 km.
  expect(placeTold(facts, [106.227, 29.692])).toEqual({
    zh: '距璧山区 11.1 公里处',
    en: 'a point 11.1 km from Bishan',
  })
  const sea = '122.000, 30.000'
  expect(placeTold(facts, [122, 30])).toEqual({ zh: sea, en: sea })
})
