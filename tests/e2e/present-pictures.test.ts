// A scene as a picture: what the audience sees of it, at a size of its own, whatever the window it is saved from.
import { expect, it } from 'vitest'
import { visit } from '#scripts/running-atlas.ts'
import { downloadedBytes, sharedAtlas } from '#tests/support/browsing.ts'
import { shareThatDiffers } from '#tests/support/pictures.ts'

const atlas = sharedAtlas()
/**
 * English: where the page's own font were missing in the picture no other on this machine would be like it.
 * A scene with rings, rows, bars, and words with figures in them. */
const SCENE = 6

it('saves the scene as a screen of 1920 × 1080 shows it, from a small window', async () => {
  const address = `${atlas.origin}/?at=present&scene=${SCENE}&theme=dark&lang=en`
  const desk = await visit(atlas.browser, address, {
    paints: true,
    viewport: { width: 900, height: 640 },
  })
  await desk.page.locator('.scene-away summary').press('Enter')
  const [download] = await Promise.all([
    desk.page.waitForEvent('download', { timeout: 150_000 }),
    desk.page.getByRole('button', { name: 'This scene', exact: true }).press('Enter'),
  ])
  expect(download.suggestedFilename()).toMatch(/^07 Who is within 60 minutes \d{4}-\d\d-\d\d\.png$/)
  const saved = await downloadedBytes(download)
  await desk.page.locator('.picture-frame').waitFor({ state: 'detached' })
  expect(desk.errors).toEqual([])
  expect([...desk.outside]).toEqual([])
  await desk.context.close()

  const hall = await visit(atlas.browser, `${address}&stage=1`, {
    paints: true,
    viewport: { width: 1920, height: 1080 },
    deviceScaleFactor: 1,
  })
  await hall.page.locator('.show[data-revealed="true"][data-pointer="rests"]').waitFor()
  await hall.page.locator('.still').waitFor()
  const seen = await hall.page.screenshot({ animations: 'disabled' })
  await hall.context.close()
  expect(shareThatDiffers(saved, seen)).toBeLessThan(0.005)
})
