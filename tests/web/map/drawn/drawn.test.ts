// Does the table draw everything once, in the order in which a planner reads the map?
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LAYERS } from '#geodata/contract/collections.ts'
import { BASE_SWITCHES } from '#web/map/bases/switches.ts'
import {
  DRAWN,
  LAYER_ORDER,
  layersGivingWay,
  layersIn,
  layersOf,
  POINTED,
  SOURCES,
} from '#web/map/drawn/drawn.ts'
import { COVERED_BY_RANKING } from '#web/map/focus.ts'

const paint = (name: string) => `var(--${name})`
const at = (layer: string) => {
  expect(LAYER_ORDER).toContain(layer)
  return LAYER_ORDER.indexOf(layer)
}
const lies = (upper: string, lower: string) => expect(at(upper)).toBeGreaterThan(at(lower))
const unique = (list: readonly string[]) => expect([...new Set(list)]).toEqual(list)

/** Bottom to top. */
const ORDER = `
  sea land district district-unknown outline-band river
  district-line outline
  ring surface
  road
  network-road network-closed
  veil ring-line park-area park-area-edge disc
  cable-casing cable-arc cable-industry cable-park cable-park-2 cable-technology cable-talent
  cable-market node
  district-label river-label network-shield road-shield company-label hub-label hub
  company-cluster company company-count many-company
  supply-product supply-known supply-label
  window-route-casing window-route leader park-label park-selected park park-label-one
  site-route-casing site-route partner-label partner rank-label rank rank-number
  ring-label ask-area site-route-name
  supply-mark hovered park-hovered
`
  .trim()
  .split(/\s+/)

describe('the table', () => {
  it('lists every thing that has a file, each once', () => {
    const files = readdirSync('web/map/drawn').filter((file) =>
      /: DrawnThing = /.test(readFileSync(`web/map/drawn/${file}`, 'utf8')),
    )
    expect(DRAWN).toHaveLength(files.length)
    expect(new Set(DRAWN).size).toBe(files.length)
  })

  it('names each source, layer and picture once', () => {
    unique(DRAWN.flatMap(({ sources }) => Object.keys(sources ?? {})))
    unique(LAYER_ORDER)
    unique(DRAWN.flatMap(({ pictures }) => Object.keys(pictures?.(paint) ?? {})))
  })

  it('has a source for every layer that is there from the beginning', () => {
    const missing = layersIn(paint).filter(
      (layer) => 'source' in layer && !SOURCES.includes(String(layer.source)),
    )
    expect(missing).toEqual([])
  })

  it('points at layers that there are, one turn for each that can be clicked', () => {
    for (const { layer } of POINTED) expect(LAYER_ORDER).toContain(layer)
    unique(POINTED.flatMap(({ click }) => (click ? [String(click.turn)] : [])))
  })

  it('leaves no switch of the legend without something to show', () => {
    const switched = new Set([
      ...DRAWN.map(({ switchedBy }) => switchedBy),
      ...Object.values(BASE_SWITCHES),
    ])
    expect(LAYERS.filter((layer) => !switched.has(layer))).toEqual([])
  })
})

describe('the order', () => {
  it('of these layers stays when others come between', () => {
    expect(LAYER_ORDER.filter((id) => ORDER.includes(id))).toEqual(ORDER)
  })

  it('puts rings and the surface under the roads, so that roads are read on them', () => {
    for (const road of ['road', 'network-road']) {
      lies(road, 'ring')
      lies(road, 'surface')
    }
  })

  it('dims what no ring reaches with its roads, and draws the line of the ring over that', () => {
    for (const road of ['road', 'network-road']) lies('veil', road)
    lies('ring-line', 'veil')
  })

  it('puts every symbol of a place over the names of the ground, so that no name covers one', () => {
    for (const name of ['district-label', 'river-label', 'road-shield', 'network-shield']) {
      for (const mark of ['hub', 'company', 'park', 'partner', 'rank', 'supply-mark'])
        lies(mark, name)
    }
  })

  it('puts parks over firms, and the ranking over the parks', () => {
    lies('park', 'company')
    lies('park', 'company-cluster')
    lies('rank', 'park')
    lies('rank-number', 'rank')
  })

  it('draws ways over the ground and under the places that they join', () => {
    for (const place of ['park', 'partner', 'rank']) {
      lies(place, 'window-route')
      lies(place, 'road')
      lies(place, 'cable-arc')
    }
    lies('partner', 'site-route')
    lies('site-route', 'site-route-casing')
  })

  it('rings what is pointed at over everything else', () => {
    expect(LAYER_ORDER.slice(-2)).toEqual(['hovered', 'park-hovered'])
  })
})

describe('a click', () => {
  it('means the ranked place first, then parks, firms and hubs, and cables last', () => {
    const order = [
      'rank',
      'park',
      'company-cluster',
      'partner',
      'supply-mark',
      'hub',
      'company',
      'cable-arc',
      'cable-casing',
    ]
    const clicked = POINTED.flatMap(({ layer, click }) => (click ? [layer] : []))
    expect(clicked.filter((layer) => order.includes(layer))).toEqual(order)
  })

  it('does nothing to a district, which only shows its figure', () => {
    const district = POINTED.find(({ layer }) => layer === 'district')
    expect(district?.hint).toBeDefined()
    expect(district?.click).toBeUndefined()
  })
})

describe('what is hidden for a basemap', () => {
  const hiddenFor = (focus: 'layout' | 'rings' | 'ranking') =>
    DRAWN.filter(({ shownFor }) => shownFor && !shownFor.includes(focus))
      .flatMap(layersOf)
      .sort((a, b) => at(a) - at(b))
  const cables = ORDER.filter((id) => id.startsWith('cable-') || id === 'node')
  const firms = ['company-label', 'company-cluster', 'company', 'company-count']
  const partners = ['partner-label', 'partner']

  it('are only the plants of a ranking while the layout is looked at', () => {
    expect(hiddenFor('layout')).toEqual(partners)
  })

  it('are firms, cables and discs while rings are looked at', () => {
    expect(hiddenFor('rings')).toEqual(['disc', ...cables, ...firms, ...partners])
  })

  it('are the parks too while a ranking is on the map', () => {
    const parks = ['leader', 'park-label', 'park-selected', 'park', 'park-label-one']
    expect(hiddenFor('ranking')).toEqual(['disc', ...cables, ...firms, ...parks])
  })

  it('are the layers that a scene leaves out when a ranking is taken into it', () => {
    const covered = DRAWN.filter(({ shownFor }) => shownFor?.includes('ranking') === false)
    const layers = covered.flatMap(({ switchedBy }) => switchedBy ?? [])
    expect([...new Set(layers)].sort()).toEqual([...COVERED_BY_RANKING].sort())
  })

  it('are schematic rivers and roads where a basemap has the like', () => {
    expect(layersGivingWay('rivers')).toEqual(['river', 'river-label'])
    expect(layersGivingWay('roads')).toEqual(['road', 'road-shield'])
  })
})

describe('a switch of the legend', () => {
  it('hides what is named by it, and leaves the ground', () => {
    const switched = Object.fromEntries(
      LAYERS.map((id) => [
        id,
        DRAWN.filter(({ switchedBy }) => switchedBy === id)
          .flatMap(layersOf)
          .sort(),
      ]),
    )
    expect(switched).toMatchObject({
      districts: ['district-label', 'district-line', 'outline', 'outline-band'],
      rivers: ['river', 'river-label'],
      roads: ['network-closed', 'network-road', 'network-shield', 'road', 'road-shield'],
      parks: [
        'leader',
        'park',
        'park-area',
        'park-area-edge',
        'park-label',
        'park-label-one',
        'park-selected',
      ],
      companies: ['company', 'company-cluster', 'company-count', 'company-label', 'many-company'],
      hubs: ['hub', 'hub-label'],
      links: [
        'cable-arc',
        'cable-casing',
        'cable-industry',
        'cable-market',
        'cable-park',
        'cable-park-2',
        'cable-talent',
        'cable-technology',
        'node',
      ],
      precision: ['disc'],
      terrain: [],
    })
  })
})
