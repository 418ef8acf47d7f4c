// A picture and a file of a scene, the whole way: pasted, kept, on the stage, saved as a picture, sent on, given away.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Story } from '#geodata/contract/stories.ts'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { downloadedBytes, downloadedText, sharedAtlas } from '#tests/support/browsing.ts'
import { by } from '#tests/support/edits.ts'
import { readPng } from '#tests/support/png.ts'
import { pngOf } from '#tests/support/sample-pictures.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const atlas = sharedAtlas()
/** Twice as wide as high, of one colour that nothing else on the page has. */
const CAME = pngOf(2400, 1200, [10, 200, 90])
const COLOUR = '#0ac85a'
const PDF = { name: '协议.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') }
const SVG = {
  name: '图.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
}

/** As Ctrl V does with a picture on the clipboard. */
async function paste(page: Page, bytes: Uint8Array): Promise<void> {
  await page.evaluate((base64) => {
    const plain = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([plain], 'image.png', { type: 'image/png' }))
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, Buffer.from(bytes).toString('base64'))
}

/** How the picture is drawn once it is there: its own pixels, and whether it may be stretched. */
const drawn = (page: Page, selector: string) =>
  page.locator(selector).evaluate(async (element) => {
    const image = element as HTMLImageElement
    await image.decode()
    const { naturalWidth: width, naturalHeight: height, alt } = image
    return { width, height, alt, fit: getComputedStyle(image).objectFit }
  })
const PLACED = { width: 1920, height: 960, alt: '绿色的方块', fit: 'contain' }

it('goes from the clipboard of its author to the wall, the picture, the story file and the file without a server', async () => {
  const address = `${atlas.origin}/?at=present`
  const { page, errors, context } = await visit(atlas.browser, address, { hasMap: false })
  await page.getByRole('button', { name: '新建讲解' }).click()
  const form = page.locator('.author-form')
  await form.waitFor()
  await form.locator('summary', { hasText: '图片与附件（0）' }).click()

  // Made smaller, and said; what holds scripts is refused in words.
  await paste(page, CAME)
  await form.getByText('来图 2400 × 1200').waitFor()
  expect(await form.locator('.author-drop [role="status"]').innerText()).toContain('1920 × 960')
  await form.getByLabel('图片说明').fill(PLACED.alt)
  await form.getByLabel('图片来源').fill('作者自绘')
  await form.getByText('添加附件').locator('input').setInputFiles(SVG)
  await form.getByRole('alert').getByText('可含脚本的 SVG 图形').waitFor()
  await form.getByText('添加附件').locator('input').setInputFiles(PDF)
  await form.locator('.scene-files li', { hasText: '协议.pdf' }).waitFor()
  expect(await axeFinds(page, '.author-form')).toEqual([])
  await page.getByRole('button', { name: '撤销' }).click()
  await form.locator('.scene-files').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '重做' }).click()
  await form.locator('.scene-files li').waitFor()

  // The browser ends: what was written is there with its picture.
  await page.close()
  const again = await context.newPage()
  await again.goto(`${atlas.origin}/?at=present&story=draft`)
  expect((await drawn(again, '.author-picture')).width).toBe(1920)
  const sending = again.waitForEvent('download')
  await again.getByRole('button', { name: '下载讲解文件' }).click()
  const sent = JSON.parse(await downloadedText(await sending)) as {
    files: { id: string; bytes: string }[]
  }
  for (const { id, bytes } of sent.files) {
    expect(createHash('sha256').update(Buffer.from(bytes, 'base64')).digest('hex')).toBe(id)
  }
  await again.locator('.author-save').getByRole('button', { name: '保存', exact: true }).click()
  await again.getByRole('textbox', { name: '姓名' }).fill('试写者')
  await again.locator('.author-save form button[type="submit"]').click()
  await again.locator('.author-state').getByText('已保存', { exact: true }).waitFor()
  const { items } = (await (await fetch(`${atlas.origin}/api/stories`)).json()) as {
    items: Story[]
  }
  const own = items.findLast(({ files }) => files?.some(({ id }) => id === sent.files[0]?.id))
  expect(own?.files?.map(({ name }) => name)).toEqual(['image.png', '协议.pdf'])

  // On the stage; files stand below the words, larger where they are asked for, and are saved under their names.
  const stage = `${atlas.origin}/?at=present&story=${own?.id}&stage=1`
  await again.goto(stage)
  expect(await drawn(again, '.show-picture img')).toEqual(PLACED)
  expect(await again.locator('.show-text > .scene-files').innerText()).toContain('协议.pdf')
  await again.keyboard.press('e')
  const saving = again.waitForEvent('download')
  await again.locator('.show-files a', { hasText: '协议.pdf' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe('协议.pdf')
  expect(await downloadedText(saved)).toBe('%PDF-1.7\n')

  expect(errors).toEqual([])
  await context.close()

  // In the picture of the scene: on the half that it has on the stage.
  const desk = await visit(atlas.browser, `${address}&story=${own?.id}&lang=en`, { paints: true })
  await desk.page.locator('.scene-away summary').press('Enter')
  const picturing = desk.page.waitForEvent('download', { timeout: 150_000 })
  await desk.page.getByRole('button', { name: 'This scene', exact: true }).press('Enter')
  const seen = readPng(await downloadedBytes(await picturing))
  expect(seen.colourAt(1440, 540)).toBe(COLOUR)
  expect(seen.colourAt(480, 540)).not.toBe(COLOUR)
  await desk.context.close()

  // In a file without any server.
  const html = await (await fetch(`${atlas.origin}/api/stories/${own?.id}/page`)).text()
  const file = path.join(temporaryFolder(), 'given.html')
  writeFileSync(file, html)
  const given = await visit(atlas.browser, 'about:blank', { hasMap: false })
  await given.context.setOffline(true)
  await given.page.goto(pathToFileURL(file).href)
  expect(await drawn(given.page, '.show-picture img')).toEqual(PLACED)
  expect(given.errors).toEqual([])
  await given.context.close()

  const row = `${atlas.origin}/api/collections/own-stories/items/${own?.id}`
  const etag = (await fetch(row)).headers.get('ETag') ?? ''
  await fetch(row, { method: 'DELETE', headers: { ...by(), 'If-Match': etag } })
})
