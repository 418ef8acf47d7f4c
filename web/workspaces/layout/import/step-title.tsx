// What a step says at its head; whoever goes to it is there with the keyboard.
import type { ComponentChildren } from 'preact'

export function StepTitle({ children }: { children: ComponentChildren }) {
  return (
    <h2 class="import-title" tabIndex={-1}>
      {children}
    </h2>
  )
}
