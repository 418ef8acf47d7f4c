// Which rarer signs do the fonts write that come within Typst, beside the product's own: what people type of formulas and lists?
//
// Libertinus Serif and DejaVu Sans Mono are part of the typesetter, so they are there wherever a report is made.
import type { CodeRange } from '#geodata/formats/font-characters.ts'

/** In the order in which they are tried; lowered and raised signs stand closer in the first. */
export const SIGN_FONTS = ['Libertinus Serif', 'DejaVu Sans Mono'] as const

/** Code points that Noto Sans SC lacks and they hold in every weight, in hexadecimal. */
const SIGNS = {
  lettersOfEurope: '104-10f 114-119 11c-127 12c-142 145-146 149-14b 150-151 154-167 16e-17f',
  greekWithAccents: '384-38a 38c 38e-390 3aa-3b0 3ca-3ce',
  raisedAndLowered: '2070-2071 2075-208e 2090-209c',
  ofMoney: '20a0-20a8 20aa 20ad-20b5 20b8-20ba 20bd',
  fractions: '2150-2151 2153-215f 2189',
  arrows: '219a-21b7 21ba-21c3 21c7-21ca 21cd-21cf 21d1 21d3 21d5-21e5 2794 2798-27a0 27a2-27af',
  ofReckoning:
    '2031 2201 2204 220c-220e 2210 2217-2219 221b-221c 2224 2238-223c 2241-2242 2249-224b 224d-225f',
  shapes: '25ac-25b0 25b4-25b5 25b8-25bb 25be-25bf 25c2-25c5 25c8 25d4-25e1',
  ticksAndCrosses: '2610-2612 2639 2709 2714-2719 271b-2727',
}

export const SIGNS_BESIDE: readonly CodeRange[] = Object.values(SIGNS)
  .flatMap((ranges) => ranges.split(' '))
  .map((range): CodeRange => {
    const [first = 0, last = first] = range.split('-').map((code) => Number.parseInt(code, 16))
    return [first, last]
  })
  .sort(([a], [b]) => a - b)
