// One weight: its tone in the bars, a slider, and its share of all weight.
import { wholePercent } from '#geodata/analysis/told/amount-text.ts'
import { toneClass } from '#web/charts/score-bar.tsx'

type WeightRowProps = {
  title: string
  label: string
  /** How many terms are heavier. */
  tone: number
  /** Share of all weight, 0 … 1. */
  share: number
  /** Where the slider stands, 0 … 100. */
  value: number
  change: (value: number) => void
}

export function WeightRow({ title, label, tone, share, value, change }: WeightRowProps) {
  const percent = wholePercent(share)
  return (
    <label class="site-weight">
      <i class={`swatch ${toneClass(tone)}`} style="background:currentColor" aria-hidden="true" />
      <span>{title}</span>
      <input
        type="range"
        min="0"
        max="100"
        step="1"
        aria-label={label}
        aria-valuetext={`${percent} %`}
        value={value}
        onInput={(event) => change(event.currentTarget.valueAsNumber)}
      />
      <output>{percent}%</output>
    </label>
  )
}
