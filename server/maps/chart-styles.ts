// How do charts look in files? As on the page: the rules of its own style sheet, with the colours of a theme in them.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { HEAD_WEIGHT, type Theme } from '#geodata/drawing/styles.ts'
import { paintOf } from '#server/maps/paint.ts'

const STYLES = path.resolve(import.meta.dirname, '../../web/charts/charts.css')
const RULE = /([^{}]+)\{([^{}]*)\}/g
const VARIABLE = /var\(--([\w-]+)\)/g
/** Of the page alone: figures of one width are a feature of its font. */
const LEFT_OUT = /font-feature-settings:[^;]*;/g

type Rule = { selectors: string[]; says: string }

let read: Rule[] | null = null

/** The rules that speak of those classes alone, each within a chart. */
export function chartStyles(classes: ReadonlySet<string>, theme: Theme): string {
  read ??= rulesIn(readFileSync(STYLES, 'utf8'))
  const paint = paintOf(theme)
  return read
    .flatMap(({ selectors, says }) => {
      const meant = selectors.filter((one) => classesOf(one).every((name) => classes.has(name)))
      if (meant.length === 0) return []
      const coloured = says.replace(VARIABLE, (_, name: string) =>
        name === 'w-head' ? String(HEAD_WEIGHT) : paint(name),
      )
      return [`${meant.map((one) => `.chart ${one}`).join(',')}{${coloured}}`]
    })
    .join('')
}

const classesOf = (selector: string) =>
  [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name)

function rulesIn(css: string): Rule[] {
  return [...css.replace(/\/\*.*?\*\//gs, '').matchAll(RULE)].map(
    ([, selectors = '', says = '']) => ({
      selectors: selectors.split(',').map((one) => one.trim()),
      says: says.replace(LEFT_OUT, '').replace(/\s+/g, ' ').trim(),
    }),
  )
}
