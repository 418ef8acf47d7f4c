// The ground of a compared place in a drawing, as a swatch beside its name.
import { fillPart } from '#geodata/drawing/charts/letter-parts.ts'
import { Drawn } from '#web/charts/drawn.tsx'

/** The pattern beside a name; `id` is to be used on the page once. */
export function FillSwatch({ index, id }: { index: number; id: string }) {
  return (
    <svg class="fill-swatch" viewBox="0 0 20 14" aria-hidden="true">
      <defs>
        <Drawn parts={[fillPart(index, id)]} />
      </defs>
      <rect width="20" height="14" fill={`url(#${id})`} />
      <rect class="swatch-edge" x="0.5" y="0.5" width="19" height="13" />
    </svg>
  )
}
