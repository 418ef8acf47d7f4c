import { describe, expect, it } from 'vitest'
import { TRUCK } from '#geodata/network/osm/truck-profile.ts'
import {
  exceededLimit,
  isUnreadLimit,
  postedLimits,
  readMeters,
  readTonnes,
} from '#geodata/network/osm/vehicle-limits.ts'

const because = (tags: Record<string, string>, direction: 'forward' | 'backward' = 'forward') =>
  exceededLimit(postedLimits(tags, direction), TRUCK)

describe('lengths and weights as signs write them', () => {
  it.each([
    ['3.5', 3.5],
    ['13.25', 13.25],
    ['5\'10.25"', 1.78435],
    ['3,5', 3.5],
    ['4', 4],
    ['3.5 m', 3.5],
    ['3.5m', 3.5],
    ['3.5 meters', 3.5],
    ['1 meter', 1],
    ['350 cm', 3.5],
    ['11\'6"', 3.5052],
    ['11\' 6"', 3.5052],
    ["11'", 3.3528],
    ['11 ft', 3.3528],
    ['11 feet', 3.3528],
    ['11ft 6in', 3.5052],
    ['138"', 3.5052],
    ['138 in', 3.5052],
    ['3.5 metres', 3.5],
    ['3.5米', 3.5],
    ['3米5', 3.5],
    ['限高3.5米', 3.5],
    ['限高：3.5米', 3.5],
    ['3.5米以下', 3.5],
    ['３.５', 3.5],
    ['３．５ｍ', 3.5],
    ['350厘米', 3.5],
    ['3500 mm', 3.5],
    ['3m50', 3.5],
    ['3m05', 3.05],
    ['11\'-6"', 3.5052],
    ["11'6", 3.5052],
    ['11′6″', 3.5052],
    ['11’ 6”', 3.5052],
    ["11'6''", 3.5052],
    ['11 ft. 6 in.', 3.5052],
    ['11 feet 6 inches', 3.5052],
    ['11英尺6英寸', 3.5052],
  ])('reads %j as %d meters', (value, meters) => {
    expect(readMeters(value)).toBeCloseTo(meters, 9)
  })

  it.each([
    ['7.5', 7.5],
    ['7,5 t', 7.5],
    ['7.5t', 7.5],
    ['10 tonnes', 10],
    ['7500 kg', 7.5],
    ['16500 lbs', 7.4842741],
    ['1 lb', 0.00045359237],
    ['8 st', 7.25747792],
    ['8 tons', 7.25747792],
    ['8 short tons', 7.25747792],
    ['10 tonne', 10],
    ['10 metric tons', 10],
    ['10吨', 10],
    ['限重10吨', 10],
    ['１０Ｔ', 10],
    ['7t5', 7.5],
    ['7500公斤', 7.5],
    ['7,500 kg', 7.5],
    ['16,500 lbs', 7.4842741],
    ['8 lt', 8.1283752704],
  ])('reads %j as %d tonnes', (value, tonnes) => {
    expect(readTonnes(value)).toBeCloseTo(tonnes, 8)
  })

  it.each([
    '',
    'default',
    'none',
    'unsigned',
    'below_default',
    'no_sign',
    '0',
    '0 m',
    '-3',
    '3.5.1',
    '3 5',
    '3 5 m',
    '3 m 5 toString',
    '3 toString',
    '3.5 @ (22:00-06:00)',
    '5 apples',
    'about 3',
    '3 m high',
    '9'.repeat(400),
    `${'1'.repeat(255)}!`,
  ])('makes nothing of %j', (value) => {
    expect(readMeters(value)).toBeNull()
    expect(readTonnes(value)).toBeNull()
  })

  it('does not take a weight for a length', () => {
    expect(readMeters('7.5 t')).toBeNull()
    expect(readTonnes('7.5 m')).toBeNull()
  })
})

describe('a truck of 4 m, 2.55 m, 17.1 m and 49 t, 10 t an axle', () => {
  it.each([
    ['maxheight', '3.9', '4', 'height'],
    ['maxheight:physical', '3.9', '4', 'height'],
    ['maxheight:legal', '3.9', '4', 'height'],
    ['maxheight:signed', '3.9', '4', 'height'],
    ['maxweight', '48.9', '49', 'weight'],
    ['maxweightrating', '48', '49', 'weight'],
    ['maxgcweight', '40', '49', 'weight'],
    ['maxgcweightrating', '40', '50', 'weight'],
    ['maxweight:hgv', '40', '60', 'weight'],
    ['maxweightrating:hgv', '12', '60', 'weight'],
    ['maxweight:hgv_articulated', '40', '60', 'weight'],
    ['hgv:maxweight', '7.5', '60', 'weight'],
    ['maxaxleload', '9.9', '10', 'weight'],
    ['maxlength', '17', '17.1', 'length'],
    ['maxwidth', '2.5', '2.55', 'width'],
    ['maxwidth:physical', '2.5', '2.6', 'width'],
  ])('is stopped by %s=%s and passes %s', (key, tooLittle, enough, kind) => {
    expect(because({ [key]: tooLittle })).toBe(kind)
    expect(because({ [key]: enough })).toBeNull()
  })

  it('is stopped by a bridge lower than the law expects, of unknown height', () => {
    expect(because({ maxheight: 'below_default' })).toBe('height')
    expect(because({ maxheight: 'default' })).toBeNull()
    expect(because({ maxweight: 'below_default' })).toBeNull()
  })

  it('obeys the lowest of several signs, and of a list', () => {
    expect(because({ maxweight: '60', 'maxweight:hgv': '30' })).toBe('weight')
    expect(because({ maxweight: '30', 'maxweight:hgv': '60' })).toBe('weight')
    expect(because({ maxheight: '4.5;3.8' })).toBe('height')
    expect(because({ maxheight: 'default;3.8' })).toBe('height')
    expect(because({ maxheight: '4.5;default' })).toBeNull()
  })

  it('obeys a sign for one direction in that direction', () => {
    expect(because({ 'maxheight:forward': '3' })).toBe('height')
    expect(because({ 'maxheight:forward': '3' }, 'backward')).toBeNull()
    expect(because({ 'maxweight:hgv:backward': '3' }, 'backward')).toBe('weight')
  })

  it('does not mind signs for other vehicles, hours and other measures', () => {
    const tags = {
      'maxweight:bus': '3',
      'maxweight:conditional': 'none @ delivery',
      maxbogieweight: '3',
      maxstay: '1',
    }
    expect(because(tags)).toBeNull()
  })

  it('keeps what is posted, read', () => {
    const tags = {
      maxheight: '13\'6"',
      maxweight: '60000 kg',
      maxaxleload: '13',
      maxlength: '18.5 m',
    }
    const limits = postedLimits({ ...tags, 'maxwidth:physical': '3' }, 'backward')
    expect(limits).toEqual({
      heightMeters: 4.1148,
      heightBelowDefault: false,
      weightTonnes: 60,
      axleLoadTonnes: 13,
      lengthMeters: 18.5,
      widthMeters: 3,
    })
  })
})

describe('a limit that nobody can read', () => {
  it.each([
    ['maxheight', 'sb'],
    ['maxheight:forward', '3.5 @ (22:00-06:00)'],
    ['maxheight', '4;about 3'],
    ['maxweight:hgv', '5 apples'],
    ['maxweight', 'below_default'],
    ['hgv:maxweight', '7.5 m'],
    ['width', 'narrow'],
  ])('is told apart: %s=%s', (key, value) => {
    expect(isUnreadLimit(key, value)).toBe(true)
  })

  it.each([
    ['maxheight', '3.5米'],
    ['maxheight', 'default'],
    ['maxheight', 'none'],
    ['maxheight', 'below_default'],
    ['maxheight', '4.5;default'],
    ['maxweight', 'no_sign'],
    ['maxweight:bus', 'sb'],
    ['name', 'sb'],
  ])('is not %s=%s', (key, value) => {
    expect(isUnreadLimit(key, value)).toBe(false)
  })
})
