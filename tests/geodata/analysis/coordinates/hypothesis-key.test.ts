import { expect, it } from 'vitest'
import {
  hypothesisKey,
  hypothesisOf,
  hypothesisWords,
} from '#geodata/analysis/coordinates/hypothesis-key.ts'
import type { Reading } from '#geodata/analysis/coordinates/which-system.ts'
import { systemsBetween } from '#geodata/formats/coordinates/coordinate-system.ts'

const READINGS: readonly Reading[] = [
  { east: 'first', isPacked: false, flips: [] },
  { east: 'second', isPacked: true, flips: ['longitude'] },
  { east: 'second', isPacked: false, flips: ['longitude', 'latitude'] },
]

it('is of one way to read coordinates alone, and gives that way back', () => {
  const all = systemsBetween(105, 110).flatMap((system) =>
    READINGS.map((reading) => ({ system, reading })),
  )
  const keys = all.map(hypothesisKey)
  expect(new Set(keys).size).toBe(all.length)
  expect(keys.map(hypothesisOf)).toEqual(all)
})

it('is refused where it names no way', () => {
  for (const key of [
    '',
    'wgs85',
    '__proto__',
    'bd09~packed~second',
    'xian80-3-106',
    'cgcs2000-4-105',
  ]) {
    expect(hypothesisOf(key), key).toBeNull()
  }
})

it('reads as people say it', () => {
  const [first, second] = ['bd09', 'xian80-3-105-zone~second'].map((key) => {
    const hypothesis = hypothesisOf(key)
    return hypothesis && hypothesisWords(hypothesis)
  })
  expect(first).toEqual({ zh: '百度坐标（BD-09）', en: 'BD-09 (Baidu)' })
  expect(second?.zh).toBe('1980 西安坐标系高斯–克吕格 3° 第 35 带（中央经线 105°），第一列朝北')
})
