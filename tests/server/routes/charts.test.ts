// Are the charts of a comparison served as files, figure by figure as the engine answers, and of what is stored too?
import { Resvg } from '@resvg/resvg-js'
import { beforeAll, describe, expect, it } from 'vitest'
import { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { alongAxis, minutesAxis } from '#geodata/drawing/charts/minutes-row.ts'
import { minutesIn, waysOf } from '#geodata/drawing/charts/of-comparison.ts'
import { radarPlace } from '#geodata/drawing/charts/radar.ts'
import { domainOf, placeIn } from '#geodata/drawing/charts/weight-lines.ts'
import { mixPlace } from '#geodata/drawing/charts/winner-triangle.ts'
import { oneDecimal } from '#geodata/drawing/svg.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { changing } from '#tests/support/edits.ts'
import { readPng } from '#tests/support/png.ts'

const built = builtApp()
const SITING = { productId: 'battery-tray', doubt: { draws: 200 } }
const IDS = ['CQ-V04', 'CQ-N14', 'CQ-V02']
const ASKED = { siting: SITING, candidateIds: IDS, triangle: { steps: 6 } }
const chart = (address: string, inputs: object = ASKED) =>
  built.app.request(`/api/maps/${address}`, sending('POST', { inputs }))

async function readSvg(answer: Response | Promise<Response>): Promise<string> {
  const text = await (await answer).text()
  expect((await answer).status, text).toBe(200)
  // A strict reader of XML: it throws on anything that is not well-formed.
  new Resvg(text, { font: { loadSystemFonts: false } })
  return text
}
const svgOf = (address: string, inputs: object = ASKED) => readSvg(chart(address, inputs))

const count = (svg: string, what: RegExp) => svg.match(what)?.length ?? 0
const wordsOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, inside = '']) =>
    inside.replace(/<[^>]+>/g, ''),
  )
const written = ([x, y]: readonly [number, number]) => `${x.toFixed(1)} ${y.toFixed(1)}`

let result: ComparisonResult
let decides: NonNullable<ComparisonResult['decides']>
beforeAll(async () => {
  const answer = await built.app.request(
    '/api/processes/comparison/execution',
    sending('POST', { inputs: ASKED }),
  )
  result = ComparisonResult.parse(await answer.json())
  decides = result.decides as typeof decides
})

describe('a chart', () => {
  it('draws the values of every weighed criterion as a radar', async () => {
    const svg = await svgOf('radar.svg')
    const weighed = result.criteria.filter(({ weight }) => weight > 0)
    // Each once in the chart, and once in its key.
    expect(count(svg, /class="letter-line"/g)).toBe(6)
    expect(count(svg, /class="chart-key"/g)).toBe(3)
    for (const { terms } of result.candidates) {
      const value = terms.find(({ criterion }) => criterion === weighed[0]?.id)?.value ?? Number.NaN
      expect(svg).toContain(`d="M${written(radarPlace(0, weighed.length, value * 100))}L`)
    }
    const unknown = result.candidates.flatMap(({ terms }) =>
      terms.filter(({ criterion, known }) => !known && weighed.some(({ id }) => id === criterion)),
    )
    expect(unknown.length).toBeGreaterThan(0)
    expect(count(svg, /class="radar-unknown"/g)).toBe(unknown.length)
    const words = wordsOf(svg).join('')
    for (const { title } of weighed) expect(words).toContain(title.zh)
    expect(words).toMatch(/未知：.*不按零计/)
  })

  it('draws the scores along the weight of a criterion, and says who passes whom', async () => {
    const [line] = [...decides.lines].sort((a, b) => b.share - a.share)
    const svg = await svgOf('weights.svg')
    const lines = decides.ids.map((_, at) => ({
      index: at,
      none: line?.ends[at]?.none.central ?? 0,
      all: line?.ends[at]?.all.central ?? 0,
      band: (line?.likely ?? []).map(({ share, ranges }) => ({
        share,
        low: ranges[at]?.[0] ?? 0,
        high: ranges[at]?.[1] ?? 0,
      })),
    }))
    const domain = domainOf(lines)
    for (const { none, all } of lines) {
      const [from, to] = [placeIn(domain, 0, none), placeIn(domain, 1, all)]
      expect(svg).toContain(`d="M${written([from.x, from.y])}L${written([to.x, to.y])}"`)
    }
    expect(count(svg, /class="crossing"/g)).toBe(line?.crossings.length)
    const other = decides.lines.find(({ criterion }) => criterion !== line?.criterion)
    const title = result.criteria.find(({ id }) => id === other?.criterion)?.title.en
    const asked = { ...ASKED, criterion: other?.criterion }
    expect(wordsOf(await svgOf('weights.svg?lang=en', asked))).toContain(`Weight of: ${title}`)
  })

  it('draws who is first under which weights, with the share of each', async () => {
    const svg = await svgOf('winners.svg')
    const points = decides.triangle?.points ?? []
    const firsts = IDS.map(
      (id) => points.filter(({ firstIds }) => firstIds.join() === id).length / points.length,
    )
    const words = wordsOf(svg)
    for (const [index, share] of firsts.entries()) {
      const told = words.find((one) => one.startsWith(`${'ABC'[index]} `))
      expect(told).toContain(` ${Math.round(share * 1000) / 10}%`)
      expect(count(svg, new RegExp(`data-letter="${'ABC'[index]}"`, 'g'))).toBe(share > 0 ? 1 : 0)
    }
    const weightOf = (at: 0 | 1 | 2) =>
      result.criteria.find(({ id }) => id === decides.triangle?.criteria[at])?.weight ?? 0
    const [x, y] = mixPlace([weightOf(0), weightOf(1), weightOf(2)])
    expect(svg).toContain(`class="triangle-now" transform="translate(${written([x, y])})"`)
  })

  it('draws the minutes to every plant and the nearest hubs on one axis', async () => {
    const svg = await svgOf('road-times.svg')
    const drawn = IDS.map((id, index) => ({ id, index }))
    const ways = [
      ...waysOf(result, drawn, 'plant', 'likely'),
      ...waysOf(result, drawn, 'hub', 'likely').slice(0, 8),
    ]
    const known = ways.flatMap(({ minutes }) => minutes.filter((one) => one !== null))
    expect(count(svg, /class="minutes-doubt"/g)).toBe(known.length)
    const end = minutesAxis(known.map(({ high }) => high)).end
    const row = result.rows.find(({ id }) => id === ways[0]?.id)
    const own = minutesIn(row?.cells[0], 'likely')
    const at = (minutes: number) => oneDecimal(200 + alongAxis(minutes, end) * 360)
    expect(svg).toContain(`x1="${at(own?.low ?? 0)}" x2="${at(own?.high ?? 0)}"`)
    expect(wordsOf(svg).join('')).toContain(row?.title.zh)
  })
})

describe('a file of a chart', () => {
  it('speaks the language, has the colours of the theme, and names what it stands on', async () => {
    for (const name of ['radar', 'weights', 'winners', 'road-times']) {
      const svg = await svgOf(`${name}.svg?lang=en&theme=dark`)
      expect(svg, name).not.toMatch(/\p{Script=Han}/u)
      expect(svg, name).not.toContain('var(')
      expect(svg, name).not.toContain('#ffffff')
      expect(svg, name).toContain('#12181d')
      const told = wordsOf(svg).join(' ')
      expect(told, name).toContain('200 joint draws')
      expect(told, name).toContain(result.basis.dataset.hash.slice(0, 8))
    }
  })

  it('is a picture with the ink of its lines, and a page of vectors', async () => {
    const png = await chart('radar.png?width=400&height=360&scale=2')
    expect(png.headers.get('Content-Type')).toBe('image/png')
    const picture = readPng(new Uint8Array(await png.arrayBuffer()))
    expect([picture.width, picture.height]).toEqual([800, 720])
    const svg = await svgOf('radar.svg?width=400&height=360')
    const [, left = 0, top = 0, scale = 1] =
      svg
        .match(/class="chart-field" transform="translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+)\)/)
        ?.map(Number) ?? []
    const filled = svg.match(/data-filled="true" transform="translate\(([\d.]+) ([\d.]+)\)"/)
    const [x, y] = [Number(filled?.[1]), Number(filled?.[2])]
    expect(
      picture.colourAt(Math.round((left + x * scale) * 2), Math.round((top + y * scale) * 2)),
    ).toBe('#16212b')
    const pdf = Buffer.from(await (await chart('winners.pdf')).arrayBuffer())
    expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-')
    expect(pdf.includes('/Subtype /Image')).toBe(false)
  })

  it('is had by the address of a stored comparison, as maps are, or with the question in it', async () => {
    const stored = await built.app.request(
      '/api/comparisons',
      changing('POST', { version: 1, title: 'Three', siting: SITING, candidateIds: IDS }),
    )
    const { id } = (await stored.json()) as { id: string }
    const bare = { siting: SITING, candidateIds: IDS }
    for (const view of ['radar', 'road-times', 'catchments', 'siting']) {
      const got = await readSvg(built.app.request(`/api/maps/${view}.svg?comparison=${id}`))
      expect(got, view).toBe(await svgOf(`${view}.svg`, bare))
    }
    const one = `/api/maps/candidate.svg?comparison=${id}&candidate=${IDS[1]}`
    expect(await readSvg(built.app.request(one))).toBe(
      await svgOf('candidate.svg', { ...bare, candidateId: IDS[1] }),
    )
    const inputs = encodeURIComponent(JSON.stringify(ASKED))
    expect(await readSvg(built.app.request(`/api/maps/winners.svg?inputs=${inputs}`))).toBe(
      await svgOf('winners.svg'),
    )
  })

  it('refuses what there is not, with its place', async () => {
    const lost = built.app.request('/api/maps/radar.svg?comparison=0123456789abcdef')
    expect((await problemOf(await lost, 404)).detail).toContain('0123456789abcdef')
    const torn = await problemOf(await built.app.request('/api/maps/radar.svg?inputs=%7B'), 400)
    expect(torn.errors?.[0]?.pointer).toBe('?inputs')
    const bare = await problemOf(await built.app.request('/api/maps/weights.svg'), 400)
    expect(bare.errors?.map(({ pointer }) => pointer)).toEqual([
      '/inputs/siting',
      '/inputs/candidateIds',
    ])
    const alone = { siting: { ...SITING, parkIds: [IDS[0]] }, candidateIds: IDS }
    const nothing = await problemOf(await chart('winners.svg', alone), 422)
    expect(nothing.detailZh).toMatch(/没有可画的内容/)
  })
})
