// Reads the stories of the sources: each a document of the contract that names only what exists.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { REFERABLE_PROPERTIES } from '#geodata/analysis/stories/referable.ts'
import { missingNames, type Referable } from '#geodata/analysis/stories/story-references.ts'
import { Story } from '#geodata/contract/stories.ts'
import type { SourceRow } from '#geodata/formats/checked-rows.ts'
import { type Layer, layersOf } from '#scripts/geodata/layers.ts'
import type { Sources } from '#scripts/geodata/sources.ts'

type Result = { kind: 'story'; story: Story } | { kind: 'refused'; problems: string[] }

/** The stories of a folder by file name, and per problem: file#pointer, what came, what was expected. */
export function readStories(
  folder: string,
  sources: Sources,
): { stories: Story[]; problems: string[] } {
  const known = referable(sources)
  const stories: Story[] = []
  const problems: string[] = []
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  for (const name of names.filter((one) => one.endsWith('.json'))) {
    const file = path.join(folder, name)
    const result = readStory(readFileSync(file, 'utf8'), known)
    if (result.kind === 'story') stories.push(result.story)
    else problems.push(...result.problems.map((problem) => `${file}#${problem}`))
  }
  if (names.length === 0) problems.push(`${folder}: came no story; expected at least one .json`)
  return { stories, problems }
}

/** One row per story, its document as JSON. */
export function storyTable(stories: Story[]): { id: string; document: string }[] {
  return stories.map((story) => ({ id: story.id, document: JSON.stringify(story) }))
}

function readStory(text: string, known: Referable): Result {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const came = error instanceof Error ? error.message : String(error)
    return { kind: 'refused', problems: [`: came “${came}”; expected JSON`] }
  }
  const parsed = Story.safeParse(json)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path: parts, message }) => {
      const pointer = parts.map((part) => `/${String(part)}`).join('')
      const came = JSON.stringify(parts.reduce<unknown>(memberOf, json)) ?? 'nothing'
      return `${pointer}: came ${came.slice(0, 80)}; ${message}`
    })
    return { kind: 'refused', problems }
  }
  const problems = missingNames(parsed.data, known).map(
    ({ pointer, came, expected }) => `${pointer}: came “${came}”; expected ${expected.en}`,
  )
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'story', story: parsed.data }
}

/** The pairs of cities that the links of a layer join. */
function pairsOf({ table, rows }: Layer): string[] {
  if (table !== 'links') return []
  return rows.flatMap(({ cells }) => String(cells.city_pairs ?? '').split(';'))
}

function memberOf(whole: unknown, key: PropertyKey): unknown {
  return (whole as Record<PropertyKey, unknown> | undefined)?.[key]
}

function referable(sources: Sources): Referable {
  const ids = (rows: SourceRow<{ id: string }>[]) => new Set(rows.map(({ row }) => row.id))
  return {
    ids: {
      parks: ids(sources.parks),
      companies: ids(sources.companies),
      hubs: ids(sources.places.hubs),
    },
    properties: REFERABLE_PROPERTIES,
    // The stories of the sources come without files.
    files: new Map(),
    cityPairs: new Set(layersOf(sources).flatMap(pairsOf)),
    taskParts: new Set(sources.planTasks.map(({ row }) => row.part_zh)),
    targetRowIds: new Set(sources.targets.map(({ row }) => row.row_id)),
  }
}
