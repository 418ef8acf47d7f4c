// Starts the page: the view from the URL, the data from the API, then the panels and the map.
import '@fontsource-variable/noto-sans-sc/index.css'
import '#web/tokens.css'
import '#web/styles/app.css'
import { render } from 'preact'
import { loadData } from '#web/api/data.ts'
import { keepMinutes } from '#web/api/minutes.ts'
import { App } from '#web/panels/app.tsx'
import { keepUrl } from '#web/state/url.ts'

keepUrl()
void loadData()
keepMinutes()
const root = document.getElementById('app')
if (root) render(<App />, root)
