import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { barrierCloses } from '#geodata/network/osm/barrier.ts'
import { turnRule } from '#geodata/network/osm/restriction.ts'
import { ROAD_CLASSES } from '#geodata/network/osm/road-classes.ts'
import type { Tags } from '#geodata/network/osm/tags.ts'
import { TRUCK } from '#geodata/network/osm/truck-profile.ts'
import { type WayRules, wayRules } from '#geodata/network/osm/way-rules.ts'
import { sourceText } from '#tests/support/region.ts'

/** "36 / oneway": what one meets forward and backward. */
function met(rules: WayRules | null): string {
  if (rules === null) return 'no road'
  const told = [rules.forward, rules.backward].map((rule) =>
    rule.kind === 'open' ? String(rule.speedKmPerHour) : rule.because,
  )
  return told.join(' / ')
}

describe('a way and a truck', () => {
  it.each<[Tags, string]>([
    [{ highway: 'primary' }, '36 / 36'],
    [{ highway: 'footway' }, 'no road'],
    [{ building: 'yes' }, 'no road'],
    [{ highway: 'primary', oneway: 'yes' }, '36 / oneway'],
    [{ highway: 'primary', oneway: '-1' }, 'oneway / 36'],
    [{ highway: 'motorway' }, '68 / oneway'],
    [{ highway: 'motorway', oneway: 'no' }, '68 / 68'],
    [{ highway: 'tertiary', junction: 'roundabout' }, '24 / oneway'],
    [{ highway: 'primary', maxspeed: '20' }, '20 / 20'],
    [{ highway: 'primary', maxspeed: '120' }, '36 / 36'],
    [{ highway: 'primary', maxspeed: 'none' }, '36 / 36'],
    [{ highway: 'primary', maxspeed: 'fast' }, '36 / 36'],
    [{ highway: 'primary', 'maxspeed:backward': '20' }, '36 / 20'],
    [{ highway: 'primary', hgv: 'no' }, 'access / access'],
    [{ highway: 'primary', 'hgv:backward': 'no' }, '36 / access'],
    [{ highway: 'primary', hgv: 'no', oneway: 'yes' }, 'access / access'],
    [{ highway: 'primary', hgv: 'no', maxheight: '2' }, 'access / access'],
    [{ highway: 'primary', maxheight: '2' }, 'height / height'],
    [{ highway: 'primary', 'maxweight:forward': '20', oneway: 'yes' }, 'weight / oneway'],
    [{ highway: 'primary', maxlength: '10' }, 'length / length'],
    [{ highway: 'primary', maxwidth: '2' }, 'width / width'],
    [{ highway: 'primary', width: '1.8' }, 'width / width'],
    [{ highway: 'primary', width: '2.6' }, '36 / 36'],
    [{ highway: 'primary', est_width: '2' }, 'width / width'],
    [{ highway: 'primary', access: 'taxi' }, 'access / access'],
    [{ highway: 'primary', hov: 'designated' }, 'access / access'],
    [{ highway: 'primary', smoothness: 'impassable' }, 'access / access'],
    [{ highway: 'primary', smoothness: 'impassable', hgv: 'yes' }, 'access / access'],
    [{ highway: 'primary', smoothness: 'bad' }, '36 / 36'],
    [{ highway: 'track', passable: 'no' }, 'access / access'],
    [{ highway: 'track', impassable: 'yes' }, 'access / access'],
    [{ highway: 'living_street', maxspeed: 'LV:living_street' }, '15 / 15'],
    [{ highway: 'living_street', maxspeed: 'DE:living_street' }, '6 / 6'],
    [{ highway: 'primary', maxheight: '3.5米' }, 'height / height'],
    [{ highway: 'primary', maxweight: '限重10吨' }, 'weight / weight'],
    [{ highway: 'construction', construction: 'primary' }, 'construction / construction'],
    [{ highway: 'construction', hgv: 'no' }, 'construction / construction'],
    [{ highway: 'service', service: 'driveway' }, '15 / 15'],
    [{ highway: 'service', service: 'emergency_access' }, 'access / access'],
    [{ highway: 'service', service: 'emergency_access', access: 'yes' }, '15 / 15'],
    [{ route: 'ferry' }, 'access / access'],
    [{ route: 'ferry', access: 'yes' }, 'access / access'],
    [{ route: 'ferry', motor_vehicle: 'yes' }, '15 / 15'],
    [{ route: 'ferry', motor_vehicle: 'yes', hgv: 'no' }, 'access / access'],
    [{ route: 'ferry', motor_vehicle: 'yes', oneway: 'yes' }, '15 / oneway'],
    [{ route: 'ferry', motor_vehicle: 'yes', maxweight: '20' }, 'weight / weight'],
  ])('meets with %j: %s', (tags, expected) => {
    expect(met(wayRules(tags))).toBe(expected)
  })

  it('drives a motorway both ways where the extract draws one line for both', () => {
    const drawnOnce = wayRules({ highway: 'motorway' }, TRUCK, { assumeMotorwayOneway: false })
    expect(met(drawnOnce)).toBe('68 / 68')
  })

  it('measures the truck it is given', () => {
    const tags = { highway: 'primary', maxheight: '3.9', maxweight: '40' }
    const smaller = { ...TRUCK, heightMeters: 3.8, weightTonnes: 40 }
    expect(met(wayRules(tags, smaller))).toBe('36 / 36')
  })

  it('is as large as GB 1589-2016 allows, unless another is given', () => {
    const { speeds: _, ...sizes } = TRUCK
    expect(sizes).toEqual({
      id: 'truck',
      heightMeters: 4,
      widthMeters: 2.55,
      lengthMeters: 17.1,
      weightTonnes: 49,
      axleLoadTonnes: 10,
    })
  })

  it('plans each class at the speed its row of evidence says', () => {
    const { data } = Papa.parse<Record<string, string>>(sourceText('truck_speeds.csv').trim(), {
      header: true,
    })
    for (const roadClass of ROAD_CLASSES) {
      const { speedKmPerHour, evidenceId } = TRUCK.speeds[roadClass]
      if (roadClass === 'ferry') {
        expect({ speedKmPerHour, evidenceId }).toEqual({ speedKmPerHour: 15, evidenceId: null })
        continue
      }
      const row = data.find((one) => one.id === evidenceId)
      expect(row?.metric, roadClass).toBe('planning_speed_mountain')
      expect(Number(row?.value), roadClass).toBe(speedKmPerHour)
      // A class with a row of its own takes that row.
      const own = data.find(
        (one) =>
          one.metric === 'planning_speed_mountain' &&
          one.osm_highway?.split(';').includes(roadClass),
      )
      if (own) expect(own.id, roadClass).toBe(evidenceId)
      expect(wayRules({ highway: roadClass })?.forward).toEqual({ kind: 'open', speedKmPerHour })
    }
  })

  it.each<[Tags, boolean]>([
    [{ highway: 'motorway' }, true],
    [{ highway: 'motorway_link' }, true],
    [{ highway: 'trunk' }, false],
    [{ highway: 'trunk', motorroad: 'yes' }, true],
    [{ highway: 'trunk', motorroad: 'no' }, false],
    [{ highway: 'primary', tunnel: 'yes' }, true],
    [{ highway: 'primary', tunnel: 'no' }, false],
    [{ highway: 'service', tunnel: 'building_passage' }, false],
    [{ highway: 'primary', tunnel: 'avalanche_protector' }, false],
    [{ route: 'ferry' }, true],
  ])('%j is entered only at its ends: %s', (tags, expected) => {
    expect(wayRules(tags)?.entersOnlyAtEnds).toBe(expected)
  })

  it.each<[Tags, boolean]>([
    [{}, false],
    [{ toll: 'yes' }, true],
    [{ toll: 'no' }, false],
    [{ toll: 'yes', 'toll:hgv': 'no' }, false],
    [{ 'toll:hgv': 'yes' }, true],
    [{ 'toll:hgv': 'yes', 'toll:N3': 'no' }, false],
    [{ toll: 'no', 'toll:N3': 'yes' }, true],
    [{ 'toll:motorcar': 'yes' }, false],
  ])('%j costs a toll: %s', (tags, expected) => {
    expect(wayRules({ ...tags, highway: 'primary' })?.toll).toBe(expected)
  })

  it('takes the duration of a ferry, and no other', () => {
    const ferry = { route: 'ferry', motor_vehicle: 'yes', duration: '00:30' }
    expect(wayRules(ferry)?.durationSeconds).toBe(1800)
    expect(wayRules({ ...ferry, duration: 'short' })?.durationSeconds).toBeNull()
    expect(wayRules({ highway: 'path', route: 'ferry' })?.durationSeconds).toBeNull()
    expect(wayRules({ highway: 'primary', duration: '00:30' })?.durationSeconds).toBeNull()
  })

  it('keeps what is posted, named and numbered, although the truck passes', () => {
    const tags = {
      maxheight: '4.5',
      'maxweight:backward': '60',
      name: '成渝高速',
      ref: 'G93;G5013',
    }
    const rules = wayRules({ highway: 'motorway', 'maxheight:backward': '4.2', ...tags })
    expect(rules).toMatchObject({
      roadClass: 'motorway',
      maxHeightMeters: 4.2,
      maxWeightTonnes: 60,
      name: '成渝高速',
      ref: 'G93;G5013',
    })
    expect(wayRules({ highway: 'road' })).toMatchObject({
      maxHeightMeters: null,
      maxWeightTonnes: null,
      name: '',
      ref: '',
    })
  })
})

describe('tags never seen before', () => {
  const keys = [
    ...['access', 'hgv', 'motor_vehicle', 'oneway', 'oneway:hgv', 'junction', 'construction'],
    ...['maxspeed', 'maxspeed:hgv', 'maxspeed:forward', 'maxheight', 'maxweight', 'maxlength'],
    ...['duration', 'toll', 'tunnel', 'barrier', 'locked', 'type', 'restriction', 'except', 'area'],
  ]
  const word = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[0-9.,;|:'" a-z@()-]{0,12}$/),
    fc.constantFrom('toString', '__proto__', 'constructor', '0', '-1', 'yes', '1e400', '00'),
  )
  const someTags = fc.dictionary(fc.constantFrom(...keys), word)
  const road = fc.constantFrom<Tags>(
    { route: 'ferry', motor_vehicle: 'yes' },
    ...ROAD_CLASSES.map((highway) => ({ highway })),
    { highway: 'construction' },
  )

  it('never throw, and never make a speed, duration or limit that is zero, negative or no number', () => {
    fc.assert(
      fc.property(someTags, road, (tags, kind) => {
        expect(typeof barrierCloses(tags)).toBe('boolean')
        turnRule(tags)
        const rules = wayRules({ ...tags, ...kind })
        if (rules === null) return
        const { forward, backward, durationSeconds, maxHeightMeters, maxWeightTonnes } = rules
        for (const rule of [forward, backward]) {
          if (rule.kind === 'closed') continue
          expect(rule.speedKmPerHour).toBeGreaterThanOrEqual(3)
          expect(rule.speedKmPerHour).toBeLessThanOrEqual(68)
        }
        for (const number of [durationSeconds, maxHeightMeters, maxWeightTonnes]) {
          if (number === null) continue
          expect(number).toBeGreaterThan(0)
          expect(number).toBeLessThan(Number.POSITIVE_INFINITY)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
