// Pictures and files of stories: kept once under their hash, never run, named by scenes, and missed by those alone.
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '#geodata/contract/problem.ts'
import type { Scene, SceneCheck, Story, StoryPreview } from '#geodata/contract/stories.ts'
import type { StoryFile } from '#geodata/contract/story-files.ts'
import type { AskApi } from '#server/deps.ts'
import { answersFor } from '#server/given/answers.ts'
import { ProblemError } from '#server/http/problem.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'
import { changing } from '#tests/support/edits.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import { JPEG, pngOf, WEBP } from '#tests/support/sample-pictures.ts'

const built = builtApp()
const PICTURE = pngOf(40, 30)
const PDF = new TextEncoder().encode('%PDF-1.7\nnothing within\n')
const damagedPicture = new Uint8Array([...PICTURE.subarray(0, 45), ...new Uint8Array(40)])
const idOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function put(bytes: Uint8Array<ArrayBuffer>, id = idOf(bytes)): Promise<Response> {
  return built.app.request(`/api/story-files/${id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: bytes,
  })
}
const named = (bytes: Uint8Array, name: string, mediaType: StoryFile['mediaType']): StoryFile => ({
  id: idOf(bytes),
  name,
  mediaType,
  byteCount: bytes.length,
})

let story: Story
beforeAll(async () => {
  story = (await (await built.app.request('/api/stories/one-plus-n')).json()) as Story
})

/** Two plates: one with the picture and the attachment, one with nothing. */
function told(files: StoryFile[], scene: Partial<Scene>): Story {
  const words = { zh: '词', en: 'word' }
  const plate: Scene = {
    id: 'with',
    kind: 'section',
    title: words,
    text: words,
    questions: [],
    figures: [],
    claims: [],
  }
  const scenes = [{ ...plate, ...scene } as Scene, { ...plate, id: 'without' }]
  return { ...story, title: words, files, scenes }
}
const alt = { zh: '红色的方块', en: 'a red block' }
async function preview(content: unknown): Promise<Response> {
  return built.app.request('/api/stories/preview', sending('POST', content))
}

describe('a file', () => {
  it('comes back as it was sent, to be saved and never run', async () => {
    expect((await put(PICTURE)).status).toBe(201)
    const again = await put(PICTURE)
    expect(again.status).toBe(200)
    expect(await again.json()).toEqual({
      id: idOf(PICTURE),
      mediaType: 'image/png',
      byteCount: PICTURE.length,
      pixels: { width: 40, height: 30 },
    })
    const got = await built.app.request(`/api/story-files/${idOf(PICTURE)}`)
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(PICTURE)
    expect(got.headers.get('Content-Type')).toBe('image/png')
    expect(got.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(got.headers.get('Content-Disposition')).toBe('attachment')
  })

  it('is refused where it is of another kind, too large, or not what its id says', async () => {
    const cases: [Promise<Response>, number, string][] = [
      [put(new TextEncoder().encode('<svg onload="alert(1)"></svg>')), 422, 'SVG'],
      [put(new Uint8Array(2 * 1024 * 1024 + 1)), 413, '2.0 MiB'],
      [put(new Uint8Array(4 * 1024 * 1024)), 413, '3 MiB'],
      [put(JPEG, idOf(WEBP)), 422, idOf(JPEG).slice(0, 16)],
      [put(PICTURE.slice(0, 33)), 422, 'a damaged PNG picture'],
      [put(JPEG.slice(0, -2)), 422, 'a damaged JPEG picture'],
      [put(WEBP.slice(0, -1)), 422, 'a damaged WebP picture'],
    ]
    for (const [answer, status, words] of cases) {
      const response = await answer
      expect(response.status).toBe(status)
      expect(((await response.json()) as Problem).detail).toContain(words)
    }
    expect((await built.app.request(`/api/story-files/${idOf(WEBP)}`)).status).toBe(404)
  })
})

describe('a story with files', () => {
  const picture = named(PICTURE, 'red.png', 'image/png')
  const attached = named(PDF, '协议.pdf', 'application/pdf')

  it('names what its scenes show, and drops what none does', async () => {
    await put(PICTURE)
    await put(PDF)
    const unused = named(WEBP, 'unused.webp', 'image/webp')
    const sent = told([picture, unused, attached], {
      picture: { fileId: picture.id, alt },
      attachments: [attached.id],
    })
    const { story: read, checks } = (await (await preview(sent)).json()) as StoryPreview
    expect(read.files).toEqual([picture, attached])
    expect(checks.flatMap(({ missing }) => missing)).toEqual([])
  })

  it('breaks in the one scene whose file is not there, or is no picture', async () => {
    await put(PDF)
    const gone = '0'.repeat(64)
    const sent = told([attached, { ...attached, id: gone }], {
      picture: { fileId: attached.id, alt },
      attachments: [attached.id, gone],
    })
    const { checks } = (await (await preview(sent)).json()) as { checks: SceneCheck[] }
    expect(
      checks.map(({ missing }) => missing.map(({ pointer, came }) => [pointer, came])),
    ).toEqual([
      [
        ['/picture/fileId', attached.id],
        ['/attachments/1', gone],
      ],
      [],
    ])
    const lying = told([{ ...attached, byteCount: 5 }], { attachments: [attached.id] })
    const { checks: lied } = (await (await preview(lying)).json()) as { checks: SceneCheck[] }
    expect(lied[0]?.missing.map(({ pointer }) => pointer)).toEqual(['/attachments/0'])
  })

  it('is refused with a file twice, with more than eight mebibytes, or with bytes in it', async () => {
    const scene = { picture: { fileId: picture.id, alt } }
    const large = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        ...picture,
        id: String(at).repeat(64),
        byteCount: 2 * 1024 * 1024,
      }))
    const whyOf = async (files: object[]) => {
      const response = await preview({ ...told([], scene), files })
      const { errors } = (await response.json()) as Problem
      return [response.status, errors?.[0]?.pointer, errors?.[0]?.detail]
    }
    expect((await preview(told(large(4), scene))).status).toBe(200)
    expect(await whyOf(large(5))).toEqual([422, '/files', expect.stringContaining('over 8 MiB')])
    expect(await whyOf([picture, picture])).toEqual([
      422,
      '/files',
      expect.stringContaining('one id'),
    ])
    expect(await whyOf([{ ...picture, bytes: 'AAAA' }])).toEqual([
      422,
      '/files/0/bytes',
      expect.stringContaining('is sent by itself, before the story'),
    ])
  })

  it('has its picture on the handout with whose it is, and its attachments by name and size', async (context) => {
    for (const bytes of [PICTURE, PDF, JPEG, WEBP]) await put(bytes)
    const damaged = damagedPicture
    // As it lies where a version kept it that looked at the header alone.
    const [region] = await built.store.regions()
    if (!region) throw new Error('No region.')
    const lying = { id: idOf(damaged), mediaType: 'image/png', bytes: damaged }
    await built.store.storyFiles.keep(region, lying, 1e9)
    const pictures = [
      [picture, PICTURE],
      [named(JPEG, 'a.jpg', 'image/jpeg'), JPEG],
      [named(WEBP, 'a.webp', 'image/webp'), WEBP],
      [named(damaged, 'b.png', 'image/png'), damaged],
    ] as const
    const one = told([], {})
    const scenes = pictures.map(
      ([{ id }], at): Scene =>
        ({
          ...one.scenes[1],
          id: `scene-${at}`,
          picture: { fileId: id, alt, credit: { zh: '作者自摄', en: 'own photograph' } },
          attachments: [attached.id],
        }) as Scene,
    )
    const content = { ...one, scenes, files: [...pictures.map(([file]) => file), attached] }
    const response = await built.app.request(
      '/api/processes/handout/execution?f=pdf',
      sending('POST', { inputs: { story: content } }),
    )
    expect(response.status, await response.clone().text()).toBe(200)
    const { pages, pictureCount } = readPdf(context, new Uint8Array(await response.arrayBuffer()))
    const text = pages.join('')
    expect(text.match(/图片：作者自摄/g)).toHaveLength(3)
    expect(text.match(/附件：协议.pdf（PDF，1kB）/g)).toHaveLength(4)
    expect(text.match(/此处缺少图片：红色的方块/g)).toHaveLength(1)
    expect(pictureCount).toBe(3)
  }, 60_000)

  it('is given away with its files within, as far as they are here', async () => {
    await put(PICTURE)
    const gone = '0'.repeat(64)
    const content = told([picture], {
      picture: { fileId: picture.id, alt },
      attachments: [gone],
    })
    const properties = {
      title: '有图',
      content: JSON.stringify(content),
      source: 'test',
      confidence: 'low',
    }
    const row = { type: 'Feature', geometry: null, properties }
    const kept = await built.app.request(
      '/api/collections/own-stories/items',
      changing('POST', row),
    )
    const { id } = (await kept.json()) as { id: string }
    const mine = (await (await built.app.request(`/api/stories/${id}`)).json()) as Story
    const ask: AskApi = async (path, init) => {
      const response = await built.app.request(`/api${path}`, init)
      if (response.ok) return response
      throw ProblemError.from((await response.json()) as Problem, {})
    }
    const answers = await answersFor(mine, ask)
    expect(answers).not.toHaveProperty(`/api/story-files/${gone}`)
    expect(JSON.parse(answers[`/api/story-files/${picture.id}`] ?? '')).toEqual({
      mediaType: 'image/png',
      bytes: Buffer.from(PICTURE).toString('base64'),
    })

    // What that story names takes no room from files that none names.
    const [region] = await built.store.regions()
    if (!region) throw new Error('No region.')
    const ids = [PDF, JPEG, WEBP, damagedPicture].map(idOf)
    const others = await built.store.storyFiles.known(region, ids)
    const unnamedBytes = others.reduce((sum, { byteCount }) => sum + byteCount, 0)
    const next = { id: 'next', mediaType: 'image/png', bytes: new Uint8Array(10) }
    const keep = (mostBytes: number) => built.store.storyFiles.keep(region, next, mostBytes)
    expect(await keep(4 * (unnamedBytes + 9))).toEqual({ kind: 'no-room-unnamed' })
    expect(await keep(4 * (unnamedBytes + 10))).toEqual({ kind: 'kept', isNew: true })
  })
})
