import type { RosterPerson } from '../reading/roster.ts'
import type { RuleContext } from '../reading/rule-context.ts'
import type { Fault, Rule } from '../rule.ts'

const LONGEST = 40
/** Party organs look like one another character by character, so each is compared as a whole. */
const ORGANS: readonly [string, string][] = [
  ['党工委', '\ue001'],
  ['党总支', '\ue002'],
  ['党支部', '\ue003'],
  ['党组', '\ue004'],
  ['党委', '\ue005'],
  ['纪工委', '\ue006'],
  ['纪委', '\ue007'],
]

interface Post {
  /** What is led: 县委组织部 of 县委组织部部长. */
  place: string
  title: string
}

function readPost(text: string, titles: readonly string[]): Post | null {
  const title = titles.find((candidate) => text.endsWith(candidate))
  return title ? { title: plainTitle(title), place: text.slice(0, text.length - title.length) } : null
}

/** 党委副书记 and 副书记 are the same title with more or less of the place in it. */
function plainTitle(title: string): string {
  return title.replace(/^(?:党委|党工委|党组|纪委|常务)(?=副)/, '')
}

function isPartOf(short: string, long: string): boolean {
  let at = -1
  for (const char of short) {
    at = long.indexOf(char, at + 1)
    if (at < 0) return false
  }
  return true
}

function samePlace(a: string, b: string): boolean {
  const encode = (place: string) =>
    ORGANS.reduce((text, [organ, code]) => text.replaceAll(organ, code), place)
      .replace(/[部局办组室会]$/, '')
      .replace(/^中共|^共青团/, '')
  const [short, long] = [encode(a), encode(b)]
  return isPartOf(short, long) || isPartOf(long, short)
}

/** The titles that stand directly in front of a name: 县委常委、政法委书记 → two posts. */
function postsBefore({ text, pack, roster }: RuleContext, name: number): (Post & { start: number; text: string })[] {
  const { titles, beforeTitles } = pack.terms
  // Below a title a gap parts post and name: 县委常委、组织部部长　应向晖.
  let start = name
  while (start > 0 && ' \u3000'.includes(text.charAt(start - 1))) start--
  let from = start
  while (from > 0 && start - from < LONGEST && !'。，；：！？（）“”\n　 '.includes(text.charAt(from - 1))) from--
  const posts: (Post & { start: number; text: string })[] = []
  let end = start
  for (const segment of text.slice(from, start).split('、').reverse()) {
    let own = segment
    const post = readPost(own, titles)
    if (!post || roster.some(({ name }) => own.includes(name))) break
    const at = Math.max(
      ...beforeTitles.map((word) => (own.lastIndexOf(word) < 0 ? 0 : own.lastIndexOf(word) + word.length)),
      0,
    )
    // A word like 同志 or 组长 inside means that another person ends here.
    if (at < own.length - post.title.length) own = own.slice(at)
    const clean = readPost(own, titles)
    if (clean) posts.unshift({ ...clean, start: end - own.length, text: own })
    if (own !== segment) break
    end -= segment.length + 1
  }
  return posts
}

function postsOf(person: RosterPerson, titles: readonly string[]): Post[] {
  return person.post.split(/[、，,]/).flatMap((part) => readPost(part.trim(), titles) ?? [])
}

/** A person with a post that is not theirs. */
export const wrongPost: Rule = {
  id: 'consistency/wrong-post',
  family: 'consistency',
  severity: 'error',
  sourceLevel: 'practice',
  source: '会议名册',
  find(context) {
    const { text, roster, pack } = context
    const faults: Fault[] = []
    for (const person of roster) {
      const own = postsOf(person, pack.terms.titles)
      if (own.length === 0) continue
      for (let at = text.indexOf(person.name); at >= 0; at = text.indexOf(person.name, at + 1)) {
        const end = at + person.name.length
        for (const post of postsBefore(context, at)) {
          if (own.some(({ title, place }) => title === post.title && samePlace(place, post.place))) continue
          faults.push({
            start: post.start,
            end: post.start + post.text.length,
            message: `名册里${person.name}是“${person.post}”，这里写的是“${post.text}”。`,
          })
        }
        const capacity = /^(?:同志)?(?:作为|身为)([^，。；：\n]{2,24})/.exec(text.slice(end, end + 32))
        const claimed = (capacity?.[1] ?? '').split('、').flatMap((part) => readPost(part, pack.terms.titles) ?? [])
        const foreign = claimed.find(
          ({ title, place }) =>
            !/组长$/.test(title) && !own.some((one) => one.title === title && samePlace(one.place, place)),
        )
        if (capacity?.[1] && foreign) {
          const message = `名册里${person.name}是“${person.post}”，这里写的是“${capacity[1]}”。`
          faults.push({ start: end + capacity[0].length - capacity[1].length, end: end + capacity[0].length, message })
        }
        const bracket = /^(?:同志)?[（(]([^）)\n]{2,24})[）)]/.exec(text.slice(end, end + 30))
        const stated = (bracket?.[1] ?? '').split('、').flatMap((part) => readPost(part, pack.terms.titles) ?? [])
        if (
          bracket?.[1] &&
          stated.some(({ title, place }) => !own.some((one) => one.title === title && samePlace(one.place, place)))
        ) {
          const message = `名册里${person.name}是“${person.post}”，这里写的是“${bracket[1]}”。`
          const start = end + bracket[0].indexOf(bracket[1])
          faults.push({ start, end: start + bracket[1].length, message })
        }
        const behind = pack.terms.titles.find((title) => text.startsWith(title, end))
        if (!behind || text.startsWith('们', end + behind.length)) continue
        const spoken = plainTitle(behind).replace(/^副/, '')
        const demoted = plainTitle(behind).startsWith('副') && !own.some(({ title }) => title.startsWith('副'))
        if (!demoted && own.some(({ title }) => title.replace(/^副/, '') === spoken || title.endsWith(spoken))) continue
        // 常委 is also the way to address one whose other post is named in the roster.
        faults.push({
          start: at,
          end: end + behind.length,
          message: `名册里${person.name}是“${person.post}”，这里称“${behind}”，请核对。`,
          severity: 'warning',
        })
      }
    }
    return faults
  },
}

const ADDRESSED = /^([\u4e00-\u9fff]{2,4}?)同志/

/** Somebody unknown in a post that the roster gives to another: the name of an earlier holder, left from an old paper. */
export const otherHolder: Rule = {
  id: 'consistency/other-holder',
  family: 'consistency',
  severity: 'error',
  sourceLevel: 'practice',
  source: '会议名册',
  find(context) {
    const { text, roster, pack } = context
    const names = roster.map(({ name }) => name)
    const faults: Fault[] = []
    for (const { name, post } of roster) {
      for (const own of post.split('、')) {
        const tails = pack.terms.uniquePosts.filter((tail) => own.endsWith(tail))
        // The shortest way of naming the post is searched for; the longer ones end alike.
        const tail = tails.sort((a, b) => a.length - b.length)[0]
        if (!tail) continue
        for (let at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
          const start = at + tail.length
          const other = ADDRESSED.exec(text.slice(start, start + 6))?.[1]
          if (
            !other ||
            /[的和等及各为由是请]/.test(other) ||
            names.some((known) => known.includes(other) || differ(known, other))
          )
            continue
          if (!samePlace(postBefore(context, start), own.slice(0, -plainLength(own, pack.terms.titles)))) continue
          const message = `名册里“${own}”是${name}，这里写的是“${other}”，请核对。`
          faults.push({ start, end: start + other.length, message })
        }
      }
    }
    return faults
  },
}

/** The place in the post that ends at an offset. */
function postBefore(context: RuleContext, end: number): string {
  return postsBefore(context, end).at(-1)?.place ?? ''
}

function plainLength(post: string, titles: readonly string[]): number {
  return titles.find((title) => post.endsWith(title))?.length ?? 0
}

/** One character off: a slip in the name, which has a rule of its own. */
function differ(a: string, b: string): boolean {
  return a.length === b.length && [...a].filter((char, index) => char !== b.charAt(index)).length === 1 && a.length > 2
}

const AS = /(?:我|本人)(?:作为|身为)([^，。；！？\n]{0,24})/g

const FOR_THE_UNIT =
  /(?:我|今天来|是)[^。；！？\n]{0,6}代表((?:局|镇|乡|学校|校|医院|院|公司|集团|街道|中心|村)(?:党组|党委|党工委|党总支|领导班子|班子)|(?:[县区市]委)?第[一二三四五六七八九十]{1,3}巡察组)/g

/** The speaker in a capacity that the meeting does not know: a 副县长 who calls himself 县委常委. */
export const speakerCapacity: Rule = {
  id: 'consistency/speaker-capacity',
  family: 'consistency',
  severity: 'error',
  sourceLevel: 'practice',
  source: '会议要素',
  find(context) {
    const { text, matches, input, fact } = context
    const post = fact('speakerPost') ?? ''
    const faults: Fault[] = []
    if (post && (input.kind === 'speech' || input.kind === 'response')) {
      const titles = context.pack.terms.titles
      const own = post.split('、').flatMap((part) => readPost(part, titles) ?? [])
      for (const match of matches(AS)) {
        const words = match[1] ?? ''
        const said = readPost(words, titles)
        if (!said || own.length === 0) continue
        if (own.some(({ title }) => title === said.title || title.endsWith(said.title))) continue
        const start = match.index + match[0].length - said.title.length - (words.endsWith(`县委${said.title}`) ? 2 : 0)
        const message = `讲话人的职务是“${post}”，这里说“${text.slice(start, match.index + match[0].length)}”，请核对。`
        faults.push({ start, end: match.index + match[0].length, message })
      }
    }
    if (input.kind === 'speech' && /^(?:副?[县区市]长|[县区市](?:委|人大|政协|政府))/.test(post)) {
      for (const match of matches(FOR_THE_UNIT)) {
        const body = match[1] ?? ''
        const start = match.index + match[0].length - body.length
        const message = `讲话人是${post}，不能说“代表${body}”，请核对。`
        faults.push({ start: start - 2, end: start + body.length, message })
      }
    }
    if (input.kind === 'response') {
      for (const match of matches(/我(?:谨)?代表([^，。；！？\n]{2,24}?)(?=作|向|表|对|郑重|表态|，|。|全体)/g)) {
        const body = match[1] ?? ''
        if (!/(?:政府|办事处|行政班子|管委会)$/.test(body) || /党/.test(body)) continue
        const start = match.index + match[0].length - body.length
        const message = `表态发言代表的是党组织，这里只说了“${body}”，应当以党委（党组）的名义。`
        faults.push({ start, end: start + body.length, message })
      }
    }
    if (input.kind === 'response') {
      for (const match of matches(
        /作为([^，。；\n]{0,20}(?:领导小组成员|县领导|分管领导|联系领导|巡察组(?:成员|组长)))，我/g,
      )) {
        const said = match[1] ?? ''
        const start = match.index + 2
        const message = `表态的是被巡察单位的负责人，这里说“${said}”，身份不对。`
        faults.push({ start, end: start + said.length, message })
      }
    }
    const capacity = fact('speakerCapacity')
    if (input.kind === 'speech' && capacity?.includes('领导小组')) {
      for (const match of matches(/(?:我|受县委委托，?我?)代表县委(?!巡察)/g)) {
        const message = `讲话身份填的是“${capacity}”，这里说“${match[0]}”，请核对。`
        faults.push({ start: match.index, end: match.index + match[0].length, message, severity: 'warning' })
      }
    }
    return faults
  },
}

/** People in another order than the roster's. */
export const nameOrder: Rule = {
  id: 'consistency/name-order',
  family: 'consistency',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '会议名册',
  find(context) {
    const { text, roster, pack } = context
    const listed = roster.filter(({ order }) => order >= 0)
    const places = listed
      .flatMap((person) =>
        occurrences(text, person.name).map((start) => ({ person, start, end: start + person.name.length })),
      )
      .sort((a, b) => a.start - b.start)
    const faults: Fault[] = []
    let run = places.slice(0, 1)
    const close = () => {
      const wrong = run.some(({ person }, index) => index > 0 && person.order < (run[index - 1]?.person.order ?? 0))
      const [first, last] = [run[0], run.at(-1)]
      if (!wrong || !first || !last) return
      const right = [...run].sort((a, b) => a.person.order - b.person.order).map(({ person }) => person.name)
      const message = `按名册的顺序应当是${right.join('、')}，请核对排序。`
      faults.push({ start: postStart(context, first.start), end: last.end, message })
    }
    for (const place of places.slice(1)) {
      const previous = run.at(-1)
      if (previous && isListGap(text.slice(previous.end, place.start), place.person, pack.terms.titles)) run.push(place)
      else {
        close()
        run = [place]
      }
    }
    close()
    return faults
  },
}

function postStart(context: RuleContext, start: number): number {
  return postsBefore(context, start)[0]?.start ?? start
}

function occurrences(text: string, name: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) places.push(at)
  return places
}

/** Whether two names stand side by side in a list: between them only address, comma, and the second one's post. */
function isListGap(gap: string, next: RosterPerson, titles: readonly string[]): boolean {
  const match =
    /^(同志|先生|女士)?([^、，；。\n]{0,5}?)(?:同志)?(?:、|，|和|及|与|，以及|，还有)([^。；！？\n]*)$/.exec(gap)
  if (!match || gap.length > 40) return false
  const address = match[2] ?? ''
  if (address !== '' && !titles.includes(address)) return false
  const post = (match[3] ?? '').replace(/^(?:和|以及|还有)/, '')
  return (
    post === '' || post === next.post || post.split('、').every((part) => titles.some((title) => part.endsWith(title)))
  )
}
