// A story as a handout: its figures, checks and maps over one and the same data, told, and set as a PDF.
import { answer } from '#geodata/analysis/answering/asked.ts'
import { firstNetwork } from '#geodata/analysis/answering/known-region.ts'
import { handoutOf } from '#geodata/analysis/stories/handout.ts'
import { referableIn } from '#geodata/analysis/stories/referable.ts'
import { checkScene } from '#geodata/analysis/stories/story-check.ts'
import type { ProcessInputs, ProcessResult } from '#geodata/contract/processes/index.ts'
import { sceneMaps } from '#server/handout/scene-maps.ts'
import { typesetHandout } from '#server/handout/typeset-handout.ts'
import { creditsOf } from '#server/maps/draw.ts'
import { gatherGround } from '#server/maps/ground.ts'
import type { Gathered, Process, Report } from '#server/processes/process.ts'
import type { Region } from '#server/region/region.ts'
import { figuresOf, findStory, storyRows } from '#server/region/stories.ts'
import { filesKept, picturesKept } from '#server/region/story-files.ts'

/** Of a story of a dozen scenes; how long one is, is known once it is looked up. */
const WORK_MILLISECONDS = 1900

export const handoutProcess: Process<'handout'> = {
  title: '讲义 Handout',
  description:
    'A story as a PDF on A4, in Chinese or English: each scene with its map as vectors, its figures as they are now with their doubt and source, its text, and on request the notes and likely questions. Of a story that is kept, or of one that comes with the question and is a draft.',
  work: () => WORK_MILLISECONDS,
  gather: async (deps, { storyId, story: draft }) => {
    const story = draft ?? (await findStory(deps, storyId ?? ''))
    const [ground, rows, files, pictures] = await Promise.all([
      gatherGround(deps),
      storyRows(deps),
      filesKept(deps, story),
      picturesKept(deps, story),
    ])
    const { mapApprovalNumber, stored } = ground
    const boundaryNote = { zh: stored.boundary_note_zh ?? '', en: stored.boundary_note_en ?? '' }
    const madeOn = dayOf(new Date())
    return {
      comparison: null,
      ground,
      mapApprovalNumber,
      boundaryNote,
      story: { ...rows, story, madeOn, files, pictures },
    }
  },
  run: (region, inputs, report, gathered) => handoutAnswer(region, inputs, gathered, report),
}

/** Shares of the work after which progress is told. */
const ANSWERED = 0.2
const DRAWN = 0.7

function handoutAnswer(
  region: Region,
  inputs: ProcessInputs<'handout'>,
  gathered?: Gathered,
  report: Report = () => {},
): ProcessResult<'handout'> {
  if (!gathered?.story) throw new Error('A handout needs the story that it is of.')
  const { language, notes: hasNotes } = inputs
  const { story, madeOn, files, pictures, ...rows } = gathered.story
  const facts = { ...region.facts, ...rows }
  const network = firstNetwork(region)
  const figures = figuresOf(region, story, facts)
  const known = referableIn(facts, files)
  const checks = story.scenes.map((scene, index) =>
    checkScene(scene, figures[index]?.figures ?? [], known),
  )
  report(ANSWERED, 1)
  const told = handoutOf({
    story,
    figures,
    checks,
    language,
    hasNotes,
    isDraft: inputs.story !== undefined,
    madeOn,
    dataHash: region.dataset.hash,
    networkName: network.summary.name,
    networkHash: network.summary.hash,
    credits: creditsOf(gathered.ground, network, language),
    approvalNumber: gathered.mapApprovalNumber,
    boundaryNote: gathered.boundaryNote,
  })
  const world = { region, gathered: gathered.ground, links: facts.links, language }
  const maps = sceneMaps(world, story, figures, told)
  report(DRAWN, 1)
  const { pdf, pageCount } = typesetHandout(told, maps, pictures, madeOn)
  return answer(region, network, inputs, {
    title: told.fileTitle,
    pageCount,
    document: {
      mediaType: 'application/pdf' as const,
      encoding: 'base64' as const,
      value: pdf.toString('base64'),
    },
  })
}

/** As the calendar on the wall beside the server has it. */
function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
