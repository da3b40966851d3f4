import type { TextView } from '../text-view.ts'

const ITEM = /(?:^|[。；：])([一二三四五六七八九十]{1,3}是)/g

/** What stands behind 一是, 二是 … in a paragraph; the whole of it where it holds no such list. */
function items(text: string): string[] {
  const starts = [...text.matchAll(ITEM)].map((match) => match.index + match[0].length)
  const pieces = starts.map((start, index) => {
    const end = starts[index + 1]
    const piece = text.slice(start, end === undefined ? undefined : text.lastIndexOf('是', end) - 1)
    return piece.replace(/[一二三四五六七八九十]+$/, '').replace(/[。；]+$/, '')
  })
  return pieces.length > 0 ? pieces : [text.replace(/。$/, '')]
}

/**
 * The problems a feedback paper names, in its order: the items of the paragraphs under a heading of level 1 that
 * speaks of 问题. Nothing is invented: each is a stretch of the paper's own text.
 */
export function feedbackProblems({ text, blocks }: TextView): string[] {
  const problems: string[] = []
  let inside = false
  for (const block of blocks) {
    const words = text.slice(block.start + block.marker.length, block.end)
    if (block.kind === 'heading' && block.level === 1) {
      inside = words.includes('问题')
      continue
    }
    if (!inside || words === '') continue
    const isListed = block.kind === 'heading' || ITEM.test(words)
    ITEM.lastIndex = 0
    if (isListed) problems.push(...items(words))
  }
  return problems
}
