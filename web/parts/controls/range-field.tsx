// A slider with its name and its value in words.
type RangeFieldProps = {
  label: string
  said: string
  value: number
  min: number
  max: number
  step?: number
  onValue: (value: number) => void
}

export function RangeField({ label, said, value, min, max, step = 1, onValue }: RangeFieldProps) {
  return (
    <label class="range-field">
      <span>{label}</span>
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={said}
        onInput={(event) => onValue(event.currentTarget.valueAsNumber)}
      />
      <output>{said}</output>
    </label>
  )
}
