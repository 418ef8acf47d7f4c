import { describe, expect, it } from 'vitest'
import { turnRule } from '#geodata/network/osm/restriction.ts'

const type = 'restriction'

describe('a turn restriction', () => {
  it.each([
    ['no_left_turn', 'no', 'left'],
    ['no_right_turn', 'no', 'right'],
    ['no_straight_on', 'no', 'straight'],
    ['no_u_turn', 'no', 'round'],
    ['no_entry', 'no', null],
    ['no_exit', 'no', null],
    ['no_left_turn;no_u_turn', 'no', null],
    ['no_left_turn;give_way', 'no', 'left'],
    ['only_left_turn;give_way', 'only', 'left'],
    ['only_left_turn', 'only', 'left'],
    ['only_right_turn', 'only', 'right'],
    ['only_straight_on', 'only', 'straight'],
    ['only_u_turn', 'only', 'round'],
    ['only_straight', 'only', 'straight'],
    ['only_left', 'only', 'left'],
    ['no_left', 'no', 'left'],
    ['no_straight', 'no', 'straight'],
    ['no_left_turns', 'no', 'left'],
    ['No left turn', 'no', 'left'],
    ['no-right-turn', 'no', 'right'],
    ['no_uturn', 'no', 'round'],
    ['no_u-turn', 'no', 'round'],
    ['no_turn', 'no', null],
  ])('%s is honoured as "%s", to the side %s', (restriction, kind, side) => {
    expect(turnRule({ type, restriction })).toEqual({ kind, side })
  })

  it.each(['no_right_turn_on_red', 'no_turn_on_red', ''])('%j forbids nothing', (restriction) => {
    expect(turnRule({ type, restriction })).toBeNull()
  })

  it.each(['give_way', 'toString', 'no_right_turn @ (weight>3)', 'no_trucks', 'only_thinking'])(
    '%j is none we know, and is told',
    (restriction) => {
      expect(turnRule({ type, restriction })).toEqual({ kind: 'unread', said: restriction })
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
      expect(turnRule({ type, [key]: 'no_u_turn' })).toEqual({ kind: 'no', side: 'round' })
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
    expect(turnRule({ type, restriction: 'no_left_turn', except })).toMatchObject({ kind: 'no' })
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
    expect(turnRule({ ...tags, restriction: 'no_u_turn' })).toMatchObject({ kind: 'no' })
  })
})
