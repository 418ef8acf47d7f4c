// Which of several lines over one another stands out, when one was chosen?

/** How a column is drawn where one of them stands out. */
export function frontClass(front: number | null, index: number): string | undefined {
  return front !== null && front !== index ? 'faint' : undefined
}
