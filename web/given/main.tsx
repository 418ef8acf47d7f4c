// Starts a story that was given away as a file: its answers first, then the page as on a server.
import '#web/fonts/built.css'
import '#web/tokens.css'
import '#web/charts/charts.css'
import '#web/shell/app.css'
import '#web/workspaces/present/present.css'
import '#web/parts/controls/board.css'
import { render } from 'preact'
import { askInstead } from '#web/api/reach.ts'
import { standInOf } from '#web/given/answers.ts'
import { GivenPage, Unreadable } from '#web/given/page.tsx'
import { readGiven } from '#web/given/read.ts'
import { layOutFiles } from '#web/given/start-worker.ts'
import { boardTexts, firstTexts } from '#web/messages/index.ts'
import { keepMinutes } from '#web/state/answers/minutes.ts'
import { keepKernel } from '#web/state/answers/worked-out.ts'
import { loadData } from '#web/state/region/lists.ts'
import { followView, view } from '#web/state/view/store.ts'
import { keepUrl } from '#web/state/view/url.ts'
import '#web/shell/sizes.css'
import '#web/shell/phone.css'
import '#web/shell/touch.css'
import '#web/shell/contrast.css'
import '#web/given/given.css'

void begin()

async function begin(): Promise<void> {
  const read = await readGiven(document)
  await Promise.all([firstTexts, boardTexts()])
  const root = document.getElementById('app')
  if (!root) return
  // What stood there until now.
  root.replaceChildren()
  if (read.kind !== 'read') return render(<Unreadable why={read.kind} />, root)
  const { given } = read
  askInstead(standInOf(given))
  layOutFiles(given.answers)
  keepUrl()
  // An address without a place is the first opening: the story begins.
  if (view.peek().workspace !== 'site') {
    followView({ workspace: 'present', storyId: given.storyId, onStage: true })
  }
  void loadData()
  keepMinutes()
  keepKernel()
  render(<GivenPage given={given} />, root)
}
