// Which files has this page sent? They can be given again for another table, as long as the page is not loaded anew.

export type SentFile = { name: string; bytes: Blob }

/** By the import that came of it. */
const sent = new Map<string, SentFile>()

export function keepSent(importId: string, file: SentFile): void {
  sent.set(importId, file)
}

/** Null: it was sent before the page was loaded, or from another one. */
export const sentAs = (importId: string): SentFile | null => sent.get(importId) ?? null
