import type { RosterPerson } from '../reading/roster.ts'
import type { RuleContext } from '../reading/rule-context.ts'
import { isHan } from '../reading/text.ts'
import { type Fault, perPack, type Rule } from '../rule.ts'

const confusable = perPack(({ terms }) => {
  const groups = new Map<string, Set<string>>()
  for (const group of terms.confusableCharacters) {
    for (const char of group) groups.set(char, new Set([...(groups.get(char) ?? []), ...group]))
  }
  return (a: string, b: string) => groups.get(a)?.has(b) === true
})

const FORM_OF_ADDRESS =
  /^(?:同志|书记|副书记|组长|副组长|主任|副主任|常委|部长|县长|副县长|镇长|局长|主席|校长|院长|董事长|总经理)/

/** Every place where a name of the same length stands that shares all but one character with a person's name. */
function nearNames(text: string, name: string): { start: number; odd: number }[] {
  const found: { start: number; odd: number }[] = []
  // Search for one right character of the name; a near name has at most one wrong one, so two searches find all.
  for (let kept = 0; kept < name.length && kept <= 1; kept++) {
    const char = name.charAt(kept)
    for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) {
      const start = at - kept
      const odd = start < 0 ? -1 : oddPlace(text, start, name)
      // What the search for the first character found is not found again by that for the second.
      if (odd >= 0 && isHan(text.charAt(start + odd)) && (kept === 0 || odd === 0)) found.push({ start, odd })
    }
  }
  return found
}

/** The only place of the name at which the text has another character; -1 where there are none or several. */
function oddPlace(text: string, start: number, name: string): number {
  let odd = -1
  for (let index = 0; index < name.length; index++) {
    if (text.charCodeAt(start + index) === name.charCodeAt(index)) continue
    if (odd >= 0) return -1
    odd = index
  }
  return odd
}

/** A name that is a character off a person of the meeting: 候敬之 for 侯敬之. */
export const misspeltName: Rule = {
  id: 'consistency/misspelt-name',
  family: 'consistency',
  severity: 'error',
  sourceLevel: 'practice',
  source: '会议名册',
  find(context) {
    const { text, roster } = context
    const alike = confusable(context)
    const names = new Set(roster.map(({ name }) => name))
    const faults: Fault[] = []
    for (const person of roster) {
      const { name } = person
      for (const { start, odd } of nearNames(text, name)) {
        const end = start + name.length
        const written = text.slice(start, end)
        if (names.has(written) || [...names].some((other) => overlapsName(text, start, end, other))) continue
        const byline = context.paragraphAt(start)?.block.kind === 'byline'
        const confused = alike(name.charAt(odd), written.charAt(odd))
        if (!isNameHere(context, person, start, end, confused, byline)) continue
        const message = `“${written}”和名册里的“${name}”只差一个字，请核对姓名。`
        faults.push({ start, end, message, suggestion: name })
      }
      faults.push(...shortened(text, name, names))
    }
    return faults
  },
}

function overlapsName(text: string, start: number, end: number, name: string): boolean {
  return text.slice(Math.max(0, start - name.length + 1), end + name.length - 1).includes(name)
}

/**
 * Whether a person is named at this place. Two right characters of three with a form of address, a post in front, or
 * characters that are often confused are enough; of a two-character name only one is right, so both are asked for.
 */
function isNameHere(
  { text }: RuleContext,
  { name, post }: RosterPerson,
  start: number,
  end: number,
  alike: boolean,
  byline: boolean,
): boolean {
  // A by-line holds nothing but posts and names.
  if (byline && name.length > 2) return true
  const addressed = FORM_OF_ADDRESS.test(text.slice(end, end + 3))
  const title = /[^、，（）]{2}$/.exec(post)?.[0]
  const postBefore = title !== undefined && text.slice(start - 2, start) === title
  const anyPost = /(?:书记|组长|主任|部长|县长|镇长|局长|主席|常委|校长|院长|董事长|经理|同志)$/.test(
    text.slice(start - 3, start),
  )
  if (name.length >= 3) return alike || addressed || anyPost
  return (alike && (addressed || anyPost)) || (postBefore && text.charAt(start) === name.charAt(0) && addressed)
}

/** 孟祥同志 for 孟祥启同志: the last character of a name left out. */
function shortened(text: string, name: string, names: ReadonlySet<string>): Fault[] {
  if (name.length < 3) return []
  const faults: Fault[] = []
  const short = name.slice(0, -1)
  for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + 1)) {
    const end = at + short.length
    if (text.startsWith(name, at) || names.has(short) || !text.startsWith('同志', end)) continue
    faults.push({ start: at, end, message: `“${short}”少了一个字，名册里是“${name}”。`, suggestion: name })
  }
  return faults
}
