// Which files of a story are kept here as it says they are, and what do its pictures hold?

import { pictureFile } from '#geodata/analysis/stories/scene-files.ts'
import type { Referable } from '#geodata/analysis/stories/story-references.ts'
import type { Story } from '#geodata/contract/stories.ts'
import type { Region } from '#server/region/region.ts'
import type { Store } from '#server/store/store.ts'

/** Media type by id; what is not here, or here as something else, is left out. */
export async function filesKept(
  { store, region }: { store: Pick<Store, 'storyFiles'>; region: Pick<Region, 'id'> },
  { files = [] }: Pick<Story, 'files'>,
): Promise<Referable['files']> {
  const known = await store.storyFiles.known(
    region.id,
    files.map(({ id }) => id),
  )
  const byId = new Map(known.map((file) => [file.id, file]))
  const fitting = files.filter(({ id, mediaType, byteCount }) => {
    const kept = byId.get(id)
    return kept?.mediaType === mediaType && kept.byteCount === byteCount
  })
  return new Map(fitting.map(({ id, mediaType }) => [id, mediaType]))
}

/** Bytes by id of the pictures that its scenes show, each once. */
export async function picturesKept(
  { store, region }: { store: Pick<Store, 'storyFiles'>; region: Pick<Region, 'id'> },
  story: Story,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const shown = new Set(story.scenes.flatMap((scene) => pictureFile(story, scene)?.id ?? []))
  const found = await Promise.all([...shown].map((id) => store.storyFiles.find(region.id, id)))
  return new Map(found.flatMap((file) => (file ? [[file.id, file.bytes] as const] : [])))
}
