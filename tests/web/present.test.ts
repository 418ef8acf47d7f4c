// The presenter's keys, and which scene is on.
import { describe, expect, it } from 'vitest'
import { LAYERS } from '#geodata/contract/documents.ts'
import { Story } from '#geodata/contract/stories.ts'
import { sceneAt, sceneLayers, stepFor } from '#web/state/present.ts'

const text = { zh: '一', en: 'one' }
const story = Story.parse({
  formatVersion: 1,
  id: 's',
  title: text,
  summary: text,
  scenes: ['first', 'second', 'third'].map((id) => ({
    id,
    title: text,
    text,
    bounds: [
      [105, 28],
      [108, 31],
    ],
    layers: ['districts', 'parks'],
  })),
})

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
    expect(stepFor(key, false, scene, 3)).toEqual({ kind: 'to', scene: to })
  })

  it('goes back with shift and space, leaves with escape, and is not ours otherwise', () => {
    expect(stepFor(' ', true, 2, 3)).toEqual({ kind: 'to', scene: 1 })
    expect(stepFor('Escape', false, 1, 3)).toEqual({ kind: 'leave' })
    expect(stepFor('a', false, 1, 3)).toBeNull()
  })
})

describe('the scene on', () => {
  it('always exists, whatever the address says', () => {
    expect(sceneAt(story, 99)?.scene.id).toBe('third')
    expect(sceneAt(story, -1)?.scene.id).toBe('first')
    expect(sceneAt(story, 1.7)?.scene.id).toBe('second')
  })

  it('hides the layers it does not name', () => {
    const scene = story.scenes[0]
    expect(scene && sceneLayers(LAYERS, scene)).toEqual(
      LAYERS.filter((layer) => layer !== 'districts' && layer !== 'parks'),
    )
  })
})
