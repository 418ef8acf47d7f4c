// How do names sound? The dictionary is large: it is loaded when the user first types, and it is asked a
// few names at a time, so that the page keeps responding to the user while there are many.
import { signal } from '@preact/signals'
import type { Sound } from '#web/panels/search/sound.ts'

/** Less than a frame, so that no user action waits. */
const WORK_MILLISECONDS = 8
/** Who has typed already is shown more this often, for each time costs a search. */
const REPORT_MILLISECONDS = 500

const sounds = new Map<string, Sound>()
/** How many names are known by their sound; grows while they are worked out. */
export const soundsKnown = signal(0)
/** null: its sound is not known, or not yet. */
export const soundOf = (name: string): Sound | null => sounds.get(name) ?? null

type Speaker = (name: string) => Sound
let speaker: Promise<Speaker> | null = null

async function loadSpeaker(): Promise<Speaker> {
  const { pinyin } = await import('pinyin-pro')
  // By words, not characters, so that a character with two sounds has that of its word.
  return (name) =>
    pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map(
      (syllable) => syllable.toLowerCase(),
    )
}

/** Works out how the names sound; without the dictionary they are found by their characters alone. */
export async function learnSounds(names: Iterable<string>): Promise<void> {
  speaker ??= loadSpeaker()
  let say: Speaker
  try {
    say = await speaker
  } catch {
    // Offline for a moment: the next time the user types it is asked for again.
    speaker = null
    return
  }
  let started = performance.now()
  let reportedAt = started
  for (const name of names) {
    if (sounds.has(name)) continue
    sounds.set(name, say(name))
    if (performance.now() - started < WORK_MILLISECONDS) continue
    if (performance.now() - reportedAt > REPORT_MILLISECONDS) {
      soundsKnown.value = sounds.size
      reportedAt = performance.now()
    }
    await new Promise((resolve) => setTimeout(resolve))
    started = performance.now()
  }
  soundsKnown.value = sounds.size
}
