// Starts the page on the phone.
import '#web/tokens.css'
import '#web/remote/remote.css'
import { render } from 'preact'
import { RemotePage } from '#web/remote/page.tsx'
import { begin } from '#web/remote/pairing.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')
const dress = () => {
  document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light'
}
dress()
dark.addEventListener('change', dress)
begin()
const root = document.getElementById('app')
if (root) {
  // What stood there until now.
  root.replaceChildren()
  render(<RemotePage />, root)
}
