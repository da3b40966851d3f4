import { type Chain, type Hole, type Rung, shortText } from './chain.ts'
import { type Ledger, namesIn, problemStatus } from './ledger.ts'
import type { OfficeRules } from './office-rules.ts'

/** A box of the picture. Lengths in pixels of the picture; text sizes too. */
export interface PictureBox {
  x: number
  y: number
  width: number
  height: number
  kind: 'body' | 'person' | 'owner' | 'problem' | 'side'
  title: string
  lines: string[]
  /** Something is missing here. */
  isHole: boolean
  problemId: string | null
}

export interface ChainPicture {
  width: number
  height: number
  title: string
  boxes: PictureBox[]
  /** Paths from box to box. */
  links: { path: string; isSide: boolean }[]
  note: string
}

interface Leaf {
  number: number
  problemId: string
  text: string
  status: string
}
interface Branch {
  title: string
  lines: string[]
  isHole: boolean
  kind: PictureBox['kind']
  children: Branch[]
  leaves: Leaf[]
}

const MARGIN = 24
const TITLE_HEIGHT = 52
/** Body and first responsible person stand above, so that the columns below have the width of the page. */
const HEAD = { width: 176, gap: 40, below: 30 }
/** Where the line from the head runs down, and how far the leaders stand right of it. */
const TRUNK = 14
/** Leaders, and those who carry out. */
const COLUMNS = [168, 138] as const
const GAP = 30
const LEAF = { width: 240, height: 24, gap: 5 }
/** Between leaders, and between those who carry out for one leader. */
const BRANCH_GAPS = [14, 5] as const
/** Characters of a problem's text that fit into its box, and into one as wide as two. */
const LEAF_TEXT = { one: 14, two: 31, mark: 2 }
/** More problems than this stand by their numbers, a line for each who carries out: nobody reads a thousand boxes. */
const MOST_LEAVES = 120
/** How much higher than wide the picture may be to be read on A4: letters are then 7 pt there, 10 pt on A3. */
const HIGHEST = 1.75
const NO_LEADER = '没有责任领导'
const NO_OWNER = '没有责任人'

/**
 * 责任链条 as a picture: the body, the first responsible person, the leaders, who carries out, and each one's
 * problems; below, those who supervise. A tree laid out from its leaves, so that nothing overlaps at any size.
 */
export function chainPicture(
  chain: Chain,
  ledger: Ledger,
  holes: readonly Hole[],
  rules: OfficeRules,
  title: string,
): ChainPicture {
  const long = layOut(chain, ledger, holes, rules, title, 1)
  return long.height <= HIGHEST * long.width ? long : layOut(chain, ledger, holes, rules, title, 2)
}

/** @param perRow problems side by side: one with more of its text, or two, which is lower */
function layOut(
  chain: Chain,
  ledger: Ledger,
  holes: readonly Hole[],
  rules: OfficeRules,
  title: string,
  perRow: 1 | 2,
): ChainPicture {
  const bad = new Set(holes.flatMap(({ person }) => (person ? [person] : [])))
  const badProblems = new Set(holes.flatMap(({ problemId }) => (problemId ? [problemId] : [])))
  const badRungs = new Set(holes.flatMap(({ rungId }) => (rungId ? [rungId] : [])))
  const first = chain.rungs.find(({ role }) => role === 'first')
  const body = chain.rungs.find(({ role }) => role === 'body')
  const leaders = leaderBranches(chain, ledger, rules, bad, badRungs, first)
  if (ledger.length > MOST_LEAVES) gatherLeaves(leaders, badProblems)
  const boxes: PictureBox[] = []
  const links: ChainPicture['links'] = []
  const columnX = (depth: number): number =>
    MARGIN + TRUNK + COLUMNS.slice(0, depth).reduce((x, column) => x + column + GAP, 0)
  const leafX = columnX(COLUMNS.length)
  const leafRoom = 2 * LEAF.width + LEAF.gap
  const width = leafX + leafRoom + MARGIN
  const link = (from: PictureBox, to: PictureBox) => {
    const [x1, y1] = [from.x + from.width, from.y + from.height / 2]
    const [x2, y2] = [to.x, to.y + to.height / 2]
    links.push({ path: y1 === y2 ? `M${x1} ${y1}H${x2}` : `M${x1} ${y1}H${(x1 + x2) / 2}V${y2}H${x2}`, isSide: false })
  }

  /** A problem alone in its row is as wide as the row. */
  const leafBox = (leaf: Leaf, index: number, count: number, top: number): PictureBox => {
    const isWide = perRow === 1 || (index === count - 1 && index % perRow === 0)
    const room = isWide ? LEAF_TEXT.two : LEAF_TEXT.one
    const isHole = badProblems.has(leaf.problemId)
    return {
      x: leafX + (index % perRow) * (LEAF.width + LEAF.gap),
      y: top + Math.floor(index / perRow) * (LEAF.height + LEAF.gap),
      width: isWide ? leafRoom : LEAF.width,
      height: LEAF.height,
      kind: 'problem',
      title: (leaf.number > 0 ? `${leaf.number}. ` : '') + shortText(leaf.text, isHole ? room - LEAF_TEXT.mark : room),
      lines: [],
      isHole,
      problemId: leaf.problemId,
    }
  }

  /** Draws a branch from `top`; returns its box and how far down it reaches. */
  const draw = (branch: Branch, depth: 0 | 1, top: number): { box: PictureBox; bottom: number } => {
    const height = LEAF.height + branch.lines.length * 18
    const below: PictureBox[] = []
    let bottom = top
    for (const child of branch.children) {
      const drawn = draw(child, 1, bottom)
      below.push(drawn.box)
      bottom = drawn.bottom + BRANCH_GAPS[1]
    }
    if (branch.children.length > 0) bottom -= BRANCH_GAPS[1]
    branch.leaves.forEach((leaf, index) => {
      const box = leafBox(leaf, index, branch.leaves.length, top)
      boxes.push(box)
      if (index % perRow === 0) below.push(box)
      bottom = box.y + box.height
    })
    bottom = Math.max(bottom, top + height)
    const lastBelow = below.at(-1)
    const centre = below[0] && lastBelow ? (below[0].y + lastBelow.y + lastBelow.height) / 2 : top + height / 2
    const y = Math.min(Math.max(centre - height / 2, top), bottom - height)
    const { title: boxTitle, lines, isHole, kind } = branch
    const size = { x: columnX(depth), y, width: COLUMNS[depth], height }
    const box: PictureBox = { ...size, kind, title: boxTitle, lines, isHole, problemId: null }
    boxes.push(box)
    for (const child of below) link(box, child)
    return { box, bottom }
  }

  const head = headBoxes(first, body, bad)
  boxes.push(...head)
  const [bodyBox, firstBox] = head
  if (bodyBox && firstBox) link(bodyBox, firstBox)
  const headBottom = Math.max(...head.map((box) => box.y + box.height))
  let treeBottom = headBottom
  let last: PictureBox | null = null
  for (const leader of leaders) {
    const drawn = draw(leader, 0, treeBottom + (last ? BRANCH_GAPS[0] : HEAD.below))
    treeBottom = drawn.bottom
    last = drawn.box
    links.push({ path: `M${MARGIN} ${last.y + last.height / 2}H${last.x}`, isSide: false })
  }
  if (firstBox && last) {
    const [x, turn] = [firstBox.x + firstBox.width / 2, headBottom + HEAD.below / 2]
    links.push({
      path: `M${x} ${firstBox.y + firstBox.height}V${turn}H${MARGIN}V${last.y + last.height / 2}`,
      isSide: false,
    })
  }

  const sides = chain.rungs.filter(({ role }) => ['supervision', 'coordination', 'department', 'leader'].includes(role))
  const perSideRow = Math.max(1, Math.min(sides.length, Math.floor((width - 2 * MARGIN + GAP / 2) / (190 + GAP / 2))))
  const sideWidth = (width - 2 * MARGIN - (perSideRow - 1) * (GAP / 2)) / perSideRow
  const sideTop = treeBottom + 40
  sides.forEach((rung, index) => {
    boxes.push({
      x: MARGIN + (index % perSideRow) * (sideWidth + GAP / 2),
      y: sideTop + Math.floor(index / perSideRow) * 76,
      width: sideWidth,
      height: 62,
      kind: 'side',
      title: rung.title,
      lines: [
        [rung.unit, rung.person].filter(Boolean).join('　') || '（未写）',
        shortText(rung.duty, Math.floor(sideWidth / 13) - 1),
      ],
      isHole: badRungs.has(rung.id) || namesIn(rung.person).some((name) => bad.has(name)),
      problemId: null,
    })
  })
  if (sides.length > 0) links.push({ path: `M${MARGIN} ${treeBottom + 22}H${width - MARGIN}`, isSide: true })
  const sideRows = Math.ceil(sides.length / perSideRow)
  const height = (sides.length > 0 ? sideTop + sideRows * 76 - 14 : treeBottom) + MARGIN + 22
  const note = holes.length > 0 ? `还有${holes.length}处没有落实（框线加粗、标“缺”）` : '责任已逐项落实'
  return { width, height, title, boxes, links, note }
}

/** 党委主体责任 and 书记第一责任人, side by side. */
function headBoxes(first: Rung | undefined, body: Rung | undefined, bad: ReadonlySet<string>): PictureBox[] {
  const box = (at: number, fields: Pick<PictureBox, 'kind' | 'title' | 'lines' | 'isHole'>): PictureBox => ({
    x: MARGIN + at * (HEAD.width + HEAD.gap),
    y: MARGIN + TITLE_HEIGHT,
    width: HEAD.width,
    height: LEAF.height + fields.lines.length * 18,
    problemId: null,
    ...fields,
  })
  const isOpen = !first?.person || bad.has(first.person)
  return [
    box(0, { kind: 'body', title: '党委主体责任', lines: [body?.unit || '（未写）'], isHole: !body?.unit }),
    box(1, {
      kind: 'body',
      title: '第一责任人',
      lines: [first?.person || '（未写）', ...(first?.field ? wrapped(first.field) : [])],
      isHole: isOpen,
    }),
  ]
}

/** In at most two lines of so many characters. */
function wrapped(text: string, length = 11): string[] {
  return text.length <= length ? [text] : [text.slice(0, length), shortText(text.slice(length), length - 1)]
}

function leaderBranches(
  chain: Chain,
  ledger: Ledger,
  rules: OfficeRules,
  bad: ReadonlySet<string>,
  badRungs: ReadonlySet<string>,
  first: Rung | undefined,
): Branch[] {
  /** leader → owner → problems, in the order of the chain, then as they come. */
  const tree = new Map<string, Map<string, Leaf[]>>()
  const members = chain.rungs.filter(({ role }) => role === 'member')
  for (const { person } of members) if (person) tree.set(person, new Map())
  ledger.forEach((problem, index) => {
    const leaf: Leaf = {
      number: index + 1,
      problemId: problem.id,
      text: problem.text,
      status: problemStatus(problem, rules),
    }
    const measures = problem.measures.length > 0 ? problem.measures : [{ leader: '', owner: '' }]
    for (const { leader, owner } of measures) {
      const leaderName = namesIn(leader)[0] ?? NO_LEADER
      const owners = tree.get(leaderName) ?? new Map<string, Leaf[]>()
      tree.set(leaderName, owners)
      const ownerName = namesIn(owner)[0] ?? NO_OWNER
      const leaves = owners.get(ownerName) ?? []
      owners.set(ownerName, leaves)
      if (!leaves.some((other) => other.problemId === leaf.problemId)) leaves.push(leaf)
    }
  })
  return [...tree].map(([leader, owners]) => {
    const rung = chain.rungs.find(
      ({ person, role }) => person === leader && (role === 'member' || role === 'supervision'),
    )
    return {
      kind: 'person',
      title: leader,
      lines:
        leader === first?.person
          ? ['书记']
          : rung?.field
            ? wrapped(rung.field)
            : [rung?.role === 'supervision' ? '纪检监督' : leader === NO_LEADER ? '待落实' : '（没写分管领域）'],
      isHole: leader === NO_LEADER || bad.has(leader) || (rung !== undefined && badRungs.has(rung.id)),
      leaves: [],
      children: [...owners].map(([owner, leaves]) => ({
        kind: 'owner' as const,
        title: leaves.length > 1 ? `${owner}（${leaves.length}）` : owner,
        lines: [],
        isHole: owner === NO_OWNER || bad.has(owner),
        children: [],
        leaves,
      })),
    }
  })
}

/** All problems of one who carries out as one line of numbers; it is a hole when one of them is. */
function gatherLeaves(leaders: readonly Branch[], badProblems: Set<string>): void {
  for (const owner of leaders.flatMap(({ children }) => children)) {
    const [first] = owner.leaves
    if (!first) continue
    const numbers = owner.leaves.map(({ number }) => number)
    const text = `${numbers.length}个：第${numbers.slice(0, 6).join('、')}${numbers.length > 6 ? '……' : ''}个`
    if (owner.leaves.some(({ problemId }) => badProblems.has(problemId))) badProblems.add(first.problemId)
    owner.leaves = [{ ...first, number: 0, text }]
  }
}

// Control characters have no place in an XML file, not even escaped.
const escapeXml = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')

const FILLS: Record<PictureBox['kind'], string> = {
  body: '#dfecec',
  person: '#ffffff',
  owner: '#ffffff',
  problem: '#faf8f4',
  side: '#f1eee7',
}
const FONTS = "'Noto Sans CJK SC','Microsoft YaHei','WenQuanYi Zen Hei',sans-serif"

/** The picture as an SVG file of its own: black on white, for print and for Word. */
export function pictureSvg({ width, height, title, boxes, links, note }: ChainPicture): string {
  const text = (x: number, y: number, size: number, content: string, more = '') =>
    `<text x="${x}" y="${y}" font-size="${size}" fill="#23211d" ${more}>${escapeXml(content)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONTS}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(width / 2, MARGIN + 20, 22, title, 'text-anchor="middle" font-weight="700"'),
    ...links.map(
      ({ path, isSide }) =>
        `<path d="${path}" fill="none" stroke="#8d8678" stroke-width="1.2"${isSide ? ' stroke-dasharray="6 5"' : ''}/>`,
    ),
    ...boxes.flatMap((box) => [
      `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="4" fill="${FILLS[box.kind]}" stroke="${box.isHole ? '#a3261d' : '#57524a'}" stroke-width="${box.isHole ? 2.4 : 1}"/>`,
      text(box.x + 9, box.y + 17, 14, box.title, box.kind === 'problem' ? '' : 'font-weight="700"'),
      ...box.lines.map((line, index) => text(box.x + 9, box.y + 35 + index * 18, 13, line)),
      ...(box.isHole
        ? [
            `<text x="${box.x + box.width - 8}" y="${box.y + 17}" font-size="12" text-anchor="end" fill="#a3261d">缺</text>`,
          ]
        : []),
    ]),
    text(width - MARGIN, height - 12, 12, note, 'text-anchor="end"'),
    '</svg>',
  ].join('')
}
