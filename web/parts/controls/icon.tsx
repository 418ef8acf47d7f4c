// A line icon on a 24 px grid, in the colour of the text beside it.

export function Icon({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="1.600"
        stroke-linejoin="round"
      />
    </svg>
  )
}
