// A story as one HTML file: the page built for it, with its title and its answers put in.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { GIVEN_ELEMENT, GIVEN_VERSION, type GivenStory } from '#geodata/contract/given.ts'
import type { Story } from '#geodata/contract/stories.ts'

/** In the folder of the built page. */
const TEMPLATE = path.join('given', 'story.html')
const TITLE = '<title></title>'
const ANSWERS = '<!--answers-->'

const packed = promisify(gzip)

/** Null: the page is not built. */
export async function givenTemplate(pageFolder: string): Promise<string | null> {
  const html = await readFile(path.join(pageFolder, TEMPLATE), 'utf8').catch(() => null)
  if (html === null) return null
  for (const place of [TITLE, ANSWERS]) {
    const count = html.split(place).length - 1
    if (count !== 1) throw new Error(`${TEMPLATE} has ${place} ${count} times; once is needed.`)
  }
  return html
}

/** The licences of the code in the page, built beside it. */
export function givenLicences(pageFolder: string): Promise<string> {
  return readFile(path.join(pageFolder, 'licences.txt'), 'utf8')
}

/** Base64 knows no “<”: nothing that a story or a list says can end the element it stands in. */
export async function givenFile(
  template: string,
  { id, title }: Pick<Story, 'id' | 'title'>,
  answers: Record<string, string>,
  now: Date,
): Promise<string> {
  const given: GivenStory = {
    formatVersion: GIVEN_VERSION,
    storyId: id,
    madeAt: now.toISOString(),
    answers,
  }
  const text = (await packed(JSON.stringify(given), { level: 9 })).toString('base64')
  const element = `<script type="application/gzip" id="${GIVEN_ELEMENT}">${text}</script>`
  const heading = `<title>${plain(oneLine(title.zh))} · ${plain(oneLine(title.en))}</title>`
  return template.replace(TITLE, () => heading).replace(ANSWERS, () => element)
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
const plain = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Names of files may hold any of these on no system. */
const NOT_IN_NAMES = /[/\\:*?"<>|\p{Cc}]+/gu
/** Left by encodeURIComponent, and not allowed as they are (RFC 8187). */
const ALSO_ENCODED = /['()*]/g

/** Saves under the Chinese title; a program that reads only plain letters takes the id. */
export function givenDisposition({ id, title }: Pick<Story, 'id' | 'title'>): string {
  const named = oneLine(title.zh.replaceAll(NOT_IN_NAMES, ' ')) || id
  const encoded = encodeURIComponent(`${named}.html`).replaceAll(
    ALSO_ENCODED,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const plainName = id.replaceAll(/[^A-Za-z0-9._-]+/g, '-')
  return `attachment; filename="${plainName}.html"; filename*=UTF-8''${encoded}`
}
