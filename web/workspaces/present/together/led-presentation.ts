// Under which name does this tab keep what it leads?

export const LED_PRESENTATION = 'park-atlas.presentation'
