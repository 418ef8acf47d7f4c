// Which scene does a following screen show, and is it still where it was led to?
import { describe, expect, it } from 'vitest'
import { Story } from '#geodata/contract/stories.ts'
import { DEFAULT_VIEW, decodeView, encodeView } from '#web/state/view/view.ts'
import { sceneView } from '#web/workspaces/present/scenes.ts'
import { isWhereLed, sceneOf } from '#web/workspaces/present/together/follow.ts'
import { qrPath } from '#web/workspaces/present/together/qr.tsx'

const text = { zh: '一', en: 'one' }
const storyOf = (...ids: string[]) =>
  Story.parse({
    formatVersion: 2,
    id: 's',
    title: text,
    summary: text,
    scenes: ids.map((id) => ({ kind: 'section', id, title: text, text })),
  })
const stateAt = (sceneId: string, scene: number) => ({
  storyId: 's',
  revision: 'r',
  sceneId,
  scene,
  blank: null,
})

describe('the scene of the stage', () => {
  it('is found by its name, where the story has another order here', () => {
    expect(sceneOf(storyOf('a', 'b', 'c'), stateAt('c', 0))).toBe(2)
  })
  it('is the one of its number where its name is not there, and always one that exists', () => {
    expect(sceneOf(storyOf('a', 'b', 'c'), stateAt('new', 1))).toBe(1)
    expect(sceneOf(storyOf('a', 'b'), stateAt('new', 7))).toBe(1)
  })
})

describe('a following screen', () => {
  const led = { storyId: 's', scene: 3 }
  const view = { ...DEFAULT_VIEW, workspace: 'present', onStage: true, ...led } as const
  it('is where it was led until its story, scene, stage or workspace is another', () => {
    expect(isWhereLed(view, led)).toBe(true)
    expect(isWhereLed({ ...view, theme: 'dark', language: 'en' }, led)).toBe(true)
    expect(isWhereLed({ ...view, scene: 4 }, led)).toBe(false)
    expect(isWhereLed({ ...view, storyId: 't' }, led)).toBe(false)
    expect(isWhereLed({ ...view, onStage: false }, led)).toBe(false)
    expect(isWhereLed({ ...view, workspace: 'site' }, led)).toBe(false)
  })
  it('is named by its address, which opens the presenting workspace', () => {
    const opened = decodeView('?follow=abc-_1')
    expect(opened).toMatchObject({ followId: 'abc-_1', workspace: 'present' })
    expect(encodeView(opened)).toBe('at=present&follow=abc-_1')
    expect(decodeView('').followId).toBeNull()
  })
  it('goes on following whatever the address of a scene says', () => {
    expect(sceneView('follow=other')).not.toHaveProperty('followId')
  })
})

describe('the square code of an address', () => {
  it('has its three corners, dark within a light margin', () => {
    const { path, squares } = qrPath('http://192.168.1.5:40123/remote#482915')
    const dark = new Set(path.match(/M\d+ \d+/g))
    const isDark = (x: number, y: number) => dark.has(`M${x} ${y}`)
    const last = squares - 5
    for (const [x, y] of [
      [4, 4],
      [last - 6, 4],
      [4, last - 6],
    ] as const) {
      for (let along = 0; along < 7; along++) {
        expect(isDark(x + along, y) && isDark(x, y + along)).toBe(true)
      }
      expect(isDark(x + 1, y + 1)).toBe(false)
      expect(isDark(x + 3, y + 3)).toBe(true)
    }
    for (let at = 0; at < squares; at++) expect(isDark(at, 3) || isDark(3, at)).toBe(false)
  })
})
