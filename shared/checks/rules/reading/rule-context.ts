import type { CheckContext } from '../../context.ts'
import { readDates, type WrittenDate } from './dates.ts'
import { type Item, itemLists, readItems } from './items.ts'
import { type RosterPerson, readRoster } from './roster.ts'

/** What the fault rules read besides the common context. */
export interface RuleContext extends CheckContext {
  items: Item[]
  lists: Item[][]
  dates: WrittenDate[]
  /** People of the meeting: the roster in its order, then people known only from the facts. */
  roster: RosterPerson[]
}

export function createRuleContext(context: CheckContext): RuleContext {
  const items = readItems(context.paragraphs)
  return {
    ...context,
    items,
    lists: itemLists(items),
    dates: readDates(context.text, context.date),
    roster: readRoster(context),
  }
}
