import { expect, it } from 'vitest'
import { pageLicences } from '#scripts/licences.ts'

it('carries the licence of everything the page is built from, and of what that needs', () => {
  const text = pageLicences()
  for (const name of ['maplibre-gl', 'preact', '@fontsource-variable/noto-sans-sc', 'kdbush']) {
    expect(text).toContain(`${name}: `)
  }
  expect(text).toContain('SIL OPEN FONT LICENSE')
  expect(text).not.toContain('vitest')
})
