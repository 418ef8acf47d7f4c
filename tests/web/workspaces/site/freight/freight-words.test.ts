// Are minutes, kilometers and yuan written as likely ranges, and on demand as outer bounds?
import { afterEach, beforeEach, expect, it } from 'vitest'
import { learn } from '#web/messages/index.ts'
import { minutesText, shownDuration } from '#web/messages/minutes-text.ts'
import { shownRange } from '#web/state/view/shown-range.ts'
import { changeView } from '#web/state/view/store.ts'
import {
  kilometersText,
  shownInterval,
  yuanText,
} from '#web/workspaces/site/freight/freight-words.ts'

beforeEach(async () => {
  await learn('en')
  changeView({ language: 'en' })
})
afterEach(() => {
  shownRange.value = 'likely'
})

const duration = { lowSeconds: 1200, centralSeconds: 2400, highSeconds: 3600 }
const length = { lowMeters: 20_000, centralMeters: 40_000, highMeters: 60_000 }

it('writes what nine in ten draws give, and the bounds where they are asked for', () => {
  const said = () => [
    minutesText(shownDuration({ duration, likelyMinutes: [35.2, 46.1] })!),
    kilometersText({ length, likelyKilometers: [36.4, 44.1] }),
    yuanText(shownInterval({ low: 120_000, high: 680_000 }, [250_000, 410_000])),
  ]
  expect(said()).toEqual(['35–46', '36–44', '¥250–410k'])
  shownRange.value = 'bounds'
  expect(said()).toEqual(['20–60', '20–60', '¥120–680k'])
})

it('writes the bounds where nothing is drawn, and what is unknown as unknown', () => {
  expect(minutesText(shownDuration({ duration, likelyMinutes: null })!)).toBe('20–60')
  expect(shownDuration({ duration: null, likelyMinutes: null })).toBeNull()
  expect(kilometersText({ length: null, likelyKilometers: null })).toBeNull()
  expect(yuanText(shownInterval({ low: 5, high: 8 }, null))).toBe('¥5–8')
  expect(yuanText(shownInterval(null, null))).toBe('unknown')
})
