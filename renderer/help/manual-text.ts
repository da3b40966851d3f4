/** A piece of a line of the manual. */
export interface Inline {
  kind: 'text' | 'strong' | 'key'
  text: string
}

export type ManualBlock =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; pieces: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'picture'; file: string; caption: string }

/**
 * Reads a chapter of the manual: the few forms of Markdown it is written in. A line in any other form stays as it is,
 * which a test refuses.
 */
export function readManual(markdown: string): ManualBlock[] {
  const blocks: ManualBlock[] = []
  for (const line of markdown.split('\n').map((text) => text.trim())) {
    if (line === '') continue
    const heading = /^(#{1,2}) (.+)$/.exec(line)
    const item = /^(-|\d+\.) (.+)$/.exec(line)
    const picture = /^!\[(.+)\]\(pictures\/([\w-]+\.png)\)$/.exec(line)
    const last = blocks.at(-1)
    if (heading) blocks.push({ kind: 'heading', level: heading[1] === '#' ? 1 : 2, text: heading[2] ?? '' })
    else if (picture) blocks.push({ kind: 'picture', caption: picture[1] ?? '', file: picture[2] ?? '' })
    else if (item) {
      const ordered = item[1] !== '-'
      const pieces = readInline(item[2] ?? '')
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(pieces)
      else blocks.push({ kind: 'list', ordered, items: [pieces] })
    } else blocks.push({ kind: 'paragraph', pieces: readInline(line) })
  }
  return blocks
}

/** `**bold**` and keys in backquotes. */
function readInline(text: string): Inline[] {
  return text
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece.startsWith('**')) return { kind: 'strong', text: piece.slice(2, -2) }
      if (piece.startsWith('`')) return { kind: 'key', text: piece.slice(1, -1) }
      return { kind: 'text', text: piece }
    })
}
