// What is known of a file or of a writing, name by name.
import type { ComponentChildren } from 'preact'

export type Fact = readonly [name: string, what: ComponentChildren]

export function Facts({ of }: { of: readonly Fact[] }) {
  return (
    <dl class="import-facts">
      {of.map(([name, what]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}
