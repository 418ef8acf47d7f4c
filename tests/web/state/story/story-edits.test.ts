// Changes of a story, and what two people's changes give together.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LiveFigure, type Scene, Story } from '#geodata/contract/stories.ts'
import { mergeStories } from '#web/state/story/merge-stories.ts'
import {
  added,
  changedAt,
  cleared,
  duplicated,
  emptyMap,
  emptyPlate,
  leftBehind,
  moved,
  removed,
  withFigure,
  withoutFigure,
  withScene,
} from '#web/state/story/story-edits.ts'

const plate = (id: string, zh = id): Scene => ({
  ...emptyPlate('section'),
  id,
  title: { zh, en: zh },
})
const storyOf = (...scenes: Scene[]): Story =>
  Story.parse({
    formatVersion: 2,
    id: 's',
    title: { zh: '题', en: 'Title' },
    summary: { zh: '', en: '' },
    scenes,
  })
const ids = ({ scenes }: Story) => scenes.map(({ id }) => id)
const abc = storyOf(plate('a'), plate('b'), plate('c'))
const parks: LiveFigure = {
  kind: 'count',
  collection: 'parks',
  where: {},
  id: 'parks',
  label: { zh: '园区', en: 'parks' },
  place: 'list',
}

describe('a change', () => {
  it('moves within the story, never past its ends', () => {
    expect(ids(moved(abc, 'a', 1))).toEqual(['b', 'a', 'c'])
    expect(ids(moved(abc, 'c', -9))).toEqual(['c', 'a', 'b'])
    expect(ids(moved(abc, 'a', 9))).toEqual(['b', 'c', 'a'])
    expect(moved(abc, 'nobody', 1)).toBe(abc)
  })

  it('adds and duplicates after a scene under an id of its own, and keeps the last scene', () => {
    const after = added(abc, plate('a'), 'a')
    const own = after.scenes[1]?.id ?? ''
    expect(ids(after)).toEqual(['a', own, 'b', 'c'])
    expect(['a', 'b', 'c', '']).not.toContain(own)
    expect(ids(added(abc, plate('x'), null)).slice(0, 3)).toEqual(['a', 'b', 'c'])
    const twice = duplicated(duplicated(abc, 'b'), 'b')
    expect(new Set(ids(twice)).size).toBe(5)
    expect(ids(twice).slice(0, 2)).toEqual(['a', 'b'])
    expect(twice.scenes[2]?.title).toEqual(abc.scenes[1]?.title)
    expect(ids(removed(abc, 'b'))).toEqual(['a', 'c'])
    const one = storyOf(plate('a'))
    expect(removed(one, 'a')).toBe(one)
  })

  it('of the words touches one scene alone', () => {
    const changed = withScene(abc, 'b', { seconds: 90 })
    expect(changed.scenes.map(({ seconds }) => seconds)).toEqual([undefined, 90, undefined])
  })

  it('takes a part away that is to be no more', () => {
    const timed = withScene(abc, 'b', { seconds: 90 })
    expect(withScene(timed, 'b', { seconds: undefined })).toEqual(abc)
  })

  it('leaves a language behind where the other alone is rewritten', () => {
    const words = (zh: string, en: string) => ({ zh, en })
    const before = { title: words('甲', 'A'), text: words('乙', 'B'), notes: words('丙', '') }
    const left = (now: Partial<typeof before>) => leftBehind(before, { ...before, ...now })
    expect(left({})).toEqual([])
    expect(left({ title: words('新', 'A') })).toEqual([{ part: 'title', side: 'en' }])
    expect(left({ text: words('乙', 'New') })).toEqual([{ part: 'text', side: 'zh' }])
    expect(left({ title: words('新', 'New'), notes: words('新', '') })).toEqual([])
    expect(cleared(before, [{ part: 'title', side: 'en' }])).toEqual({ title: words('甲', '') })
  })

  it('names a figure once, and takes claims away with it', () => {
    const first = withFigure(plate('a'), parks)
    const again = withFigure(first.scene, { ...parks, label: { zh: '别', en: 'other' } })
    const other = withFigure(again.scene, { ...parks, where: { role: 'parts' } })
    expect([first.figureId, again.figureId, other.figureId]).toEqual(['parks', 'parks', 'parks2'])
    expect(other.scene.figures).toHaveLength(2)
    const claims = [{ figureId: 'parks', is: 'equal' as const, value: 1, was: null }]
    const gone = withoutFigure({ ...other.scene, claims }, 'parks')
    expect(gone.figures.map(({ id }) => id)).toEqual(['parks2'])
    expect(gone.claims).toEqual([])
  })

  it('gives what the contract takes', () => {
    const seen = emptyMap({
      layers: ['parks'],
      bounds: [
        [1, 2],
        [3, 4],
      ],
    })
    expect(() => Story.parse(added(abc, seen, 'a'))).not.toThrow()
  })
})

describe('two authors', () => {
  it('change different scenes, and both changes stand', () => {
    const mine = added(withScene(abc, 'a', { seconds: 10 }), plate('x'), 'b')
    const theirs = moved(withScene(abc, 'c', { seconds: 30 }), 'c', -2)
    const { story, conflicts } = mergeStories(abc, mine, theirs)
    expect(conflicts).toEqual([])
    expect(ids(story)).toEqual(['c', 'a', 'b', mine.scenes[2]?.id])
    expect(story.scenes.map(({ seconds }) => seconds)).toEqual([30, 10, undefined, undefined])
  })

  it('decide scene by scene where both changed one, or one removed what the other changed', () => {
    const mine = withScene(removed(abc, 'c'), 'a', { seconds: 10 })
    const theirs = withScene(withScene(abc, 'a', { seconds: 20 }), 'c', { seconds: 5 })
    const open = mergeStories(abc, mine, theirs)
    expect(
      open.conflicts.map(({ id, mine: my, theirs: their }) => [id, my?.seconds, their?.seconds]),
    ).toEqual([
      ['a', 10, 20],
      ['c', undefined, 5],
    ])
    const decided = new Map([
      ['a', 'mine'],
      ['c', 'mine'],
    ] as const)
    const { story, conflicts } = mergeStories(abc, mine, theirs, decided)
    expect(conflicts).toEqual([])
    expect(ids(story)).toEqual(['a', 'b'])
    expect(story.scenes[0]?.seconds).toBe(10)
  })

  it('keep each other’s title', () => {
    const mine = { ...abc, title: { zh: '我的', en: 'Mine' } }
    const theirs = { ...abc, summary: { zh: '摘要', en: 'Summary' }, targetMinutes: 12 }
    expect(mergeStories(abc, mine, theirs).story).toEqual({ ...theirs, title: mine.title })
  })

  it('lose nothing whatever they do: a scene that one side alone changed stands as that side has it', () => {
    const change = fc.array(
      fc.record({ id: fc.constantFrom('a', 'b', 'c'), seconds: fc.integer({ min: 1, max: 9 }) }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(change, change, (my, their) => {
        const apply = (changes: typeof my) =>
          changes.reduce((story, { id, seconds }) => withScene(story, id, { seconds }), abc)
        const [mine, theirs] = [apply(my), apply(their)]
        const { story, conflicts } = mergeStories(abc, mine, theirs)
        for (const [index, scene] of story.scenes.entries()) {
          const [m, t] = [mine.scenes[index]?.seconds, theirs.scenes[index]?.seconds]
          const isConflict = m !== undefined && t !== undefined && m !== t
          expect(conflicts.some(({ id }) => id === scene.id)).toBe(isConflict)
          if (!isConflict) expect(scene.seconds).toBe(m ?? t)
        }
      }),
    )
  })
})

it('tells which scene a step changed: the first that differs, the last where the end went away', () => {
  const rewritten = withScene(abc, 'b', { title: { zh: '新', en: 'new' } })
  expect(changedAt(abc, rewritten)).toBe(1)
  expect(changedAt(abc, removed(abc, 'c'))).toBe(1)
  expect(changedAt(removed(abc, 'a'), abc)).toBe(0)
  expect(changedAt(abc, { ...abc, title: { zh: '别', en: 'other' } })).toBeNull()
})
