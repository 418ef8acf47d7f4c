// By which letter is a compared place called?

/** The letter of a column: A for the first. */
export function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index)
}
