// A story as a video: is it as long as its scenes, and does it show one after the other?
import { expect, it } from 'vitest'
import type { Story } from '#geodata/contract/stories.ts'
import { visit } from '#scripts/running-atlas.ts'
import { downloadedBytes, ownAtlas } from '#tests/support/browsing.ts'
import { changing } from '#tests/support/edits.ts'

const atlas = ownAtlas()

/** A map and words alone, a second each. */
async function shortStory(): Promise<string> {
  const story = (await (await fetch(`${atlas.origin}/api/stories/one-plus-n`)).json()) as Story
  const scenes = story.scenes
    .filter(({ id }) => id === 'one' || id === 'targets')
    .map((scene) => ({ ...scene, claims: [], seconds: 1 }))
  const content = JSON.stringify({ ...story, scenes })
  const properties = { title: '短片', content, source: 'test', confidence: 'low' }
  const row = { type: 'Feature', geometry: null, properties }
  const path = `${atlas.origin}/api/collections/own-stories/items`
  const response = await fetch(path, changing('POST', row))
  expect(response.status).toBe(201)
  return ((await response.json()) as { id: string }).id
}

it('plays each scene for its time, one after the other', async ({ skip }) => {
  const address = `${atlas.origin}/?at=present&story=${await shortStory()}`
  const { page, errors, context } = await visit(atlas.browser, address, { paints: true })
  await page.locator('.scene-away summary').press('Enter')
  const button = page.getByRole('button', { name: '生成视频' })
  await button.waitFor()
  const hasEncoder = await page.evaluate(async () => {
    if (!('VideoEncoder' in globalThis)) return false
    const size = { width: 1280, height: 720 }
    const asked = ['avc1.42001f', 'vp09.00.31.08', 'av01.0.05M.08'].map((codec) =>
      VideoEncoder.isConfigSupported({ codec, ...size }),
    )
    return (await Promise.all(asked)).some(({ supported }) => supported)
  })
  if (!hasEncoder) skip('this browser has no encoder of video')
  await page.getByLabel('每屏时长').selectOption('true')
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 200_000 }),
    button.press('Enter'),
  ])
  expect(download.suggestedFilename()).toMatch(/\.(mp4|webm)$/)
  const bytes = await downloadedBytes(download)
  expect(errors).toEqual([])
  await context.close()

  // On a page of nobody’s, which may play what it is handed.
  const player = await (await atlas.browser.newContext()).newPage()
  const played = await player.evaluate(async (base64) => {
    const video = document.createElement('video')
    video.muted = true
    video.src = `data:video/mp4;base64,${base64}`
    await new Promise((resolve, reject) => {
      video.onloadeddata = resolve
      video.onerror = () => reject(new Error(video.error?.message))
    })
    const canvas = new OffscreenCanvas(160, 90)
    const frameAt = async (seconds: number) => {
      video.currentTime = seconds
      await new Promise((resolve) => {
        video.onseeked = resolve
      })
      const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
      pen.drawImage(video, 0, 0, canvas.width, canvas.height)
      return [...pen.getImageData(0, 0, canvas.width, canvas.height).data]
    }
    const [early, late, next] = [await frameAt(0.2), await frameAt(0.8), await frameAt(1.5)]
    const differing = (a: number[], b: number[]) =>
      a.filter((value, at) => Math.abs(value - (b[at] ?? 0)) > 24).length / a.length
    return {
      seconds: video.duration,
      size: [video.videoWidth, video.videoHeight],
      within: differing(early, late),
      between: differing(late, next),
    }
  }, bytes.toString('base64'))
  await player.context().close()
  expect(played.seconds).toBeCloseTo(2, 1)
  expect(played.size).toEqual([1280, 720])
  expect(played.within).toBe(0)
  expect(played.between).toBeGreaterThan(0.05)
})
