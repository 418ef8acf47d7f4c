// A story on paper: does it say what the story and its figures say, and of what is not there that it is not?
import { beforeAll, describe, expect, it } from 'vitest'
import type { Hub, Link } from '#geodata/contract/collections.ts'
import type {
  FigureAnswer,
  LiveFigure,
  MapScene,
  Scene,
  SceneFigures,
  Story,
} from '#geodata/contract/stories.ts'
import { drawContent } from '#server/maps/draw.ts'
import { gatherGround } from '#server/maps/ground.ts'
import { type SceneWorld, sceneMap } from '#server/maps/views/scene.ts'
import { loadRegion } from '#server/region/region.ts'
import { builtApp, problemOf } from '#tests/support/built-app.ts'
import { changing } from '#tests/support/edits.ts'
import { readPdf } from '#tests/support/read-pdf.ts'

const built = builtApp()
const SLOW = 120_000
const bare = (text: string) => text.replaceAll(/\s/g, '')
const plate = (id: string, text: string): Scene => ({
  id,
  kind: 'section',
  title: { zh: `标题 ${id}`, en: `Title ${id}` },
  text: { zh: text, en: text },
  questions: [],
  figures: [],
  claims: [],
})

let story: Story
let figures: SceneFigures[]
beforeAll(async () => {
  story = (await (await built.app.request('/api/stories/one-plus-n')).json()) as Story
  const answer = await built.app.request('/api/stories/one-plus-n/figures')
  figures = ((await answer.json()) as { items: SceneFigures[] }).items
})

/** Each is made once. */
const made = new Map<string, Promise<Response>>()
async function answerOf(id: string, query = ''): Promise<Response> {
  const address = `/api/stories/${id}/handout${query}`
  const answer = made.get(address) ?? Promise.resolve(built.app.request(address))
  made.set(address, answer)
  return (await answer).clone()
}

async function pdfOf(id: string, query = ''): Promise<Uint8Array<ArrayBuffer>> {
  const response = await answerOf(id, query)
  expect(response.status, await response.clone().text()).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('application/pdf')
  return new Uint8Array(await response.arrayBuffer())
}

async function keep(content: Story): Promise<string> {
  const properties = {
    title: '试讲',
    content: JSON.stringify(content),
    source: 'test',
    confidence: 'low',
  }
  const response = await built.app.request(
    '/api/collections/own-stories/items',
    changing('POST', { type: 'Feature', geometry: null, properties }),
  )
  expect(response.status, await response.clone().text()).toBe(201)
  return ((await response.json()) as { id: string }).id
}

describe('the handout of the built-in story', () => {
  it(
    'is saved under the title of the story in its language',
    async () => {
      for (const [query, name] of [
        ['?language=zh', '一张图看懂 1+N 讲义.pdf'],
        ['?language=en', 'The 1+N plan on one map – Handout.pdf'],
        // Not to be mistaken for the one to give away.
        ['?notes=true', '一张图看懂 1+N 讲义（含讲稿）.pdf'],
      ]) {
        const response = await answerOf('one-plus-n', query)
        const disposition = response.headers.get('Content-Disposition') ?? ''
        expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(name)
        const file = Buffer.from(await response.arrayBuffer()).toString('latin1')
        expect(file).toMatch(/^%PDF-/)
        expect(file).toMatch(/pdfuaid/)
      }
    },
    SLOW,
  )

  it(
    'says each scene’s title and figures as the API has them, on vectors, without the notes',
    async (context) => {
      for (const side of ['zh', 'en'] as const) {
        const { pages, fonts, pictureCount } = readPdf(
          context,
          await pdfOf('one-plus-n', `?language=${side}`),
        )
        const text = pages.join('')
        expect(pictureCount).toBe(0)
        expect(fonts.length).toBeGreaterThan(0)
        expect(fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
        for (const [index, scene] of story.scenes.entries()) {
          expect(text).toContain(bare(scene.title[side]))
          for (const [at, figure] of scene.figures.entries()) {
            const said = figures[index]?.figures[at]?.said
            if (figure.place !== 'list') continue
            expect(text, figure.id).toContain(bare(figure.label[side]))
            expect(text, figure.id).toContain(
              said ? bare(said[side]) : side === 'en' ? 'unknown' : '未知',
            )
          }
          if (scene.notes) expect(text).not.toContain(bare(scene.notes[side].slice(0, 20)))
          for (const { question } of scene.questions)
            expect(text).not.toContain(bare(question[side]))
        }
        expect(text).toContain(side === 'en' ? 'Figuresasof2' : '数字截至2')
        expect(text).toContain(side === 'en' ? 'Roads:skeletonnetwork' : '道路：骨架路网')
        for (const [index, page] of pages.entries()) {
          expect(page).toContain(`${index + 1}/${pages.length}`)
          expect(page).toContain(side === 'en' ? 'Mapapprovalnumber:notset' : '审图号：未设置')
        }
      }
    },
    SLOW,
  )

  it(
    'holds the notes and the likely questions where they are asked for',
    async (context) => {
      const text = readPdf(context, await pdfOf('one-plus-n', '?notes=true')).pages.join('')
      const first = story.scenes[0]
      expect(text).toContain(bare(first?.notes?.zh ?? '?'))
      for (const { question, answer } of story.scenes.flatMap((scene) => scene.questions)) {
        expect(text).toContain(bare(question.zh))
        expect(text).toContain(bare(answer.zh.split('{')[0] ?? '?'))
      }
    },
    SLOW,
  )
})

describe('the handout of a story of one’s own', () => {
  it(
    'says on the page of a scene what it names and is not there, and needs no title',
    async (context) => {
      const hour = story.scenes.find(({ id }) => id === 'hour') as MapScene
      const backwards: MapScene['bounds'] = [hour.bounds[1], hour.bounds[0]]
      const id = await keep({
        ...story,
        title: { zh: '', en: '' },
        scenes: [
          {
            ...hour,
            title: { zh: '', en: '' },
            text: { zh: '离 {nobody} 近', en: 'Near {nobody} {abroad}' },
            notes: { zh: '轻声 {whisper}', en: '' },
            selection: { collection: 'parks', id: 'CQ-GONE' },
            analysis: { kind: 'isochrone', parkId: 'CQ-LOST', cutoffMinutes: [60] },
          },
          plate('after', '后一屏照常'),
          { ...hour, id: 'nowhere', bounds: backwards },
        ],
      })
      const text = readPdf(context, await pdfOf(id)).pages.join('')
      expect(text).toContain('第1屏')
      expect(text).toContain('本屏提到的“CQ-GONE”已查不到，应为现有园区的编号。')
      expect(text).toContain('本屏提到的“CQ-LOST”已查不到')
      expect(text).toContain('离未知近')
      expect(text).toContain('后一屏照常')
      expect(text).toContain(
        `本屏没有地图：范围为${bare(JSON.stringify(backwards))}，应为[[西,南],[东,北]]`,
      )
      // Of words that are not on these pages nothing is said.
      expect(text).not.toContain('{whisper}')
      expect(text).not.toContain('{abroad}')
      const noted = readPdf(context, await pdfOf(id, '?notes=true')).pages.join('')
      expect(noted).toContain('本屏提到的“{whisper}”已查不到')
      expect(text).toContain(id)
    },
    SLOW,
  )

  it(
    'has tables whole, with their heads, their rows, and what could not be measured',
    async (context) => {
      const place = (collection: 'parks' | 'hubs', id: string) => ({ collection, id })
      const label = { zh: '卡车时间表', en: 'Truck minutes' }
      const { features } = (await (
        await built.app.request('/api/collections/hubs/items?limit=7')
      ).json()) as { features: Hub[] }
      const table: LiveFigure = {
        kind: 'matrix',
        id: 'm',
        label,
        place: 'list',
        from: [place('parks', 'CQ-V02'), place('parks', 'CQ-GONE')],
        to: features.map(({ properties }) => place('hubs', properties.id)),
      }
      const id = await keep({
        ...story,
        scenes: [{ ...plate('table', '最近的是{m}。'), figures: [table] }],
      })
      const { items } = (await (await built.app.request(`/api/stories/${id}/figures`)).json()) as {
        items: SceneFigures[]
      }
      const answer = items[0]?.figures[0]
      const text = readPdf(context, await pdfOf(id)).pages.join('')
      const [row, gone] = answer?.table?.rows ?? []
      const minutes = row?.cells.map(({ said }) => said?.zh).join('') ?? ''
      expect(minutes).toMatch(/^[\d–]{7,}$/)
      expect(text).toContain(`${label.zh}分`)
      for (const { properties } of features) expect(text).toContain(bare(properties.nameZh))
      expect(text).toContain(`${bare(row?.name.zh ?? '')}${minutes}`)
      expect(gone?.name.zh).toBe('CQ-GONE')
      expect(text).toContain(`CQ-GONE${'未知'.repeat(features.length)}`)
      expect(text).toContain(bare(`最近的是${answer?.said?.zh}。`))
    },
    SLOW,
  )

  it(
    'flows on where a text is long, and cuts nothing of sixty scenes',
    async (context) => {
      const lines = Array.from({ length: 200 }, (_, index) => `第${index}行，写得很长很长很长很长`)
      const map = story.scenes.find(({ id }) => id === 'gaozhu') as MapScene
      const { analysis: _, ...ground } = map
      const scenes = Array.from({ length: 60 }, (_, index) =>
        index % 20 === 5
          ? { ...ground, id: `map-${index}`, title: { zh: `图 ${index}。`, en: `Map ${index}.` } }
          : plate(`s${index}。`, index === 30 ? lines.join('\n') : `这是 ${index}。`),
      )
      const long = { ...ground, id: 'long', text: { zh: lines.join('\n'), en: '' } }
      const id = await keep({ ...story, scenes: [long, ...scenes.slice(1)] })
      const { pages } = readPdf(context, await pdfOf(id))
      const text = pages.join('')
      for (const line of lines) expect(text.split(`${line}`).length - 1, line).toBeGreaterThan(0)
      for (const scene of scenes.slice(1)) expect(text).toContain(bare(scene.title.zh))
      expect(text).toContain('60/60')
      // The title and the map of a long scene stand before its words, on the same page.
      expect(pages[0]).toContain('第0行')
      // Whose the data are stands with the last scene.
      expect(pages.at(-1)).toContain('60/60')
      expect(pages.at(-1)).toContain('地图与数据')
    },
    SLOW,
  )
})

describe('the first page of a handout', () => {
  it(
    'bears the title of the story and its first scene, unless the summary leaves the map no room',
    async (context) => {
      const { analysis: _, ...ground } = story.scenes.find(({ id }) => id === 'gaozhu') as MapScene
      const lines = Array.from({ length: 10 }, (_, index) => `第${index}行。`)
      const scene = { ...ground, figures: [], claims: [], text: { zh: lines.join('\n'), en: '' } }
      const pagesOf = async (sentences: number) => {
        const summary = { zh: '摘要。'.repeat(sentences), en: '' }
        const id = await keep({ ...story, summary, scenes: [scene] })
        return readPdf(context, await pdfOf(id)).pages
      }
      // By itself the scene fits on a page: still it begins below the title, and its words flow on.
      const [first = '', second = ''] = await pagesOf(160)
      expect(first).toContain(bare(story.title.zh))
      expect(first).toContain(bare(scene.title.zh))
      expect(second).toContain('第9行')
      const [long = '', next = ''] = await pagesOf(300)
      expect(long.split('摘要').length - 1).toBe(300)
      expect(long).not.toContain(bare(scene.title.zh))
      for (const words of [bare(scene.title.zh), ...lines]) expect(next).toContain(words)
    },
    SLOW,
  )
})

describe('the handout of a draft', () => {
  const ask = (inputs: object, query = '') =>
    built.app.request(`/api/processes/handout/execution${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ inputs }),
    })

  it(
    'is made of the words that came, says on every page that it is a draft, and is kept nowhere',
    async (context) => {
      const title = { zh: '', en: '' }
      const draft = { ...story, id: 'draft', title, scenes: [plate('one', '还没有保存的话')] }
      const response = await ask({ story: draft, notes: true }, '?f=pdf')
      expect(response.status, await response.clone().text()).toBe(200)
      const disposition = decodeURIComponent(response.headers.get('Content-Disposition') ?? '')
      expect(disposition).toContain('未命名讲解 讲义（草稿，含讲稿）.pdf')
      const { pages } = readPdf(context, new Uint8Array(await response.arrayBuffer()))
      expect(pages.join('')).toContain('还没有保存的话')
      for (const page of pages) expect(page).toContain('讲义（草稿，含讲稿）·数字截至')
      expect((await built.app.request('/api/stories/draft')).status).toBe(404)
      const english = await ask({ story: draft, language: 'en' })
      const { title: named } = (await english.json()) as { title: string }
      expect(named).toBe('Untitled story – Handout (draft)')
    },
    SLOW,
  )

  it('needs one story, kept or not, and says which of its words do not fit', async () => {
    for (const inputs of [{}, { storyId: 'one-plus-n', story }]) {
      const { errors } = await problemOf(await ask(inputs), 400)
      expect(errors?.map(({ pointer }) => pointer)).toEqual(['/inputs/storyId'])
      expect(errors?.[0]?.detailZh).toContain('填其一，且只填其一')
      expect(errors?.[0]?.detail).toContain('one of them')
    }
    const broken = { ...story, scenes: [{ ...plate('one', '好'), kind: 'nothing' }] }
    const { errors } = await problemOf(await ask({ story: broken }), 400)
    expect(errors?.map(({ pointer }) => pointer)).toEqual(['/inputs/story/scenes/0/kind'])
  })
})

describe('a question that cannot be answered', () => {
  it('is refused in both languages', async () => {
    const ask = (address: string) => built.app.request(`/api/stories/${address}`)
    const language = await problemOf(await ask('one-plus-n/handout?language=fr'), 400)
    expect(language.detail).toContain('“fr”; expected zh or en')
    expect(language.detailZh).toContain('应为 zh 或 en')
    const notes = await problemOf(await ask('one-plus-n/handout?notes=maybe'), 400)
    expect(notes.errors?.[0]?.pointer).toBe('?notes')
    const none = await problemOf(await ask('nobody/handout'), 404)
    expect(none.detail).toContain('one-plus-n')
  })

  it('names a character that no font has, and its scene', async () => {
    const id = await keep({ ...story, scenes: [plate('one', '好'), plate('two', '很好😀')] })
    const answer = await built.app.request(`/api/stories/${id}/handout`)
    const { detail, detailZh, errors } = await problemOf(answer, 422)
    expect(detail).toContain('“😀” (U+1F600) in scene 2')
    expect(detailZh).toContain('第 2 屏')
    expect(errors?.map(({ pointer }) => pointer)).toEqual(['/scenes/1'])
  })
})

describe('the map of a scene', () => {
  let world: SceneWorld
  beforeAll(async () => {
    const region = await loadRegion(built.store)
    const gathered = await gatherGround({ store: built.store, region, mapApprovalNumber: null })
    const { features } = await built.store.rows.features(region.id, 'links')
    world = { region, gathered, links: features as unknown as Link[], language: 'zh-CN' }
  })
  const scene = (id: string) => story.scenes.find((one) => one.id === id) as MapScene
  const svgOf = (asked: MapScene, answers: FigureAnswer[] = []) => {
    const content = sceneMap(world, asked, 'test', answers)
    if (!content) throw new Error('There is no map.')
    const look = { language: 'zh-CN', theme: 'print', width: 511, height: 320, credits: false }
    return drawContent(world.region, world.gathered, content, look as never)
  }
  const count = (svg: string, what: RegExp) => svg.match(what)?.length ?? 0
  /** The marks of a kind, as they are drawn. */
  const marks = (svg: string, kind: string) =>
    svg.match(new RegExp(`<g class="${kind}" transform="translate.*?</g>`, 'g')) ?? []

  it('has its rings and the ring around what is selected', () => {
    const svg = svgOf(scene('gaozhu'))
    expect(count(svg, /class="ring minutes-/g)).toBe(2)
    expect(count(svg, /class="selected"/g)).toBe(1)
    expect(marks(svg, 'joint-park').filter((mark) => mark.includes('selected'))).toHaveLength(1)
    expect(count(svgOf(scene('why')), /class="ring minutes-|class="selected"/g)).toBe(0)
  })

  it('has the numbers of its ranking in the place of the parks that it ranks', () => {
    const today = scene('today')
    const [[west, south], [east, north]] = today.bounds
    const [first, second] = world.region.facts.parks.filter(({ properties, geometry }) => {
      const [lng = 0, lat = 0] = geometry.coordinates
      const isSeen = west < lng && lng < east && south < lat && lat < north
      return properties.role === 'parts' && isSeen
    })
    const rowOf = (park: typeof first, rank: number) => ({
      id: park?.properties.id ?? '',
      name: { zh: park?.properties.nameZh ?? '', en: '' },
      lngLat: park?.geometry.coordinates as unknown as [number, number],
      rank,
      group: rank,
      chanceFirst: 0.7,
      said: { zh: '60', en: '60' },
      share: 0.6,
      shareLow: 0.6,
      shareHigh: 0.6,
    })
    const figure = { kind: 'ranking' } as LiveFigure
    const asked = { ...today, figures: [figure] }
    const answer = { value: 'x', said: null, rows: [rowOf(first, 1), rowOf(second, 2)] }
    const svg = svgOf(asked, [answer as unknown as FigureAnswer])
    const discs = marks(svg, 'rank')
    expect(discs.map((mark) => mark.match(/>(\d+)</)?.[1]).sort()).toEqual(['1', '2'])
    const bare = svgOf(today)
    expect(marks(bare, 'rank')).toEqual([])
    expect(marks(bare, 'parts-park').length - marks(svg, 'parts-park').length).toBe(2)
    expect(svg).toContain('难分先后的第一组')
    expect(svg).not.toContain('居首')
    const tied = { ...answer, value: null, said: { zh: '两处', en: 'two' } }
    expect(svgOf(asked, [tied as unknown as FigureAnswer])).toContain('居首 70%')
  })

  it('has the letters of its comparison in the place of the parks that it sets side by side', () => {
    const today = scene('today')
    const seen = world.region.facts.parks.filter(({ properties, geometry }) => {
      const [lng = 0, lat = 0] = geometry.coordinates
      const [[west, south], [east, north]] = today.bounds
      const isSeen = west < lng && lng < east && south < lat && lat < north
      return properties.role === 'parts' && isSeen
    })
    const table = {
      columns: seen.slice(0, 2).map(({ properties: { labelZh, labelEn } }) => ({
        zh: labelZh,
        en: labelEn,
      })),
      places: seen.slice(0, 2).map(({ properties: { id }, geometry }) => ({
        id,
        lngLat: geometry.coordinates,
      })),
      rows: [],
      unit: null,
    }
    const asked = { ...today, figures: [{ kind: 'comparison' } as LiveFigure] }
    const svg = svgOf(asked, [{ value: null, said: null, table } as unknown as FigureAnswer])
    const letters = marks(svg, 'candidate').map((mark) => mark.match(/>([A-Z])</)?.[1])
    expect(letters.sort()).toEqual(['A', 'B'])
    for (const { zh } of table.columns) expect(svg).toContain(`>${zh}<`)
    const bare = svgOf(today)
    expect(marks(bare, 'parts-park').length - marks(svg, 'parts-park').length).toBe(2)
  })

  it('draws the layers of the scene alone', () => {
    const all = svgOf(scene('today'))
    for (const part of ['firm', 'hub', 'parts-park'])
      expect(marks(all, part).length).toBeGreaterThan(3)
    const none = svgOf({ ...scene('today'), layers: [] })
    for (const part of ['firm', 'hub', 'parts-park']) expect(marks(none, part)).toHaveLength(0)
    expect(all).toMatch(/class="road /)
    expect(none).not.toMatch(/class="road /)
    expect(svgOf(scene('links'))).toMatch(/class="cable/)
  })

  it('draws the “1” of its address with a whole border, and others dashed', () => {
    const dashed = (svg: string) =>
      marks(svg, 'vehicle-park').filter((mark) => mark.includes('stroke-dasharray')).length
    const undecided = svgOf(scene('one'))
    const candidates = marks(undecided, 'vehicle-park').length
    expect(dashed(undecided)).toBe(candidates)
    const set = svgOf({ ...scene('one'), address: 'one=CQ-V02' })
    expect(dashed(set)).toBe(candidates - 1)
    expect(set).toContain('所设的“1”')
    expect(undecided).not.toContain('所设的“1”')
  })

  it('dims parks that its filters do not keep, and leaves out firms, hubs and links', () => {
    const faint = (svg: string) =>
      marks(svg, 'parts-park').filter((mark) => mark.includes('opacity')).length
    const shown = scene('today')
    const all = svgOf(shown)
    expect(faint(all)).toBe(0)
    const ofPower = ({ systems }: { systems: readonly string[] }) => systems.includes('power')
    const { parks, companies } = world.region.facts
    const parts = parks.filter(({ properties }) => properties.role === 'parts')
    const one = svgOf({ ...shown, systems: ['power'] })
    const others = parts.filter(({ properties }) => !ofPower(properties)).length
    // Those beyond the field are no marks of it.
    expect(faint(one)).toBeGreaterThan(others / 2)
    expect(faint(one)).toBeLessThanOrEqual(others)
    expect(marks(one, 'parts-park')).toHaveLength(marks(all, 'parts-park').length)
    const firms = companies.filter(({ properties }) => ofPower(properties)).length
    expect(marks(one, 'firm').length).toBeLessThanOrEqual(firms)
    expect(marks(one, 'firm').length).toBeGreaterThan(0)
    // Of the address, as of the systems of its own.
    expect(svgOf({ ...shown, address: 'systems=power' })).toBe(one)
    expect(marks(svgOf({ ...shown, address: 'hubs=rail' }), 'hub').length).toBeLessThan(
      marks(all, 'hub').length,
    )
  })

  it('shows the links and the stages of its year, says which, and what it leaves out', () => {
    const shown = scene('links')
    const past = { ...shown, layers: [...shown.layers, 'parks' as const], address: 'year=2022' }
    const then = sceneMap(world, past, 'test', [])
    const { cityAdcode } = world.region.facts.home
    const agreed = world.links.filter(({ properties }) => properties.year <= 2022)
    const fromHome = agreed.flatMap(({ properties }) =>
      properties.cityPairs.filter((pair) => pair.startsWith(`${cityAdcode}-`)),
    )
    expect(fromHome.length).toBeGreaterThan(0)
    expect(then?.cables?.reduce((sum, { count }) => sum + count, 0)).toBe(fromHome.length)
    const stages = then?.symbols.flatMap((one) => (one.kind === 'parts-park' ? [one.stage] : []))
    expect(stages).toContain('unknown')
    expect(svgOf(past)).toContain('2022 年底')
    expect(svgOf(shown)).not.toContain('年底')
    expect(svgOf(shown)).not.toContain('图上未画')
    expect(svgOf({ ...shown, address: 'fill=firms' })).toContain('图上未画')
  })
})
