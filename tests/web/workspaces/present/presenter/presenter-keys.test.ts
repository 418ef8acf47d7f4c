// The keys of the presenter's window.
import { expect, it } from 'vitest'
import { meantBy, type Situation } from '#web/workspaces/present/presenter/presenter-keys.ts'
import { actOf, KEYS } from '#web/workspaces/present/stage/keys.ts'

const still: Situation = { typed: '', scenes: 11, isPlaying: false, isAsking: false }
const meant = (key: string, change: Partial<Situation> = {}, hasShift = false) =>
  meantBy(key, hasShift, { ...still, ...change })

it('every key of the stage does something here too', () => {
  const keys = KEYS.flatMap((one) => one.keys)
  expect(keys.filter((key) => meant(key) === null)).toEqual([])
})

it('what moves the stage goes to it, notes and the list of keys stay here', () => {
  expect(meant('PageDown')).toEqual({ kind: 'act', act: 'next' })
  expect(meant(' ', {}, true)).toEqual({ kind: 'act', act: 'previous' })
  expect(meant('b')).toEqual({ kind: 'act', act: 'black' })
  expect(meant('a')).toEqual({ kind: 'act', act: 'ask' })
  expect(meant('n')).toEqual({ kind: 'notes' })
  expect(meant('?')).toEqual({ kind: 'keys' })
  expect(meant('f')).toEqual({ kind: 'full' })
  expect(meant('p')).toEqual({ kind: 'close' })
  expect(actOf('s', false)).toBe('play')
  expect(meant('x')).toBeNull()
})

it('the space bar holds scenes that follow one another', () => {
  expect(meant(' ')).toEqual({ kind: 'act', act: 'next' })
  expect(meant(' ', { isPlaying: true })).toEqual({ kind: 'act', act: 'play' })
  expect(meant('PageDown', { isPlaying: true })).toEqual({ kind: 'act', act: 'next' })
})

it('a number and Enter lead to that scene; one that is no scene stays to be read', () => {
  expect(meant('1')).toEqual({ kind: 'typed', typed: '1' })
  expect(meant('1', { typed: '1' })).toEqual({ kind: 'typed', typed: '11' })
  expect(meant('Enter', { typed: '11' })).toEqual({ kind: 'go', scene: 10 })
  expect(meant('Enter', { typed: '12' })).toEqual({ kind: 'typed', typed: '12' })
  // Escape takes the number away, not the presentation.
  expect(meant('Escape', { typed: '1' })).toEqual({ kind: 'typed', typed: '' })
  expect(meant('Escape')).toEqual({ kind: 'act', act: 'leave' })
})

it('while a question is tried out, R alone is a key', () => {
  expect(meant('r', { isAsking: true })).toEqual({ kind: 'return' })
  expect(meant('R', { isAsking: true })).toEqual({ kind: 'return' })
  expect(meant('PageDown', { isAsking: true })).toBeNull()
  expect(meant('r')).toBeNull()
})
