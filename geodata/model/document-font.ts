// Which font do drawings and documents made by the server use, and where do its files lie?

export const DOCUMENT_FONT = {
  family: 'Noto Sans SC',
  /** Below the project; set-up builds it. */
  folder: '.cache/fonts',
  /** Of web/tokens.css: text, and heads with figures. */
  weights: [400, 600],
} as const

export type FontWeight = (typeof DOCUMENT_FONT.weights)[number]

/** common: what texts usually hold, a quarter of the bytes; whole: all that the font has. */
export type FontCut = 'common' | 'whole'

export const fontFile = (weight: FontWeight, cut: FontCut) => `noto-sans-sc-${weight}-${cut}.ttf`
