import { describe, expect, it } from 'vitest'
import { turnRule } from '#geodata/network/osm/restriction.ts'

const type = 'restriction'

describe('a turn restriction', () => {
  it.each([
    ['no_left_turn', 'no'],
    ['no_right_turn', 'no'],
    ['no_straight_on', 'no'],
    ['no_u_turn', 'no'],
    ['no_entry', 'no'],
    ['no_exit', 'no'],
    ['no_left_turn;no_u_turn', 'no'],
    ['no_left_turn;give_way', 'no'],
    ['only_left_turn;give_way', 'only'],
    ['only_left_turn', 'only'],
    ['only_right_turn', 'only'],
    ['only_straight_on', 'only'],
    ['only_u_turn', 'only'],
  ])('%s is honoured as "%s"', (restriction, kind) => {
    expect(turnRule({ type, restriction })).toEqual({ kind })
  })

  it.each(['no_right_turn_on_red', 'give_way', '', 'toString', 'no_right_turn @ (weight>3)'])(
    '%j is none we know',
    (restriction) => {
      expect(turnRule({ type, restriction })).toBeNull()
    },
  )

  it('belongs to a relation of its type', () => {
    expect(turnRule({ restriction: 'no_left_turn' })).toBeNull()
    expect(turnRule({ type: 'route', restriction: 'no_left_turn' })).toBeNull()
    expect(turnRule({ type: 'restriction:bus', restriction: 'no_left_turn' })).toBeNull()
  })

  it.each(['hgv_articulated', 'hgv', 'goods', 'motor_vehicle', 'vehicle'])(
    'for %s concerns a truck, in the new way of writing and the old',
    (vehicle) => {
      const key = `restriction:${vehicle}`
      expect(turnRule({ type, [key]: 'no_u_turn' })).toEqual({ kind: 'no' })
      expect(turnRule({ type, [key]: 'no_u_turn', restriction: 'only_left_turn' })?.kind).toBe('no')
      expect(turnRule({ type: key, restriction: 'only_left_turn' })?.kind).toBe('only')
      expect(turnRule({ type: key, [key]: 'only_left_turn' })?.kind).toBe('only')
    },
  )

  it('for other vehicles does not concern a truck', () => {
    expect(turnRule({ type, 'restriction:bus': 'no_u_turn' })).toBeNull()
  })

  it.each([
    'hgv',
    'bus;hgv;taxi',
    'goods',
    'motor_vehicle',
    'vehicle',
    'hgv_articulated',
    'truck;bus',
    'commercial_vehicle',
  ])('is lifted where %s is excepted', (except) => {
    expect(turnRule({ type, restriction: 'no_left_turn', except })).toBeNull()
  })

  it.each(['psv', 'bus;bicycle', '', 'toString'])('stands where only %j is excepted', (except) => {
    expect(turnRule({ type, restriction: 'no_left_turn', except })).toEqual({ kind: 'no' })
  })

  it.each(['day_on', 'day_off', 'hour_on', 'hour_off', 'opening_hours'])(
    'is left out where it holds by the hour: %s',
    (key) => {
      expect(turnRule({ type, restriction: 'no_left_turn', [key]: '07:00' })).toBeNull()
    },
  )

  it('is left out where it is conditional alone', () => {
    const tags = { type, 'restriction:conditional': 'no_left_turn @ (07:00-09:00)' }
    expect(turnRule(tags)).toBeNull()
    expect(turnRule({ ...tags, restriction: 'no_u_turn' })).toEqual({ kind: 'no' })
  })
})
