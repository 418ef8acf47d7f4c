// What a story asks of the analyses: the question of a process as it was asked there, over the roads of the story.
import { z } from 'zod'
import { DisruptionInputs } from '#geodata/contract/processes/disruption.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

type Refused = { names: readonly string[]; words: Bilingual }

/** A question is kept as it was asked, what was left to the process stays so; what names roads of its own is refused. */
function questionOf(inputs: z.ZodType, { names, words }: Refused) {
  return z.looseObject({}).superRefine((question, context) => {
    for (const name of names) {
      if (question[name] !== undefined) {
        const message = words.en.replace('{name}', name)
        const input = question[name]
        context.addIssue({ code: 'custom', message, params: { zh: words.zh }, path: [name], input })
      }
    }
    // As the process finds them, so that what is said of each is said here too.
    const left = Object.fromEntries(
      Object.entries(question).filter(([name]) => !names.includes(name)),
    )
    const { error } = inputs.safeParse(left, { reportInput: true })
    for (const issue of error?.issues ?? []) context.addIssue({ ...issue })
  })
}

/** What process siting is asked; the roads are those that every figure of the story stands on. */
export const RankingQuestion = questionOf(SitingInputs, {
  names: ['network', 'conditions'],
  words: {
    zh: '讲解中的排名按讲解所用路网计算，不另设路网与路况',
    en: 'A ranking of a story takes no {name}: it stands on the roads of the story.',
  },
})

/** What is sited where the whole city is scored; its candidates are not looked at. */
export const SurfaceQuestion = questionOf(SitingInputs, {
  names: ['network', 'conditions'],
  words: {
    zh: '讲解中的全域得分按讲解所用路网计算，不另设路网与路况',
    en: 'A surface of a story takes no {name}: it stands on the roads of the story.',
  },
})

/** What process disruption is asked of the skeleton, all of whose stretches are closed in turn. */
export const DisruptionQuestion = questionOf(DisruptionInputs, {
  names: ['network', 'classes', 'linkId'],
  words: {
    zh: '讲解中的中断逐一封闭骨架路网的全部路段，不另设路网、道路等级与所看路段',
    en: 'A disruption of a story takes no {name}: it closes every stretch of the skeleton network in turn.',
  },
})
