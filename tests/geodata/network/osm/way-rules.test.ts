import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type WayRules, wayRules } from '#geodata/network/osm/way-rules.ts'

const speed = (rules: WayRules | null, direction: 'forward' | 'backward' = 'forward') => {
  const rule = rules?.[direction]
  return rule?.kind === 'open' ? rule.speedKmPerHour : rule?.because
}

describe('a way and a truck', () => {
  it('drives a road of each class at its planned speed', () => {
    expect(speed(wayRules({ highway: 'motorway' }))).toBe(68)
    expect(speed(wayRules({ highway: 'primary' }), 'backward')).toBe(36)
    expect(wayRules({ highway: 'footway' })).toBeNull()
    expect(wayRules({ building: 'yes' })).toBeNull()
  })

  it('never drives faster than posted', () => {
    expect(speed(wayRules({ highway: 'primary', maxspeed: '20' }))).toBe(20)
    expect(speed(wayRules({ highway: 'primary', maxspeed: '120' }))).toBe(36)
  })

  it('keeps a road closed to trucks, closed both ways', () => {
    const rules = wayRules({ highway: 'primary', hgv: 'no' })
    expect(rules?.forward).toEqual({ kind: 'closed', because: 'access' })
    expect(rules?.backward).toEqual({ kind: 'closed', because: 'access' })
  })

  it('drives a motorway one way unless the extract draws both directions as one line', () => {
    expect(speed(wayRules({ highway: 'motorway' }), 'backward')).toBe('oneway')
    const drawnOnce = wayRules({ highway: 'motorway' }, undefined, { assumeMotorwayOneway: false })
    expect(speed(drawnOnce, 'backward')).toBe(68)
  })

  it('takes any tags without throwing, and no speed is zero, negative or not a number', () => {
    const key = fc.constantFrom('maxspeed', 'oneway', 'hgv', 'maxheight', 'maxweight', 'duration')
    const tags = fc.dictionary(key, fc.oneof(fc.string(), fc.constantFrom('toString', '0', '-1')))
    fc.assert(
      fc.property(tags, (said) => {
        const rules = wayRules({ ...said, highway: 'primary' })
        for (const rule of [rules!.forward, rules!.backward]) {
          if (rule.kind === 'open') expect(rule.speedKmPerHour).toBeGreaterThan(0)
        }
      }),
    )
  })
})
