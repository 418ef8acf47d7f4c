// The data change under a story, two hundred times at random: no scene breaks in silence, and none but its own.
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import {
  answerFigure,
  groundsOf,
  type StoryFacts,
  type StoryGrounds,
} from '#geodata/analysis/stories/figures.ts'
import { referableIn } from '#geodata/analysis/stories/referable.ts'
import { checkScene } from '#geodata/analysis/stories/story-check.ts'
import { type Claim, FigureAnswer, type Scene, type Story } from '#geodata/contract/stories.ts'
import { targetsOf, tasksOf } from '#server/region/plan-rows.ts'
import { loadRegion } from '#server/region/region.ts'
import { builtApp } from '#tests/support/built-app.ts'

const built = builtApp()
let story: Story
let facts: StoryFacts
let grounds: StoryGrounds

beforeAll(async () => {
  const region = await loadRegion(built.store)
  const links = (await built.store.rows.features(region.id, 'links')).features
  grounds = groundsOf(region)
  facts = {
    ...region.facts,
    links: links as unknown as StoryFacts['links'],
    targets: await targetsOf(built.store, region.id),
    tasks: await tasksOf(built.store, region.id),
  }
  const told = (await (await built.app.request('/api/stories/one-plus-n')).json()) as Story
  story = { ...told, scenes: told.scenes.map(claiming) }
})

/** The scene claiming of each of its numbers that it is at least what it is today. */
function claiming(scene: Scene): Scene {
  const claims = scene.figures.flatMap((figure): Claim[] => {
    const { value, said } = answerFigure(facts, grounds, figure)
    if (typeof value !== 'number') return []
    return [{ figureId: figure.id, is: 'at-least', value, was: said?.zh ?? null }]
  })
  return { ...scene, claims }
}

/** Which rows go, which parks change their part, and of which firms the place is lost; by their place in the lists. */
type Change = Record<'parks' | 'hubs' | 'links' | 'targets' | 'joined' | 'lost', number[]>

const places = fc.array(fc.nat(999), { maxLength: 6 })
const CHANGE: fc.Arbitrary<Change> = fc.record({
  parks: places,
  hubs: places,
  links: places,
  targets: places,
  joined: places,
  lost: places,
})

function without<T>(rows: readonly T[], gone: readonly number[]): T[] {
  const at = new Set(gone.map((place) => place % rows.length))
  return rows.filter((_, index) => !at.has(index))
}

function changed(change: Change): StoryFacts {
  const at = (rows: readonly unknown[], wanted: number[]) =>
    new Set(wanted.map((place) => place % rows.length))
  const joined = at(facts.parks, change.joined)
  const lost = at(facts.companies, change.lost)
  const parks = facts.parks.map((park, index) =>
    joined.has(index)
      ? { ...park, properties: { ...park.properties, role: 'joint' as const } }
      : park,
  )
  return {
    ...facts,
    parks: without(parks, change.parks),
    hubs: without(facts.hubs, change.hubs),
    links: without(facts.links, change.links),
    targets: without(facts.targets, change.targets),
    companies: facts.companies.map((firm, index) =>
      lost.has(index)
        ? { ...firm, properties: { ...firm.properties, coordPrecision: 'unknown' as const } }
        : firm,
    ),
  }
}

const idsIn = ({ parks, hubs, targets, links }: StoryFacts) => [
  ...parks.map(({ properties }) => properties.id),
  ...hubs.map(({ properties }) => properties.id),
  ...targets.map(({ rowId }) => rowId),
  ...links.flatMap(({ properties }) => properties.cityPairs),
]

/** Every word of a scene that could be a name: strings, and the parts of its address. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split(/[=&,]/)]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(namesIn)
}

it('tells of every change which scenes it breaks, and of each claim whether it still holds', () => {
  let broken = 0
  let failed = 0
  fc.assert(
    fc.property(CHANGE, (change) => {
      const now = changed(change)
      const left = new Set(idsIn(now))
      const gone = new Set(idsIn(facts).filter((id) => !left.has(id)))
      const known = referableIn(now)
      for (const scene of story.scenes) {
        const answers = scene.figures.map((figure) =>
          FigureAnswer.parse(answerFigure(now, grounds, figure)),
        )
        const { missing, claims } = checkScene(scene, answers, known)
        const named = new Set(namesIn(scene).filter((name) => gone.has(name)))
        expect(new Set(missing.map(({ came }) => came)), scene.id).toEqual(named)
        broken += named.size
        for (const answer of answers) expect(answer.said === null).toBe(answer.value === null)
        for (const { claim, standing } of claims) {
          const answer = answers[scene.figures.findIndex(({ id }) => id === claim.figureId)]
          expect(standing, `${scene.id} ${claim.figureId}`).toBe(standingOf(claim, answer))
          if (standing === 'fails') failed += 1
        }
      }
    }),
    { numRuns: 200 },
  )
  // The changes did reach the story.
  expect(broken).toBeGreaterThan(100)
  expect(failed).toBeGreaterThan(100)
}, 120_000)

/** At least so much: for sure, never, or somewhere within the doubt. */
function standingOf({ value }: Claim, answer: FigureAnswer | undefined): string {
  if (typeof answer?.value !== 'number') return 'unknown'
  const ends = [answer.low ?? answer.value, answer.high ?? answer.value]
  if (Math.min(...ends) >= value) return 'holds'
  return Math.max(...ends) < value ? 'fails' : 'unproven'
}
