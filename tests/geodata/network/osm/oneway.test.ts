import { describe, expect, it } from 'vitest'
import { flowOf } from '#geodata/network/osm/oneway.ts'

describe('the direction of traffic', () => {
  it.each([
    ['yes', 'forward'],
    ['true', 'forward'],
    ['1', 'forward'],
    [' Yes ', 'forward'],
    ['-1', 'backward'],
    ['reverse', 'backward'],
    ['no', 'both'],
    ['false', 'both'],
    ['0', 'both'],
    ['reversible', 'both'],
    ['alternating', 'both'],
  ])('reads oneway=%s as %s, whatever the road implies', (oneway, flow) => {
    expect(flowOf({ oneway }, 'primary', true)).toBe(flow)
    expect(flowOf({ oneway, junction: 'roundabout' }, 'motorway', true)).toBe(flow)
  })

  it.each(['', 'toString', 'yess', '2'])('makes nothing of oneway=%j', (oneway) => {
    expect(flowOf({ oneway }, 'primary', true)).toBe('both')
    expect(flowOf({ oneway }, 'motorway', true)).toBe('forward')
  })

  it.each(['roundabout', 'circular'])('goes round a %s one way', (junction) => {
    expect(flowOf({ junction }, 'tertiary', false)).toBe('forward')
  })

  it('goes both ways through other junctions', () => {
    expect(flowOf({ junction: 'yes' }, 'tertiary', true)).toBe('both')
  })

  it('takes motorways and their ramps for one-way only where asked to', () => {
    for (const roadClass of ['motorway', 'motorway_link'] as const) {
      expect(flowOf({}, roadClass, true)).toBe('forward')
      expect(flowOf({}, roadClass, false)).toBe('both')
    }
    expect(flowOf({}, 'trunk', true)).toBe('both')
  })

  const fromWideToClose = [
    'oneway',
    'oneway:vehicle',
    'oneway:motor_vehicle',
    'oneway:goods',
    'oneway:hgv',
  ]
  it.each(fromWideToClose.slice(1).map((close, i) => [close, fromWideToClose[i] as string]))(
    'believes %s before %s',
    (close, wide) => {
      expect(flowOf({ [wide]: 'yes', [close]: 'no' }, 'primary', true)).toBe('both')
      expect(flowOf({ [close]: '-1', [wide]: 'yes' }, 'primary', true)).toBe('backward')
      expect(flowOf({ [close]: 'rubbish', [wide]: 'yes' }, 'primary', true)).toBe('forward')
    },
  )

  it('does not mind hours and bicycles', () => {
    const tags = { 'oneway:conditional': 'yes @ (06:00-20:00)', 'oneway:bicycle': 'yes' }
    expect(flowOf(tags, 'primary', true)).toBe('both')
  })
})
