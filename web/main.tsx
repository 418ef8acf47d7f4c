// Starts the page: the view from the URL, the data from the API, then the panels and the map.
import '#web/fonts/built.css'
import '#web/tokens.css'
import '#web/shell/app.css'
import { render } from 'preact'
import { keepConnection } from '#web/api/connection.ts'
import { firstTexts } from '#web/messages/index.ts'
import { App } from '#web/shell/app.tsx'
import { keepMinutes } from '#web/state/answers/minutes.ts'
import { tryBasemapsAgain } from '#web/state/region/basemaps.ts'
import { refuseUnknownFill } from '#web/state/region/district-fill.ts'
import { loadData, loading, loadMissing, missingLists } from '#web/state/region/lists.ts'
import { followNetworks } from '#web/state/region/networks-followed.ts'
import { view } from '#web/state/view/store.ts'
import { keepUrl } from '#web/state/view/url.ts'
// After the panels: where the shell folds has the last word.
import '#web/shell/sizes.css'
import '#web/shell/phone.css'
import '#web/shell/touch.css'
import '#web/shell/contrast.css'

keepUrl()
// All that the presenter's window shows comes from its stage.
const { workspace, presenterOf, isEmbedded } = view.peek()
refuseUnknownFill()
// For characters that people type: rules now, a file of them when one is shown.
void import('#web/fonts/rest.css').catch(() => null)
// Asked for first where it is needed: it is the largest part, and comes while panels and data do.
if (!['compare', 'progress'].includes(workspace) && !presenterOf)
  void import('#web/map/atlas-map.ts')
if (!presenterOf) {
  void loadData()
  keepMinutes()
  followNetworks()
  keepConnection(() => {
    tryBasemapsAgain()
    if (loading.peek().kind === 'failed') void loadData()
    else if (missingLists.peek().length > 0) void loadMissing()
  })
}
// Data and map are on their way meanwhile: they wait for no text.
void firstTexts.then(async () => {
  const root = document.getElementById('app')
  const Page = presenterOf
    ? (await import('#web/shell/presenting.tsx')).Presenting
    : isEmbedded
      ? (await import('#web/shell/embedded.tsx')).Embedded
      : App
  if (root) render(<Page />, root)
})
