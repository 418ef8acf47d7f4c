// Does a key belong to what has the focus? Only where letters are typed or chosen by: a ticked box takes none.

const WITHOUT_LETTERS = ['checkbox', 'radio', 'range', 'button', 'submit', 'reset', 'file', 'color']

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !WITHOUT_LETTERS.includes(target.type)
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)
}
