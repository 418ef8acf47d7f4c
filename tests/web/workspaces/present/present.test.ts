// The presenter's keys, and which scene is on.
import { describe, expect, it } from 'vitest'
import { filled, partsOf, untoldDoubt } from '#geodata/analysis/stories/scene-told.ts'
import { LAYERS } from '#geodata/contract/collections.ts'
import type { FigureAnswer } from '#geodata/contract/stories.ts'
import { Story } from '#geodata/contract/stories.ts'
import { DEFAULT_VIEW, decodeView, encodeView, type View } from '#web/state/view/view.ts'
import { stageScale } from '#web/workspaces/present/present-frame.ts'
import {
  groundAfter,
  groundOf,
  sceneAt,
  sceneLayers,
  sceneView,
  unknownIn,
} from '#web/workspaces/present/scenes.ts'

const text = { zh: '一', en: 'one' }
const story = Story.parse({
  formatVersion: 2,
  id: 's',
  title: text,
  summary: text,
  scenes: ['first', 'second', 'third'].map((id) => ({
    kind: 'map',
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

describe('the scene on', () => {
  it('always exists, whatever the address says', () => {
    expect(sceneAt(story, 99)?.scene.id).toBe('third')
    expect(sceneAt(story, -1)?.scene.id).toBe('first')
    expect(sceneAt(story, 1.7)?.scene.id).toBe('second')
  })

  it('hides the layers it does not name', () => {
    const scene = groundOf(story, 0)
    expect(scene && sceneLayers(LAYERS, scene)).toEqual(
      LAYERS.filter((layer) => layer !== 'districts' && layer !== 'parks'),
    )
  })
})

describe('what an address names', () => {
  const other = { ...story, id: 'other', scenes: story.scenes.slice(0, 1) }
  it('is held against the story it names, not against the first', () => {
    expect(unknownIn([other, story], 's', 2)).toBeNull()
    expect(unknownIn([story, other], 'other', 2)).toBe('scene')
    expect(unknownIn([other, story], null, 1)).toBe('scene')
    expect(unknownIn([other, story], 'gone', 0)).toBe('story')
    expect(unknownIn([story], null, 0)).toBeNull()
    expect(unknownIn([], 's', 2)).toBeNull()
  })
})

const plated = Story.parse({
  ...story,
  scenes: [
    { kind: 'title', id: 'title', title: text, text },
    { kind: 'agenda', id: 'agenda', title: text, text },
    { kind: 'section', id: 'where', title: { zh: '在哪', en: 'Where' }, text },
    story.scenes[0],
    { kind: 'section', id: 'who', title: { zh: '有谁', en: 'Who' }, text },
    story.scenes[1],
    { kind: 'closing', id: 'closing', title: text, text },
  ],
})

describe('a scene without a map', () => {
  it('stands before the map of the next, or after that of the last', () => {
    expect(plated.scenes.map((_, index) => groundOf(plated, index)?.id)).toEqual([
      'first',
      'first',
      'first',
      'first',
      'second',
      'second',
      'second',
    ])
    expect(groundOf({ ...plated, scenes: plated.scenes.slice(0, 2) }, 0)).toBeNull()
  })

  it('lists the sections, or where there are none the scenes with a map', () => {
    expect(partsOf(plated).map(({ id }) => id)).toEqual(['where', 'who'])
    expect(partsOf(story).map(({ id }) => id)).toEqual(['first', 'second', 'third'])
  })
})

describe('the address of a scene', () => {
  it('is seen whole, but for where one is, who reads, and what the reader chose', () => {
    const seen = sceneView('at=site&year=2022&lang=en&map=9/106,29&one=CQ-V02&scene=7&stage=1')
    expect(seen).toMatchObject({ year: 2022, designatedParkId: 'CQ-V02', filters: {} })
    for (const own of ['workspace', 'language', 'camera', 'scene', 'onStage', 'theme', 'base'])
      expect(seen).not.toHaveProperty(own)
    expect(sceneView('theme=dark').theme).toBe('dark')
    expect(sceneView().year).toBeNull()
  })
})

const answer: FigureAnswer = {
  value: 11,
  low: 4,
  high: 18,
  total: 40,
  said: { zh: '11', en: '11' },
  unit: null,
  clauseZh: null,
  source: text,
}

describe('the words of a scene', () => {
  it('take the figure they name, and say so where there is none', () => {
    const scene = Story.parse({
      ...story,
      scenes: [
        {
          ...story.scenes[0],
          figures: ['first', 'second'].map((id) => ({
            kind: 'target',
            id,
            rowId: id,
            label: text,
          })),
        },
      ],
    }).scenes[0]
    const say = (one: FigureAnswer | undefined) => one?.said?.zh ?? '未知'
    const words = '{second} of {first}, {third}'
    expect(scene && filled(words, scene, [{ ...answer, said: null }, answer], say)).toBe(
      '11 of 未知, 未知',
    )
  })

  it('state a doubt once: not where the value is an interval or has none', () => {
    expect(untoldDoubt(answer)).toEqual([4, 18])
    expect(untoldDoubt({ ...answer, said: { zh: '4–18', en: '4–18' } })).toBeNull()
    expect(untoldDoubt({ ...answer, low: 11, high: 11 })).toBeNull()
    expect(untoldDoubt({ ...answer, value: null, said: null })).toBeNull()
  })
})

describe('the address', () => {
  const told: View = {
    ...DEFAULT_VIEW,
    workspace: 'present',
    storyId: 'one-plus-n',
    scene: 4,
    onStage: true,
    hiddenLayers: ['companies'],
    filters: { systems: ['v2x'] },
    selection: { collection: 'parks', id: 'CQ-V02' },
    camera: { lngLat: [106, 29], zoom: 8 },
  }

  it('holds story, scene and stage beside all that is the user’s own', () => {
    expect(decodeView(encodeView(told))).toEqual(told)
  })
})

describe('the stage', () => {
  it('draws a larger screen of the same shape as the same picture, a phone as the desk does', () => {
    expect(stageScale(3840, 2160)).toBeCloseTo(2 * stageScale(1920, 1080))
    expect(stageScale(3840, 1080)).toBe(stageScale(1920, 1080))
    expect(stageScale(1920, 1080)).toBeGreaterThan(1.2)
    expect(stageScale(390, 844)).toBe(1)
  })
})

describe('a scene that comes', () => {
  const [scene] = story.scenes
  const withTransition = (transition: unknown) =>
    Story.safeParse({ ...story, scenes: [{ ...scene, transition }] })

  it('flies, comes softly or at once; one that says nothing stays as it was written', () => {
    expect(['fly', 'ease', 'cut'].map((one) => withTransition(one).success)).toEqual([
      true,
      true,
      true,
    ])
    expect(withTransition('spin').success).toBe(false)
    expect(scene && 'transition' in scene).toBe(false)
  })

  it('is told of while the one before it is on, the last has none after it', () => {
    expect(groundAfter(story, 0)?.id).toBe('second')
    expect(groundAfter(story, 2)).toBeNull()
    const withWords = Story.parse({
      ...story,
      scenes: [
        story.scenes[0],
        { kind: 'section', id: 'part', title: text, text },
        story.scenes[1],
      ],
    })
    // Words alone stand over the ground of the scene after them.
    expect(groundAfter(withWords, 0)?.id).toBe('second')
  })
})
