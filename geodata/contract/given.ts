// A story given away as one file: what the file holds in the place of a server.
//
// The answers are the server's own, each kept under what was asked, so that the page in the file asks as it
// asks a server.
import { z } from 'zod'
import type { Problem } from '#geodata/contract/problem.ts'
import type { ClassArea } from '#geodata/model/score-classes.ts'

/** A file opens with the page that was put into it: both are of one version. */
export const GIVEN_VERSION = 1

export const GivenStory = z.object({
  formatVersion: z.literal(GIVEN_VERSION),
  storyId: z.string(),
  /** When the file was made (ISO 8601). */
  madeAt: z.string(),
  /** Question, as `questionAsked` writes it → text of the answer. */
  answers: z.record(z.string(), z.string()),
})
export type GivenStory = z.infer<typeof GivenStory>

/** A path of the API and, of an analysis, its inputs. */
export function questionAsked(path: string, inputs?: unknown): string {
  return inputs === undefined ? path : `${path} ${JSON.stringify(inputs)}`
}

/** Under this a file holds the problem with which a question is refused. */
export const refusedAs = (question: string): string => `${question} refused`

/** The lists the map is drawn from, as the page asks for them. */
export const GIVEN_COLLECTIONS = [
  'parks',
  'companies',
  'hubs',
  'links',
  'park-areas',
  'platforms',
  'districts',
  'roads',
  'basemap',
] as const

/** The address of the first page of a list, which in a file is all of it. */
export const givenPage = (collection: string) => `/api/collections/${collection}/items`

/** Where a picture or file of a story lies. */
export const storyFilePath = (id: string) => `/api/story-files/${id}`
/** As it is kept in the file: bytes as base64. */
export type GivenFile = { mediaType: string; bytes: string }

/** What the kernel in the file works with. */
export const FACTS_PATH = '/api/facts'
export const SKELETON_PATH = '/api/networks/skeleton/file'

/** Beside the page: the licences of the packages it is built from. */
export const LICENCES_PATH = '/licences.txt'

/** The answer of process surface as a file holds it: nothing but what is drawn. */
export type HeldSurface = { areas: ClassArea[] }

/** The id of the element that holds the packed answers: JSON, gzip, base64. */
export const GIVEN_ELEMENT = 'given-answers'

/** Said in the file where it cannot answer. */
export const NOT_GIVEN: Problem = {
  type: 'about:blank',
  title: 'Not in this file',
  titleZh: '本文件不含此项计算',
  status: 501,
  detail:
    'This file works out rings and truck minutes; for everything else open the Park Atlas that it came from.',
  detailZh: '本文件可计算等时圈和卡车分钟，不含其他计算；请到生成本文件的园链图中进行。',
}
export const NO_KERNEL_HERE: Problem = {
  type: 'about:blank',
  title: 'No computing here',
  titleZh: '此浏览器不能计算',
  status: 501,
  detail:
    'This browser does not run the part of the file that computes; open the file in a recent Chrome, Edge, Firefox or Safari. The scenes are complete.',
  detailZh:
    '此浏览器不能运行本文件的计算部分，请用较新的 Chrome、Edge、Firefox 或 Safari 打开。各屏内容完整。',
}
