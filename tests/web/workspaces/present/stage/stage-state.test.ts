// What keys and fingers do to the stage.
import { describe, expect, it } from 'vitest'
import { present as english } from '#web/messages/en/present.ts'
import { present as chinese } from '#web/messages/zh-CN/present.ts'
import { cellFrom } from '#web/workspaces/present/stage/grid-cell.ts'
import { type Act, actOf, KEYS } from '#web/workspaces/present/stage/keys.ts'
import {
  BARE_STAGE,
  type Stage,
  stageAfter,
  typedAfter,
  typedScene,
} from '#web/workspaces/present/stage/stage-state.ts'
import { swipeAct } from '#web/workspaces/present/stage/swipe.ts'

const press = (key: string, scene: number, stage: Stage = BARE_STAGE, shift = false) => {
  const act = actOf(key, shift)
  if (!act) throw new Error(`The key ${key} does nothing.`)
  return stageAfter(stage, act, { scene, scenes: 3 })
}

describe('a key', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['PageDown', 1, 2],
    [' ', 0, 1],
    ['ArrowRight', 2, 2],
    ['ArrowLeft', 0, 0],
    ['PageUp', 2, 1],
    ['Home', 2, 0],
    ['End', 0, 2],
  ])('%s at scene %i goes to %i', (key, scene, to) => {
    expect(press(key, scene)).toEqual({ stage: BARE_STAGE, scene: to, leaves: false })
  })

  it('goes back with shift and space, leaves with escape, and may be no key of the stage', () => {
    expect(press(' ', 2, BARE_STAGE, true).scene).toBe(1)
    expect(press('Escape', 1)).toEqual({ stage: BARE_STAGE, scene: null, leaves: true })
    expect(actOf('x', false)).toBeNull()
    expect(actOf('B', true)).toBe('black')
  })

  it('does one thing, which both languages name', () => {
    const keys = KEYS.flatMap((one) => one.keys)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { name } of KEYS) {
      const own = name.slice('present.'.length)
      expect(Reflect.get(chinese, own)).toMatch(/\p{Script=Han}/u)
      expect(Reflect.get(english, own)).toMatch(/^[A-Z]/)
    }
  })
})

describe('a number', () => {
  const typed = (...keys: string[]) => keys.reduce((all, key) => typedAfter(all, key) ?? all, '')
  it('is typed digit by digit, the last two, and taken away by Backspace', () => {
    expect(typed('1', '2')).toBe('12')
    expect(typed('1', '2', '3')).toBe('23')
    expect(typed('1', '2', 'Backspace')).toBe('1')
    expect(typedAfter('', 'Backspace')).toBeNull()
    expect(typedAfter('1', 'b')).toBeNull()
  })

  it('leads to the scene of that number on Enter, and stays to be read where there is none', () => {
    expect(typedScene('3', 3)).toBe(2)
    expect([typedScene('0', 3), typedScene('4', 3), typedScene('', 3)]).toEqual([null, null, null])
    const asked = { ...BARE_STAGE, typed: '3' }
    expect(press('Enter', 0, asked)).toEqual({ stage: BARE_STAGE, scene: 2, leaves: false })
    const wrong = { ...BARE_STAGE, typed: '9' }
    expect(press('Enter', 0, wrong)).toEqual({ stage: wrong, scene: null, leaves: false })
  })
})

describe('a blank screen', () => {
  it('comes and goes with its key, and lets no scene pass unseen', () => {
    const { stage } = press('b', 1)
    expect(stage.blank).toBe('black')
    expect(press('w', 1, stage).stage.blank).toBe('white')
    expect(press('b', 1, stage).stage.blank).toBeNull()
    expect(press('PageDown', 1, stage)).toEqual({ stage: BARE_STAGE, scene: null, leaves: false })
  })
})

it('Escape leaves one level at a time, the presentation last', () => {
  let after = {
    stage: {
      overlay: 'keys',
      typed: '1',
      blank: 'black',
      tool: 'draw',
      hasNotes: true,
      playing: 'on',
    } as Stage,
    leaves: false,
  }
  const left: string[] = []
  while (!after.leaves) {
    const before = after.stage
    after = press('Escape', 1, before)
    left.push(
      Object.keys(before).find(
        (name) => Reflect.get(before, name) !== Reflect.get(after.stage, name),
      ) ?? 'stage',
    )
  }
  expect(left).toEqual(['overlay', 'typed', 'blank', 'tool', 'hasNotes', 'playing', 'stage'])
})

it('plays, pauses and plays on by the same key', () => {
  const acts: Act[] = ['play', 'play', 'play']
  const seen: Stage['playing'][] = []
  acts.reduce((stage, act) => {
    const next = stageAfter(stage, act, { scene: 0, scenes: 3 }).stage
    seen.push(next.playing)
    return next
  }, BARE_STAGE)
  expect(seen).toEqual(['on', 'paused', 'on'])
})

describe('a finger', () => {
  const at = (x: number, y: number, milliseconds: number) => ({ x, y, milliseconds })
  it('turns to the next scene to the left and back to the right', () => {
    expect(swipeAct(at(300, 200, 0), at(120, 220, 300))).toBe('next')
    expect(swipeAct(at(120, 200, 0), at(300, 180, 300))).toBe('previous')
  })

  it('that scrolls, taps or rests turns nothing', () => {
    expect(swipeAct(at(300, 200, 0), at(220, 90, 300))).toBeNull()
    expect(swipeAct(at(300, 200, 0), at(296, 201, 80))).toBeNull()
    expect(swipeAct(at(300, 200, 0), at(120, 220, 1500))).toBeNull()
  })
})

it('an arrow in the grid of scenes moves by a cell or a row, never out of it', () => {
  // 0 1 2 3
  // 4 5 6
  const from = (cell: number, key: string) => cellFrom(key, cell, 4, 7)
  expect(from(1, 'ArrowDown')).toBe(5)
  expect(from(3, 'ArrowDown')).toBe(3)
  expect(from(6, 'ArrowUp')).toBe(2)
  expect(from(0, 'ArrowLeft')).toBe(0)
  expect(from(3, 'ArrowRight')).toBe(4)
  expect(from(5, 'Home')).toBe(0)
  expect(from(0, 'End')).toBe(6)
  expect(from(0, 'x')).toBeNull()
})
