// The built page as it is served: what is cached for good, what is asked for anew, what is not there.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Hono } from 'hono'
import { beforeEach, expect, it } from 'vitest'
import { servePage } from '#server/http/page.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

let app: Hono
let dist: string
beforeEach(() => {
  dist = path.join(temporaryFolder(), 'dist')
  mkdirSync(path.join(dist, 'assets'), { recursive: true })
  writeFileSync(path.join(dist, 'index.html'), '<!doctype html>the page')
  writeFileSync(path.join(dist, 'assets', 'index-abc.js'), 'script()')
  writeFileSync(path.join(dist, '..', 'outside.txt'), 'outside')
  app = new Hono()
  servePage(app, dist)
})

async function get(address: string) {
  const response = await app.request(address)
  return {
    status: response.status,
    type: response.headers.get('Content-Type')?.split(';')[0],
    caching: response.headers.get('Cache-Control'),
    text: await response.text(),
  }
}

it.each(['/', '/index.html', '/site', '/present/one-plus-n?lang=en'])(
  'answers %s with the page, to be asked for anew',
  async (address) => {
    expect(await get(address)).toEqual({
      status: 200,
      type: 'text/html',
      caching: 'no-cache',
      text: '<!doctype html>the page',
    })
  },
)

it('lets a file with a hash in its name be kept for good', async () => {
  const { status, type, caching, text } = await get('/assets/index-abc.js')
  expect([status, type, text]).toEqual([200, 'text/javascript', 'script()'])
  expect(caching).toContain('immutable')
})

it('says that a file of an older build is gone, and forbids keeping that', async () => {
  const { status, caching, text } = await get('/assets/index-old.js')
  expect(status).toBe(404)
  expect(caching ?? '').not.toContain('immutable')
  expect(text).not.toContain('the page')
})

it.each([
  '/../outside.txt',
  '/%2e%2e/outside.txt',
  '/..%2foutside.txt',
  '/assets/..%2f..%2foutside.txt',
])('gives out nothing beside its folder: %s', async (address) => {
  expect((await get(address)).text).not.toBe('outside')
})

it('names the files of the page below the path that people reach it by', async () => {
  const link = '<script src="./assets/index-abc.js"></script>'
  writeFileSync(path.join(dist, 'index.html'), link)
  expect((await get('/site/deep')).text).toBe('<script src="/assets/index-abc.js"></script>')
  const below = new Hono()
  below.use(async (c, next) => {
    c.set('address', 'https://maps.example.org/atlas')
    await next()
  })
  servePage(below, dist)
  const text = await (await below.request('/')).text()
  expect(text).toBe('<script src="/atlas/assets/index-abc.js"></script>')
})
