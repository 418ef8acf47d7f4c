// What does a questionnaire know of itself when it comes back? Kept in a sheet of its own that nobody sees.
import { z } from 'zod'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'

export const SentQuestionnaire = z.object({
  version: z.number().int(),
  number: z.string(),
  askedOn: z.string(),
  siting: SitingInputs,
  parks: z.array(
    z.object({ id: z.string(), questions: z.array(z.object({ id: z.string() })).max(100) }),
  ),
})
export type SentQuestionnaire = z.infer<typeof SentQuestionnaire>

/** The first cell of that sheet. */
export const SENT_MARK = 'park-atlas-questionnaire'
export const SENT_SHEET = 'park-atlas'
