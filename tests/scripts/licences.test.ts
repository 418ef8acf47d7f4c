import { expect, it } from 'vitest'
import { pageLicences } from '#scripts/licences.ts'

it('carries the licence of everything the page is built from, and of what that needs', () => {
  const text = pageLicences()
  const fonts = ['@expo-google-fonts/noto-sans-sc', '@fontsource-variable/noto-sans-sc']
  for (const name of ['maplibre-gl', 'preact', 'kdbush', ...fonts]) {
    expect(text).toContain(`${name}: `)
  }
  expect(text).toContain('SIL OPEN FONT LICENSE')
  expect(text).not.toContain('vitest')
})
