// Does a board open that nobody has opened before, while the server is away? And where its code did not come: what then?
import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { startAtlas, visit } from '#scripts/running-atlas.ts'
import { ownAtlas, turnTo } from '#tests/support/browsing.ts'

const atlas = ownAtlas()
let stopAgain = async () => {}
afterAll(() => stopAgain())

/** The names of all files that the page fetched by now. */
const fetchedFiles = (page: Page) =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))

/** The rules that the styles of the board have brought. */
const styleRules = (page: Page) =>
  page.evaluate(() => {
    const sheet = [...document.styleSheets].find(({ href }) => href?.includes('/firms-'))
    return sheet?.cssRules.length ?? 0
  })

it('boards open without the server once their code was fetched; else the page says so, and opens them later', async () => {
  const address = `${atlas.origin}/?at=progress`
  const fetching = await visit(atlas.browser, address, { hasMap: false, fetchesLaterFiles: true })
  const saving = await visit(atlas.browser, address, { hasMap: false })
  const named: string[] = await fetching.page.evaluate(() =>
    JSON.parse(document.getElementById('later-files')?.textContent ?? '[]'),
  )
  expect(named.length).toBeGreaterThan(50)
  await fetching.page.waitForFunction(
    (last) => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(last)),
    named.at(-1)?.slice(1) ?? '',
  )
  const board = /\/assets\/firms-[\w-]+\.(js|css)$/
  const fetched = await fetchedFiles(fetching.page)
  expect(fetched.filter((name) => board.test(name))).toHaveLength(2)
  await saving.page.locator('main h1').waitFor()
  expect((await fetchedFiles(saving.page)).filter((name) => board.test(name))).toEqual([])

  await atlas.stop()
  await turnTo(fetching.page, 'view=firms')
  await fetching.page.getByRole('heading', { level: 1, name: '转型与集采' }).waitFor()
  expect(await styleRules(fetching.page)).toBeGreaterThan(0)
  // No network is on this device: that the server is silent is said where it is asked again, and there alone.
  await turnTo(fetching.page, 'at=site&product=battery-tray&pin=106.50000,29.45000')
  const silence = fetching.page.getByText('服务没有回答。')
  await fetching.page.locator('.site-failed').and(fetching.page.getByRole('alert')).waitFor()
  await fetching.page.getByText('等时圈要等服务恢复。').waitFor()
  await fetching.page.getByText('已保存的选址要等服务恢复。').waitFor()
  expect(await silence.count()).toBe(1)
  await turnTo(saving.page, 'view=firms')
  await saving.page.getByText('这部分的程序尚未取到，服务又连不上。恢复后会自动打开。').waitFor()
  await saving.page.getByRole('button', { name: '再试一次' }).click()
  await saving.page.getByText('恢复后会自动打开').waitFor()

  const { port } = new URL(atlas.origin)
  ;({ stop: stopAgain } = await startAtlas({ PORT: port }))
  await saving.page.getByRole('heading', { level: 1, name: '转型与集采' }).waitFor()
  expect(await styleRules(saving.page)).toBeGreaterThan(0)
  await fetching.context.close()
  await saving.context.close()
})

it('where a newer server has no such code any more the page offers to be loaded again', async () => {
  const { page, context } = await visit(atlas.browser, `${atlas.origin}/?at=progress`, {
    hasMap: false,
  })
  await page.locator('main h1').waitFor()
  await page.route(/\/assets\/firms-[\w-]+\.js$/, (route) => route.fulfill({ status: 404 }))
  await turnTo(page, 'view=firms')
  await page.getByText('这部分的程序未能取到，服务上可能已有新版本。').waitFor()
  await page.unrouteAll()
  await page.getByRole('button', { name: '重新载入' }).click()
  await page.getByRole('heading', { level: 1, name: '转型与集采' }).waitFor()
  await context.close()
})
