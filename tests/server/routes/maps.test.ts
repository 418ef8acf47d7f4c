// Are the product's maps served as drawings and pictures, true to the engine's answers, and refused in words?
import { Resvg } from '@resvg/resvg-js'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { insertSite, siteDraft } from '#tests/support/edits.ts'
import { readPng } from '#tests/support/png.ts'

const built = builtApp()
const SITING = { productId: 'battery-tray', doubt: { draws: 100 } }
const map = (address: string, inputs: unknown) =>
  built.app.request(`/api/maps/${address}`, sending('POST', { inputs }))

async function svgOf(address: string, inputs: unknown): Promise<string> {
  const answer = await map(address, inputs)
  const text = await answer.text()
  expect(answer.status, text).toBe(200)
  expect(answer.headers.get('Content-Type')).toContain('image/svg+xml')
  // A strict reader of XML: it throws on anything that is not well-formed.
  new Resvg(text, { font: { loadSystemFonts: false } })
  return text
}

const count = (svg: string, what: RegExp) => svg.match(what)?.length ?? 0
const wordsOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, inside = '']) =>
    inside.replace(/<[^>]+>/g, ''),
  )

let ids: string[]
let first: SitingResult['ranking'][number]
beforeAll(async () => {
  const answer = await built.app.request(
    '/api/processes/siting/execution',
    sending('POST', { inputs: SITING }),
  )
  const { ranking } = (await answer.json()) as SitingResult
  ids = ranking.slice(0, 3).map(({ id }) => id)
  first = ranking[0] as typeof first
})

describe('a candidate', () => {
  const inputs = () => ({ siting: SITING, candidateId: ids[1], candidateIds: ids })

  it('is drawn with four rings, its letter among the compared, and the minutes of its plants', async () => {
    const svg = await svgOf('candidate.svg', { siting: SITING, candidateId: ids[0] })
    expect(count(svg, /class="ring minutes-/g)).toBe(4)
    expect(count(svg, /class="ring-line minutes-/g)).toBe(4)
    expect(count(svg, /class="candidate"/g)).toBe(1)
    const near = first.plants.filter(
      ({ duration }) => duration && duration.centralSeconds / 60 <= 90,
    )
    expect(near.length).toBeGreaterThan(3)
    expect(count(svg, /class="plant"/g)).toBeGreaterThanOrEqual(near.length)
    const words = wordsOf(svg)
    for (const minutes of ['30′', '60′', '90′']) expect(words).toContain(minutes)
    for (const { duration } of near) {
      expect(words).toContain(String(Math.round((duration?.centralSeconds ?? 0) / 60)))
    }
    expect(words).toContain('A')
    expect(wordsOf(await svgOf('candidate.svg', inputs()))).toContain('B')
  })

  it('lies in one frame with those it is compared with: their scale is the same', async () => {
    const frames = await Promise.all(
      ids.map(async (candidateId) => {
        const svg = await svgOf('candidate.svg?width=300', { ...inputs(), candidateId })
        const bar = svg.match(/class="scale"><path d="([^"]+)"/)?.[1]
        return [bar, svg.match(/class="rivers" d="([^"]+)"/)?.[1]]
      }),
    )
    expect(frames[0]?.every((one) => one !== undefined)).toBe(true)
    expect(new Set(frames.map((one) => one.join())).size).toBe(1)
  })

  it('carries roads, rivers, borders, scale, legend, credits and the approval number', async () => {
    const svg = await svgOf('candidate.svg', inputs())
    const parts = [...svg.matchAll(/class="([^"]+)"/g)].map(([, name]) => name)
    expect(parts).toEqual(
      expect.arrayContaining([
        'road motorway',
        'rivers',
        'district-borders',
        'veil',
        'scale',
        'legend',
      ]),
    )
    const words = wordsOf(svg).join('\n')
    expect(words).toContain('审图号：未设置')
    expect(words).toContain('骨架路网')
    expect(words).toContain('30 / 60 / 90 分')
    const [head = ''] = svg.match(/^<svg.*?<\/title>/) ?? []
    expect(head).toMatch(/role="img"[^>]*aria-labelledby="drawing-title"/)
    expect(head).toMatch(/<title id="drawing-title">[^<]+30、60、90、120 卡车分钟/)
    const english = wordsOf(await svgOf('candidate.svg?lang=en', inputs())).join('\n')
    expect(english).toContain('Map approval number: not set')
    expect(english).not.toMatch(/\p{Script=Han}/u)
  })

  it('is a picture of the size asked for, inked where a plant stands', async () => {
    const svg = await svgOf('candidate.svg?width=400&height=260', inputs())
    const answer = await map('candidate.png?width=400&height=260&scale=2', inputs())
    expect(answer.headers.get('Content-Type')).toBe('image/png')
    const picture = readPng(new Uint8Array(await answer.arrayBuffer()))
    expect([picture.width, picture.height]).toEqual([800, 520])
    const plants = [...svg.matchAll(/class="plant" transform="translate\(([\d.]+) ([\d.]+)\)"/g)]
    expect(plants.length).toBeGreaterThan(2)
    const colours = plants.map(([, x, y]) => picture.colourAt(Number(x) * 2, Number(y) * 2))
    expect(colours).toContain('#16212b')
    expect(picture.colourAt(2, 518)).toBe('#ffffff')
  })
})

describe('a page of print', () => {
  const inputs = () => ({ siting: SITING, candidateId: ids[0], candidateIds: ids })
  const pageOf = async () => {
    const answer = await map('candidate.pdf', inputs())
    expect(answer.headers.get('Content-Type')).toBe('application/pdf')
    return Buffer.from(await answer.arrayBuffer())
  }

  it('is vectors with its own fonts, under a megabyte, and the same bytes again', async () => {
    const pdf = await pageOf()
    expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-')
    expect(pdf.byteLength).toBeLessThan(1_000_000)
    expect(pdf.includes('NotoSansSC-SemiBold')).toBe(true)
    expect(pdf.includes('/Subtype /Image')).toBe(false)
    expect((await pageOf()).equals(pdf)).toBe(true)
  })
})

describe('other views', () => {
  it('draws an outline a candidate and fills the first', async () => {
    const svg = await svgOf('catchments.svg', { siting: SITING, candidateIds: ids })
    expect(count(svg, /class="catchment column-\d"/g)).toBe(3)
    expect(count(svg, /class="catchment-ground"/g)).toBe(1)
    expect(count(svg, /class="candidate"/g)).toBe(3)
    expect(count(svg, /class="catchment column-1"[^>]*stroke-dasharray="6 4"/g)).toBe(1)
  })

  it('numbers the ranked places', async () => {
    const svg = await svgOf('siting.svg', { siting: SITING })
    expect(count(svg, /class="rank"/g)).toBeGreaterThanOrEqual(15)
    expect(wordsOf(svg)).toEqual(expect.arrayContaining(['1', '2', '3', '15']))
  })

  it('draws every park of the layout, by its address alone, in the colours of the theme', async () => {
    const parks = built.app.request('/api/collections/parks/items?limit=200')
    const { features } = (await (await parks).json()) as {
      features: { properties: { role: string; stage: string } }[]
    }
    const own = features.filter(({ properties }) => properties.stage !== 'partner')
    const answer = await built.app.request('/api/maps/layout?theme=dark', {
      headers: { Accept: 'image/svg+xml' },
    })
    const svg = await answer.text()
    expect(count(svg, /class="(vehicle|parts|joint)-park"/g)).toBe(own.length)
    expect(count(svg, /class="vehicle-park"/g)).toBe(
      own.filter(({ properties }) => properties.role === 'vehicle').length,
    )
    const links = await built.app.request('/api/collections/links/items?limit=200')
    const { features: linked } = (await links.json()) as {
      features: { properties: { cityPairs: string[] } }[]
    }
    const toChengdu = linked.filter(({ properties }) =>
      properties.cityPairs.includes('500000-510100'),
    ).length
    expect(wordsOf(svg)).toContain(`成都 ${toChengdu}`)
    expect(count(svg, /fill="#12181d"/g)).toBeGreaterThan(0)
    expect(count(svg, /fill="#ffffff"/g)).toBe(0)
    const list = (await (await built.app.request('/api/maps')).json()) as {
      items: { id: string }[]
    }
    expect(list.items.map(({ id }) => id)).toEqual([
      ...['layout', 'siting', 'candidate', 'catchments'],
      ...['radar', 'weights', 'winners', 'road-times'],
    ])
  })
})

describe('what cannot be drawn', () => {
  it('says which maps and formats there are', async () => {
    const { detail } = await problemOf(await built.app.request('/api/maps/moon.svg'), 404)
    expect(detail).toContain('layout, siting, candidate, catchments')
    const other = await problemOf(await built.app.request('/api/maps/layout.bmp'), 404)
    expect(other.detail).toContain('.bmp')
  })

  it.each([
    ['width=9000', '?width'],
    ['height=1', '?height'],
    ['theme=neon', '?theme'],
    ['lang=fr', '?lang'],
    ['bbox=107,29,106,30', '?bbox'],
    ['bbox=106,29,107', '?bbox'],
  ])('refuses %s, naming the parameter', async (query, pointer) => {
    const { errors } = await problemOf(
      await built.app.request(`/api/maps/layout.svg?${query}`),
      400,
    )
    expect(errors?.[0]?.pointer).toBe(pointer)
  })

  it('refuses a picture of too many pixels', async () => {
    const huge = await built.app.request('/api/maps/layout.png?width=3000&height=3000&scale=4')
    expect((await problemOf(huge, 400)).errors?.[0]?.pointer).toBe('?scale')
  })

  it('names the candidate that there is not, and the input that is missing', async () => {
    const unknown = await map('candidate.svg', { siting: SITING, candidateId: 'nowhere' })
    expect((await problemOf(unknown, 404)).errors?.[0]?.pointer).toBe('/inputs/candidateId')
    const among = await map('catchments.svg', { siting: SITING, candidateIds: [ids[0], 'nowhere'] })
    expect((await problemOf(among, 404)).errors?.[0]?.pointer).toBe('/inputs/candidateIds/1')
    const bare = await built.app.request('/api/maps/candidate.svg')
    const { errors } = await problemOf(bare, 400)
    expect(errors?.map(({ pointer }) => pointer)).toContain('/inputs/siting')
  })

  it('writes typed names as text, and names a character that would be painted as a box', async () => {
    const ids = ['typed-1', 'typed-2']
    await insertSite(built.store, 'typed-1', siteDraft('<b>&"😀"'))
    await insertSite(built.store, 'typed-2', siteDraft('龘家坝'))
    const inputs = { siting: { ...SITING, siteIds: ids }, candidateIds: ids }
    const svg = await svgOf('catchments.svg', inputs)
    expect(wordsOf(svg)).toContain('&lt;b&gt;&amp;&quot;😀&quot;')
    expect(wordsOf(svg)).toContain('龘家坝')
    expect(count(svg, /<b>/g)).toBe(0)
    const { detail, detailZh } = await problemOf(await map('catchments.png', inputs), 422)
    expect(detail).toContain('“😀” (U+1F600)')
    expect(detailZh).toContain('😀')
  })
})
