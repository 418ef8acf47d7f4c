// A number that may be left empty: empty means unknown.
type NumberFieldProps = {
  label: string
  unit: string
  value: number | null
  onValue: (value: number | null) => void
  max?: number
  /** Says the label to a screen reader alone. */
  isQuiet?: boolean
}

export function NumberField({ label, unit, value, onValue, max = 1e9, isQuiet }: NumberFieldProps) {
  return (
    <label class="number-field">
      <span class={isQuiet ? 'visually-hidden' : undefined}>{label}</span>
      <input
        type="number"
        inputMode="decimal"
        min="0"
        max={max}
        step="any"
        value={value ?? ''}
        onChange={(event) => {
          const number = event.currentTarget.valueAsNumber
          onValue(Number.isFinite(number) && number >= 0 ? Math.min(number, max) : null)
        }}
      />
      <abbr>{unit}</abbr>
    </label>
  )
}
