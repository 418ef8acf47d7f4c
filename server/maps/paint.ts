// The colours of drawings: the tokens of the page, read from the page's own file.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ON_PAPER, type Paint, type Theme } from '#geodata/drawing/styles.ts'

const TOKENS = path.resolve(import.meta.dirname, '../../web/tokens.css')
const COLOUR = /^\s*--([\w-]+):\s*(#[0-9a-f]{6})\b/gim

type Colours = ReadonlyMap<string, string>

let read: { light: Colours; dark: Colours } | null = null

/** On paper the light theme holds, on white. */
export function paintOf(theme: Theme): Paint {
  read ??= readTokens(readFileSync(TOKENS, 'utf8'))
  const { light, dark } = read
  const colours = theme === 'dark' ? dark : light
  return (name) => {
    const token = theme === 'print' ? (ON_PAPER[name] ?? name) : name
    const colour = colours.get(token)
    if (colour) return colour
    throw new Error(`web/tokens.css has no colour “${token}”.`)
  }
}

function readTokens(css: string): { light: Colours; dark: Colours } {
  const [day = '', night = ''] = css.split('[data-theme="dark"]')
  const light = coloursIn(day)
  // What the night leaves as it is keeps its colour.
  return { light, dark: new Map([...light, ...coloursIn(night)]) }
}

const coloursIn = (css: string): Colours =>
  new Map([...css.matchAll(COLOUR)].map(([, name = '', colour = '']) => [name, colour]))
