import type { Settings } from '../model/settings.ts'

/** 字数: every character but spaces and line breaks; a character outside the BMP counts once. */
export function countCharacters(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code > 0x3000 && code < 0xd800) {
      count++
      continue
    }
    const space = code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0x200b
    const secondHalf = code >= 0xdc00 && code <= 0xdfff
    if (!space && !secondHalf) count++
  }
  return count
}

/** Speaking time in minutes, to one decimal. */
export function speakingMinutes(characters: number, rate: Settings['speakingRate']): { min: number; max: number } {
  const minutes = (perMinute: number) => Math.round((characters / perMinute) * 10) / 10
  return { min: minutes(rate.fast), max: minutes(rate.slow) }
}
