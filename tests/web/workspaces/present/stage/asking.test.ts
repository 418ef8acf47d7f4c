// A question from the hall: what is tried out, and the same scene afterwards.
import { expect, it } from 'vitest'
import { Story } from '#geodata/contract/stories.ts'
import { changeView, layOver, ownView, takeView, view } from '#web/state/view/store.ts'
import { DEFAULT_VIEW, type View } from '#web/state/view/view.ts'
import { groundOf, sceneView } from '#web/workspaces/present/scenes.ts'
import { askLive, comeBack, isAsking, triedFrom } from '#web/workspaces/present/stage/asking.ts'
import { hashOfScene } from '#web/workspaces/present/stage/scene-state.ts'

const text = { zh: '一', en: 'one' }
const story = Story.parse({
  formatVersion: 2,
  id: 's',
  title: text,
  summary: text,
  scenes: [
    {
      kind: 'map',
      id: 'first',
      title: text,
      text,
      bounds: [
        [105, 28],
        [108, 31],
      ],
      layers: ['parks'],
      address: 'one=CQ-V02&year=2022',
    },
  ],
})
const scene = groundOf(story, 0)
const own: View = {
  ...DEFAULT_VIEW,
  workspace: 'present',
  storyId: 's',
  onStage: true,
  language: 'en',
  pin: [107, 30],
  compared: ['CQ-V01'],
  filters: { systems: ['v2x'] },
}
const onScene = () => {
  layOver({ ...sceneView(scene?.address), hiddenLayers: ['hubs'], camera: null })
  return hashOfScene(view.peek(), null, [], null)
}

it('leaves nothing of what is tried in the own view, and the scene is the same by its hash', () => {
  takeView(own)
  const before = onScene()
  expect(isAsking()).toBe(false)
  askLive(scene)
  expect(isAsking()).toBe(true)
  expect(view.peek()).toMatchObject({
    workspace: 'site',
    designatedParkId: 'CQ-V02',
    onStage: true,
  })
  changeView({ pin: [106, 29], compared: ['CQ-V02', 'CQ-V03'], designatedParkId: 'CQ-V03' })
  changeView({ workspace: 'layout', scenarios: 'closed' })
  expect(hashOfScene(view.peek(), null, [], null)).not.toBe(before)
  comeBack()
  expect(isAsking()).toBe(false)
  expect(ownView.peek()).toEqual(own)
  expect(onScene()).toBe(before)
})

it('begins with what the scene shows, not with what the user had set', () => {
  const tried = triedFrom(own, scene, [106.5, 29.5], null)
  expect(tried).toMatchObject({ year: 2022, pin: [106.5, 29.5], filters: {}, language: 'en' })
  expect(tried.selection).toBeNull()
})

it('a hash tells any difference in what is seen, in rings, in figures and in where the map looks', () => {
  const figure = {
    value: 11,
    low: 4,
    high: 18,
    total: 40,
    said: { zh: '11', en: '11' },
    unit: null,
    clauseZh: null,
    source: text,
  }
  const look = { lng: 106, lat: 29, zoom: 8, bearing: 0, pitch: 0 }
  const hashes = [
    hashOfScene(own, null, [figure], look),
    hashOfScene({ ...own, year: 2022 }, null, [figure], look),
    hashOfScene(own, null, [{ ...figure, high: 19 }], look),
    hashOfScene(own, null, [figure], { ...look, zoom: 8.1 }),
  ]
  expect(new Set(hashes).size).toBe(4)
  expect(hashOfScene({ ...own }, null, [{ ...figure }], { ...look })).toBe(hashes[0])
})
