import { pinyin } from 'pinyin-pro'
import type { FactDefinition } from '../../shared/model/facts.ts'

interface Entry {
  definition: FactDefinition
  /** How the label sounds: whole syllables, and their first letters. */
  sounds: string
  initials: string
}

/**
 * Finds facts by a part of their name, by pinyin or by its initials (bxcdw → 被巡察单位). What an input method shows
 * while composing (b'x'c) counts as well.
 * @returns a search that keeps the given order; names that begin with the query come first.
 */
export function factSearch(definitions: readonly FactDefinition[]): (query: string) => FactDefinition[] {
  const entries = definitions.map((definition): Entry => {
    const syllables = pinyin(definition.label, { toneType: 'none', type: 'array', v: true })
    return {
      definition,
      sounds: syllables.join('').toLowerCase(),
      initials: syllables
        .map((syllable) => syllable.charAt(0))
        .join('')
        .toLowerCase(),
    }
  })
  return (query) => {
    const wanted = query.replace(/['’\s]/g, '').toLowerCase()
    if (wanted === '') return entries.map((entry) => entry.definition)
    const places = entries.map(({ definition, sounds, initials }) => {
      const found = [definition.label, initials, sounds].map((text) => text.indexOf(wanted)).filter((at) => at >= 0)
      return { definition, place: found.length > 0 ? Math.min(...found) : -1 }
    })
    return places
      .filter(({ place }) => place >= 0)
      .sort((one, other) => Number(one.place > 0) - Number(other.place > 0))
      .map(({ definition }) => definition)
  }
}
