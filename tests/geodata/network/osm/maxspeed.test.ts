import { describe, expect, it } from 'vitest'
import { isUnreadSpeed, postedLimitKmPerHour, readMaxspeed } from '#geodata/network/osm/maxspeed.ts'

describe('a posted speed', () => {
  it.each([
    ['60', 60],
    [' 60 ', 60],
    ['60 km/h', 60],
    ['60km/h', 60],
    ['60 kmh', 60],
    ['60 kph', 60],
    ['62.25', 62.25],
    ['60 mph', 96.56064],
    ['25mph', 40.2336],
    ['25 MPH', 40.2336],
    ['10 knots', 18.52],
    ['3', 3],
    ['none', Number.POSITIVE_INFINITY],
    ['walk', 6],
    ['CN:motorway', 100],
    ['CN:trunk', 70],
    ['CN:rural', 70],
    ['CN:urban', 50],
    ['cn:urban', 50],
    ['DE:motorway', 80],
    ['DE:trunk', 80],
    ['RO:rural', 80],
    ['RO:urban', 50],
    ['US-NY:urban', 50],
    ['urban', 50],
    ['DE:bicycle_road', 30],
    ['DE:living_street', 6],
    ['LV:living_street', 20],
    ['SI:living_street', 10],
    ['NL:living_street', 15],
    ['living_street', 20],
    ['40公里', 40],
    ['限速40', 40],
    ['６０', 60],
    ['60公里/小时', 60],
    ['60千米/时', 60],
    ['DE:walk', 6],
    ['DE:zone:30', 30],
    ['DE:zone30', 30],
    ['zone30', 30],
    ['FR:110', 110],
    ['FR:20', 20],
    ['80;60', 60],
    ['100|80|70', 70],
    ['60; rubbish', 60],
    ['none;120', 120],
  ])('reads %j as %d km/h', (value, kmPerHour) => {
    expect(readMaxspeed(value)).toBeCloseTo(kmPerHour, 9)
  })

  it.each([
    '',
    ';',
    'signals',
    'variable',
    'default',
    'unposted',
    'fast',
    '0',
    '2',
    '0 mph',
    '-50',
    '50-60',
    '50 @ (22:00-06:00)',
    '60 furlongs',
    '60 toString',
    'toString',
    'DE:',
    'DE:toString',
    'DE:zone:',
    'DE:zone:0',
    'DE:autobahn',
    'x60',
    '1e3',
    'RO:urban:',
    '60 2',
    '1de:30',
    'DE:zone:30a',
    'DE:a zone:30',
  ])('makes nothing of %j', (value) => {
    expect(readMaxspeed(value)).toBeNull()
  })

  it.each([
    [{ maxspeed: '80', 'maxspeed:hgv': '60' }, 60],
    [{ maxspeed: '60', 'maxspeed:hgv': 'none' }, Number.POSITIVE_INFINITY],
    [{ maxspeed: '80', 'maxspeed:forward': '50', 'maxspeed:backward': '40' }, 50],
    [{ 'maxspeed:hgv': '60', 'maxspeed:forward': '50' }, 60],
    [{ 'maxspeed:hgv': '60', 'maxspeed:hgv:forward': '30' }, 30],
    [{ 'maxspeed:hgv': '60', 'maxspeed:hgv_articulated': '45' }, 45],
    [{ 'maxspeed:vehicle': '80', 'maxspeed:motor_vehicle': '55' }, 55],
    [{ maxspeed: '80', 'maxspeed:vehicle': '55' }, 55],
    [{ maxspeed: '80', 'maxspeed:hgv': 'signals' }, 80],
    [{ maxspeed: '80', 'maxspeed:conditional': '50 @ (22:00-06:00)' }, 80],
    [{ maxspeed: '80', 'maxspeed:bus': '50', 'maxspeed:advisory': '40' }, 80],
  ])('takes of %j what is said most closely for a truck going forward', (tags, kmPerHour) => {
    expect(postedLimitKmPerHour(tags, 'forward')).toBe(kmPerHour)
  })

  it('takes the other direction its own', () => {
    const tags = { maxspeed: '80', 'maxspeed:forward': '50', 'maxspeed:backward': '40' }
    expect(postedLimitKmPerHour(tags, 'backward')).toBe(40)
    expect(postedLimitKmPerHour({ 'maxspeed:forward': '50' }, 'backward')).toBeNull()
  })

  it('that nobody can read, or not wholly, is told apart; other keys are not', () => {
    for (const value of ['signals', 'variable', 'national', '40 @ (22:00-06:00)', '60;signals']) {
      expect(isUnreadSpeed('maxspeed:hgv', value), value).toBe(true)
    }
    expect(isUnreadSpeed('maxspeed', '40公里')).toBe(false)
    expect(isUnreadSpeed('maxspeed:bus', 'fast')).toBe(false)
  })
})
