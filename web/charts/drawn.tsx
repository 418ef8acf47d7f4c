// The parts of a chart as elements of the page; files are drawn from the same parts.
import { h, type VNode } from 'preact'
import type { Part } from '#geodata/drawing/charts/part.ts'

export function Drawn({ parts }: { parts: readonly Part[] }) {
  return <>{parts.map(elementOf)}</>
}

function elementOf({ tag, is, attributes, inside }: Part): VNode {
  return h(
    tag,
    { ...attributes, ...(is === null ? {} : { class: is }) },
    ...inside.map((one) => (typeof one === 'string' ? one : elementOf(one))),
  )
}
