// What of an analysis in sight goes into a scene, and what cannot?
import { afterEach, describe, expect, it } from 'vitest'
import type { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import { MapScene } from '#geodata/contract/stories.ts'
import { ownClosures } from '#web/state/answers/closures.ts'
import { restingZoom } from '#web/state/answers/surface.ts'
import { seenAnalysis } from '#web/state/story/seen-analysis.ts'
import { emptyMap } from '#web/state/story/story-edits.ts'
import { takeView, view } from '#web/state/view/store.ts'
import { DEFAULT_VIEW, type View } from '#web/state/view/view.ts'

function seenIn(change: Partial<View>) {
  takeView({ ...DEFAULT_VIEW, workspace: 'site', productId: 'battery-tray', ...change })
  return seenAnalysis(view.peek())
}
/** A scene with it is one that a story takes. */
function isTaken(seen: ReturnType<typeof seenAnalysis>): boolean {
  if (seen === null || seen === 'elsewhere') return false
  const bounds: MapScene['bounds'] = [
    [105, 28],
    [108, 31],
  ]
  const scene = emptyMap({ bounds, layers: [], analysis: seen.analysis })
  return MapScene.safeParse(JSON.parse(JSON.stringify(scene))).success
}

afterEach(() => {
  ownClosures.value = null
  takeView(DEFAULT_VIEW)
})

describe('the surface', () => {
  it('is taken as it is asked and weighed, without pins, as fine as it is drawn', () => {
    restingZoom.value = 7
    const seen = seenIn({ everywhere: true, pin: [106.5, 29.5], weights: { plantMinutes: 3 } })
    expect(seen).toMatchObject({
      analysis: {
        kind: 'surface',
        resolution: 6,
        question: { productId: 'battery-tray', weights: { plantMinutes: 3 } },
      },
    })
    expect(seen).not.toHaveProperty('analysis.question.pins')
    expect(isTaken(seen)).toBe(true)
    restingZoom.value = 9
    expect(seenIn({ everywhere: true })).toHaveProperty('analysis.resolution', 7)
  })

  it('is not taken where it is not drawn, and said to stand on other roads where it does', () => {
    expect(seenIn({ everywhere: false })).toBeNull()
    expect(seenIn({ everywhere: true, workspace: 'layout' })).toBeNull()
    expect(seenIn({ everywhere: true, siteView: 'disruption' })).toBeNull()
    expect(seenIn({ everywhere: true, productId: null })).toBeNull()
    expect(seenIn({ everywhere: true, networkId: 'streets' })).toBe('elsewhere')
  })
})

describe('closed roads', () => {
  const answer = (kind: 'skeleton' | 'street') =>
    ({
      links: [
        {
          id: 'a',
          line: [
            [106.123456, 29],
            [107, 30],
          ],
        },
      ],
      basis: { network: { kind } },
    }) as unknown as DisruptionResult
  const asked = { withinMinutes: 45, parkId: 'CQ-V01', count: 200, network: 'skeleton' }

  it('are taken as they are asked of the skeleton, with the ground of the stretches', () => {
    ownClosures.value = { asked, result: answer('skeleton') }
    const seen = seenIn({ siteView: 'disruption' })
    expect(seen).toEqual({
      analysis: {
        kind: 'disruption',
        question: { withinMinutes: 45, parkId: 'CQ-V01' },
        stretches: 8,
      },
      bounds: [
        [106.1235, 29],
        [107, 30],
      ],
    })
    expect(isTaken(seen)).toBe(true)
    expect(seenIn({ siteView: 'map' })).toBeNull()
  })

  it('of a street network are not, and that is said', () => {
    ownClosures.value = { asked, result: answer('street') }
    expect(seenIn({ siteView: 'disruption' })).toBe('elsewhere')
  })

  it('are none where no stretch costs anything', () => {
    ownClosures.value = { asked, result: { ...answer('skeleton'), links: [] } }
    expect(seenIn({ siteView: 'disruption' })).toBeNull()
  })
})
