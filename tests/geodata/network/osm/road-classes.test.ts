import { describe, expect, it } from 'vitest'
import { ROAD_CLASSES, roadKind } from '#geodata/network/osm/road-classes.ts'

describe('the kind of a way', () => {
  it('keeps the order that network files are written in', () => {
    expect(ROAD_CLASSES.join(' ')).toBe(
      'motorway motorway_link trunk trunk_link primary primary_link secondary secondary_link ' +
        'tertiary tertiary_link unclassified residential living_street service track road ferry',
    )
  })

  it.each(ROAD_CLASSES.filter((name) => name !== 'ferry'))('knows highway=%s', (roadClass) => {
    expect(roadKind({ highway: roadClass })).toEqual({ roadClass, underConstruction: false })
  })

  it.each([
    'footway',
    'path',
    'cycleway',
    'pedestrian',
    'steps',
    'bridleway',
    'busway',
    'bus_guideway',
    'raceway',
    'escape',
    'proposed',
    'planned',
    'abandoned',
    'platform',
    'services',
    'ferry',
    'toString',
    '',
  ])('finds no road in highway=%j', (highway) => {
    expect(roadKind({ highway })).toBeNull()
  })

  it('finds no road in houses, railways and squares', () => {
    expect(roadKind({})).toBeNull()
    expect(roadKind({ railway: 'rail' })).toBeNull()
    expect(roadKind({ highway: 'service', area: 'yes' })).toBeNull()
    expect(roadKind({ highway: 'service', area: 'no' })?.roadClass).toBe('service')
  })

  it('takes a ferry for a road', () => {
    expect(roadKind({ route: 'ferry' })).toEqual({ roadClass: 'ferry', underConstruction: false })
    expect(roadKind({ route: 'bus' })).toBeNull()
  })

  it.each([
    [{ highway: 'construction', construction: 'primary' }, 'primary'],
    [{ highway: 'construction', construction: 'yes' }, 'road'],
    [{ highway: 'construction' }, 'road'],
    [{ highway: 'primary', construction: 'yes' }, 'primary'],
    [{ highway: 'primary', construction: 'secondary' }, 'primary'],
  ])('finds works in %j', (tags, roadClass) => {
    expect(roadKind(tags)).toEqual({ roadClass, underConstruction: true })
  })

  it.each(['no', 'minor', 'widening'])('drives past works beside the traffic: %s', (works) => {
    expect(roadKind({ highway: 'primary', construction: works })?.underConstruction).toBe(false)
  })

  it.each(['footway', 'cycleway', 'steps'])('finds no road where a %s is built', (construction) => {
    expect(roadKind({ highway: 'construction', construction })).toBeNull()
  })
})
