import type { CheckContext } from '../../context.ts'

export interface RosterPerson {
  name: string
  /** '' when it is not known. */
  post: string
  /** Place in the roster; -1 for people known only from the facts. */
  order: number
}

/** Everybody whose name the meeting knows, each once. Names of one character are of no use to a check. */
export function readRoster({ input, pack, fact }: CheckContext): RosterPerson[] {
  const people = new Map<string, RosterPerson>()
  input.people.forEach(({ name, post, organization }, order) => {
    const clean = name.replace(/\s/g, '')
    if (clean.length < 2 || people.has(clean)) return
    // 单位 said apart belongs in front of the post, unless the post names it already.
    const full = post && organization && !post.includes(organization) ? organization + post : post
    people.set(clean, { name: clean, post: full, order })
  })
  for (const { key, kind } of pack.facts) {
    const name = kind === 'person' ? fact(key)?.replace(/\s/g, '') : null
    if (!name || name.length < 2 || people.has(name)) continue
    const post = key === 'speaker' || key === 'host' ? (fact(`${key}Post`) ?? '') : ''
    people.set(name, { name, post, order: -1 })
  }
  return [...people.values()]
}
