// What `handout` takes and gives: a story on paper, scene by scene, with its figures as they are now.
import { z } from 'zod'
import { REPORT_LANGUAGES } from '#geodata/contract/processes/report.ts'
import { Basis } from '#geodata/contract/shared.ts'
import { Story } from '#geodata/contract/stories.ts'

export const HandoutInputs = z
  .strictObject({
    storyId: z.string().min(1).max(80).optional().describe('The id of a story'),
    story: Story.optional().describe(
      'A story that is not kept here, instead of an id: its pages say that it is a draft',
    ),
    language: z.enum(REPORT_LANGUAGES).default('zh-CN'),
    notes: z
      .boolean()
      .default(false)
      .describe('true: with what the presenter says, and what may be asked'),
  })
  .refine(({ storyId, story }) => (storyId === undefined) !== (story === undefined), {
    message: 'Give the id of a story or a story, one of them.',
    path: ['storyId'],
    params: { zh: '讲解编号与讲解内容应填其一，且只填其一' },
  })
export type HandoutInputs = z.infer<typeof HandoutInputs>

export const HandoutResult = z.object({
  /** What the story is called and which handout of it this is; so its file is called too. */
  title: z.string(),
  pageCount: z.number().int(),
  document: z
    .object({
      mediaType: z.literal('application/pdf'),
      encoding: z.literal('base64'),
      value: z.string(),
    })
    .describe('The file; `f=pdf` answers its bytes instead of all this'),
  basis: Basis,
})
export type HandoutResult = z.infer<typeof HandoutResult>
