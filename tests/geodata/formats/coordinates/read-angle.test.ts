import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packedDegrees, readCoordinate } from '#geodata/formats/coordinates/read-angle.ts'

describe('a cell of a coordinate', () => {
  it.each([
    ['106.5512', 106.5512, null],
    [' １０６．５５１２ ', 106.5512, null],
    ['106,5512', 106.5512, null],
    ['3,265,685.06', 3265685.06, null],
    ['-29.5', -29.5, null],
    ['106.5512E', 106.5512, 'longitude'],
    ['N29.5631', 29.5631, 'latitude'],
    ['东经106.5512', 106.5512, 'longitude'],
    ['西经106.5', -106.5, 'longitude'],
    ['106.5°', 106.5, null],
    ['106°33′4.32″', 106 + 33 / 60 + 4.32 / 3600, null],
    ['106°33\'4.32"E', 106 + 33 / 60 + 4.32 / 3600, 'longitude'],
    ['北纬29度33分47秒', 29 + 33 / 60 + 47 / 3600, 'latitude'],
    ['106 33 04.32', 106 + 33 / 60 + 4.32 / 3600, null],
    ['106:33:04', 106 + 33 / 60 + 4 / 3600, null],
    ['106°33.072′', 106 + 33.072 / 60, null],
  ] as const)('%s', (text, value, axis) => {
    const read = readCoordinate(text)
    expect(read?.value).toBeCloseTo(value, 9)
    expect(read?.axis).toBe(axis)
  })

  it.each([
    '',
    '未知',
    '106°61′00″',
    '106°33′60″',
    '106.5 29.5',
    '1/2',
    'NaN',
    'Infinity',
    '九龙坡区',
  ])('holds no number: %j', (text) => {
    expect(readCoordinate(text)).toBeNull()
  })

  it('reads what degrees, minutes and seconds were written of', () => {
    const angle = fc.record({
      degrees: fc.integer({ min: 0, max: 179 }),
      minutes: fc.integer({ min: 0, max: 59 }),
      seconds: fc.integer({ min: 0, max: 5999 }).map((hundredths) => hundredths / 100),
    })
    fc.assert(
      fc.property(angle, ({ degrees, minutes, seconds }) => {
        const value = degrees + minutes / 60 + seconds / 3600
        const two = (part: number) => String(part).padStart(2, '0')
        expect(readCoordinate(`${degrees}°${minutes}′${seconds}″`)?.value).toBeCloseTo(value, 9)
        const packed = Number(
          `${degrees}.${two(minutes)}${seconds.toFixed(2).padStart(5, '0').replace('.', '')}`,
        )
        expect(packedDegrees(packed)).toBeCloseTo(value, 7)
        expect(packedDegrees(-packed)).toBeCloseTo(-value, 7)
      }),
    )
  })

  it('takes run together figures for none where minutes or seconds reach 60', () => {
    expect(packedDegrees(106.6015)).toBeNull()
    expect(packedDegrees(106.3075)).toBeNull()
    expect(packedDegrees(1063015)).toBeCloseTo(106 + 30 / 60 + 15 / 3600, 9)
  })
})
