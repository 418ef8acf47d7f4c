// When may a target be forecast, and between what and what?
import { expect, it } from 'vitest'
import type { TargetRow } from '#geodata/contract/documents.ts'
import { seeded } from '#tests/support/random.ts'
import { forecastOf, periodOf } from '#web/workspaces/progress/forecast.ts'

const figure = (asOf: string | null, low: number | null, high = low): TargetRow => ({
  rowId: `invented-${asOf}`,
  targetId: 'T01',
  rowType: 'progress',
  metric: { zh: '虚构', en: 'invented' },
  value: String(low),
  valueLow: low,
  valueHigh: high,
  unit: '家',
  asOf,
  clause: null,
  note: null,
  source: 'invented',
  sourceClass: 'none',
  confidence: 'low',
})
const TARGET = figure('2025', 300)

it('reads a year, a month, a day and a span of months', () => {
  expect(periodOf('2024')).toEqual({ from: 2024, to: 2025 })
  expect(periodOf('2024-07')).toEqual({ from: 2024.5, to: 2024 + 7 / 12 })
  expect(periodOf('2023-01/10')).toEqual({ from: 2023, to: 2023 + 10 / 12 })
  expect(periodOf('not found')).toBeNull()
})

it('says why there is none', () => {
  const reason = (...figures: TargetRow[]) => {
    const forecast = forecastOf(TARGET, figures)
    return forecast.kind === 'none' ? forecast.reason : 'line'
  }
  expect(reason()).toBe('too-few')
  expect(reason(figure('2023', 100))).toBe('too-few')
  expect(reason(figure('2023', 100), figure('2023-06', 120))).toBe('same-time')
  expect(reason(figure('2022', 100), figure('2024', 200, null))).toBe('open-value')
  expect(reason(figure(null, 100), figure('2024', 200))).toBe('no-year')
})

it('runs straight on, and its interval holds every line the published figures allow', () => {
  const random = seeded(7)
  for (let round = 0; round < 200; round += 1) {
    const [v1, v2] = [Math.floor(random() * 200), Math.floor(random() * 400)]
    const first = figure('2022', v1, v1 + Math.floor(random() * 20))
    const last = figure('2024', v2, v2 + Math.floor(random() * 20))
    const forecast = forecastOf(TARGET, [first, last])
    if (forecast.kind !== 'line') throw new Error('Two dated figures make a line.')
    expect(forecast.low).toBeLessThanOrEqual(forecast.central)
    expect(forecast.central).toBeLessThanOrEqual(forecast.high)
    const within = (from: number, to: number) => from + random() * (to - from)
    for (let draw = 0; draw < 20; draw += 1) {
      const [t1, t2] = [within(2022, 2023), within(2024, 2025)]
      const a = within(first.valueLow ?? 0, first.valueHigh ?? 0)
      const b = within(last.valueLow ?? 0, last.valueHigh ?? 0)
      const atEnd = b + ((b - a) / (t2 - t1)) * (2026 - t2)
      expect(atEnd).toBeGreaterThanOrEqual(forecast.low - 1e-9)
      expect(atEnd).toBeLessThanOrEqual(forecast.high + 1e-9)
    }
  }
})
