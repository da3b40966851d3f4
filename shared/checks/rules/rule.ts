import type { Pack } from '../../packs/pack.ts'
import type { Range } from '../../text/sentences.ts'
import type { FindingFamily, Quote, Severity, SourceLevel } from '../types.ts'
import type { RuleContext } from './reading/rule-context.ts'

/** One place a rule objects to. What it leaves out is taken from its rule. */
export interface Fault extends Range {
  /** What is wrong and what fits, as sentences for the user. */
  message: string
  /** The one right text for the range; only where there is exactly one. */
  suggestion?: string
  severity?: Severity
  source?: string
  related?: Quote[]
  /** Words anywhere in the paper that make the place right: the newer wording is there too. */
  unlessPaperHas?: readonly string[]
}

export interface Rule {
  /** family/kebab-name */
  id: string
  family: FindingFamily
  /** error: must not go out; warning: look at it; hint: a habit or a matter of taste. */
  severity: Severity
  sourceLevel: SourceLevel
  /** Standard with clause, regulation, or the name of the habit. */
  source: string
  /**
   * Compares places of the whole paper. A rule without it may read no further than the paragraph of its fault, since it
   * is shown only the paragraphs that changed.
   */
  wholePaper?: true
  find(context: RuleContext): Fault[]
}

/** Prepares something from a pack once, and keeps it as long as the pack lives. */
export function perPack<T>(prepare: (pack: Pack) => T): (context: { pack: Pack }) => T {
  const prepared = new WeakMap<Pack, { value: T }>()
  return ({ pack }) => {
    let entry = prepared.get(pack)
    if (!entry) {
      entry = { value: prepare(pack) }
      prepared.set(pack, entry)
    }
    return entry.value
  }
}
