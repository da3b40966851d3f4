import type { Settings } from './settings.ts'

/**
 * Marks for the margin of a lectern copy: behind the paragraph in which another `every` minutes of speaking are
 * over, how many that makes; null for the others. Counted by the middle of the office's rates.
 * @param texts the spoken paragraphs in order
 */
export function timeMarks(
  texts: readonly string[],
  { slow, fast }: Settings['speakingRate'],
  every: number,
): (string | null)[] {
  const perMinute = (slow + fast) / 2
  let characters = 0
  let marked = 0
  return texts.map((text) => {
    characters += text.replace(/\s/g, '').length
    const minutes = every > 0 ? Math.floor(characters / perMinute / every) * every : 0
    if (minutes <= marked) return null
    marked = minutes
    return `〔约${minutes}分钟〕`
  })
}
