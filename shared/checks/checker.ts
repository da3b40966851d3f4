import type { Pack } from '../packs/pack.ts'
import { createContext } from './context.ts'
import { speakingMinutes } from './length.ts'
import { outline } from './outline.ts'
import { findPlaceholders } from './placeholders.ts'
import { applyDecisions } from './points/decisions.ts'
import { createPointFinder } from './points/point-finder.ts'
import { findFaults } from './rules/index-of-rules.ts'
import type { CheckInput, CheckReport } from './types.ts'
import { applyWaivers } from './waivers.ts'

/** A checker for one pack. Preparing it is the dear part; keep it. */
export type Checker = (input: CheckInput) => CheckReport

const prepared = new WeakMap<Pack, Checker>()

/** The checker of a pack, prepared once as long as the pack lives. */
export function checkerFor(pack: Pack): Checker {
  const checker = prepared.get(pack) ?? createChecker(pack)
  prepared.set(pack, checker)
  return checker
}

/** Prepares a pack. The checker itself is a pure function: the same input gives the same report. */
export function createChecker(pack: Pack): Checker {
  const findPoints = createPointFinder(pack)
  return (input) => {
    const context = createContext(pack, input)
    const characters = context.paragraphs.reduce((sum, { own }) => sum + own.characters, 0)
    const findings = findFaults(context).sort((a, b) => a.start - b.start || a.end - b.end)
    return {
      characters,
      minutes: speakingMinutes(characters, input.settings.speakingRate),
      outline: outline(context),
      placeholders: findPlaceholders(context, findings),
      points: applyDecisions(findPoints(context), input.decisions),
      ...applyWaivers(findings, input.waivers, input.settings.silencedRules),
    }
  }
}
