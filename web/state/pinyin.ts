// How do names sound? Loaded when somebody first types, for a dictionary is large.
import { signal } from '@preact/signals'
import type { Sound } from '#web/state/search.ts'

/** null until the dictionary is there. */
export const soundOf = signal<((name: string) => Sound) | null>(null)

let asked = false

/** Fetches the dictionary once; without it names are found by their characters alone. */
export async function loadPinyin(): Promise<void> {
  if (asked) return
  asked = true
  try {
    const { pinyin } = await import('pinyin-pro')
    const known = new Map<string, Sound>()
    soundOf.value = (name) => {
      const heard = known.get(name)
      if (heard) return heard
      // By words, not characters, so that 重庆 is chongqing and not zhongqing.
      const syllables = pinyin(name, {
        toneType: 'none',
        type: 'array',
        nonZh: 'consecutive',
        v: true,
      })
      const sound = {
        syllables: syllables.join('').toLowerCase(),
        initials: syllables
          .map((one) => one[0] ?? '')
          .join('')
          .toLowerCase(),
      }
      known.set(name, sound)
      return sound
    }
  } catch {
    asked = false
  }
}
