// The story that comes with the program, and its figures, as the server under test tells them.
import type { SceneFigures, Story } from '#geodata/contract/stories.ts'

export async function builtInStory(
  origin: string,
): Promise<{ story: Story; figures: SceneFigures[] }> {
  const told = async (path: string) =>
    (await fetch(`${origin}/api/stories/one-plus-n${path}`)).json()
  const story = (await told('')) as Story
  const { items } = (await told('/figures')) as { items: SceneFigures[] }
  return { story, figures: items }
}
