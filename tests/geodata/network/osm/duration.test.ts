import { describe, expect, it } from 'vitest'
import { readDurationSeconds } from '#geodata/network/osm/duration.ts'

describe('the duration of a crossing', () => {
  it.each([
    ['00:30', 1800],
    ['1:20', 4800],
    ['1:20:05', 4805],
    ['36:00', 129_600],
    ['20', 1200],
    ['04', 240],
    [' 20 ', 1200],
    ['PT45M', 2700],
    ['PT1H5M', 3900],
    ['PT10H', 36_000],
    ['PT30S', 30],
    ['123:00', 442_800],
    ['P1DT2H', 93_600],
    ['P14D', 1_209_600],
    ['20 min', 1200],
    ['90 minutes', 5400],
    ['1 h', 3600],
    ['1h20', 4800],
    ['1 hour 5 minutes', 3900],
    ['20分钟', 1200],
    ['1小时20分', 4800],
    ['２０', 1200],
  ])('reads %j as %d seconds', (value, seconds) => {
    expect(readDurationSeconds(value)).toBe(seconds)
  })

  it.each([
    '',
    '0',
    '00:00',
    'P',
    'PT',
    'PT0S',
    'P15D',
    '20161',
    '-5',
    '1:2',
    '1:200',
    '1:20:5',
    'a 1:20',
    '1:20 h',
    '20:00 h',
    '5-10',
    '1 h 5 h',
    '1.5',
    'x20',
    'xPT45M',
    'PT45Mx',
    '9'.repeat(400),
  ])('makes nothing of %j', (value) => {
    expect(readDurationSeconds(value)).toBeNull()
  })
})
